import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reconstruct } from './reconstruct';
import { expectWhole } from './testing/any-text';
import { brokenFiles } from './testing/broken-sets';
import type { ReconstructHints } from './types';

function check(text: string, hints: ReconstructHints = {}): void {
  expectWhole(text, reconstruct(text, hints));
}

/** Pieces that the rules look at, in any order. */
const piece = fc.constantFrom(
  ...['\n', '\n', '\n\n', '\n\n\n', '\r\n', '\f', '\u2028', '\u3000\u3000', '\t', '   ', ' '],
  ...[
    '。',
    '，',
    '：',
    '；',
    '？',
    '”',
    '“',
    '（',
    '）',
    '《',
    '》',
    '【',
    '】',
    '—',
    '——',
    '-',
    '|',
  ],
  ...[
    '# ',
    '## ',
    '**',
    '*',
    '__',
    '> ',
    '![',
    '[',
    '](',
    ')',
    '---',
    '-----',
    '＊＊＊',
    '=====',
    '- ',
  ],
  ...[
    '一、',
    '1. ',
    '（一）',
    '①',
    '●',
    '问：',
    '答：',
    '标题：',
    '来源：',
    '作者：',
    '记者 ',
    '摄',
    '图为',
  ],
  ...[
    '（据江城日报）',
    '(来源：东湖民政)',
    '责任编辑：周南',
    '（完）',
    '2023年11月24日',
    '第3版',
    '12',
    '目录',
  ],
  ...[
    '近日，',
    '江城',
    '社工站',
    '揭牌',
    '合影',
    '志愿者正在为老人服务',
    'word',
    'commu-',
    'nity',
    '😀',
    '\ud800',
  ],
  '东湖区社工站组织社工走进社区开展服务，为居民送去温暖，受到大家的欢迎和好评，活动持续了一个下午。',
);

describe('any text', { timeout: 60_000 }, () => {
  it('records the hyphen that a wrapped title loses', () => {
    check('12责任编辑：周南commu-\nnity', { fileName: 'a.txt' });
  });

  it('keeps every character in exactly one place, with consistent offsets', () => {
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 60 }),
        fc.constantFrom('a.txt', 'a.md', ''),
        (parts, fileName) => check(parts.join(''), fileName ? { fileName } : {}),
      ),
      { numRuns: 600 },
    );
  });

  it('is read without an error, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => check(text)),
      { numRuns: 500 },
    );
  });

  it('is read the same way twice', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (parts) => {
        const text = parts.join('');
        expect(reconstruct(text)).toEqual(reconstruct(text));
      }),
      { numRuns: 200 },
    );
  });

  it('of the genre keeps its words in order within each paragraph', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const [file] = brokenFiles(seed, 1, 'tuning', { titles: 'plain' });
        const text = file?.text ?? '';
        check(text);
        const lines = text.split('\n');
        for (const article of reconstruct(text).articles) {
          for (const { start, end, firstLine, lastLine } of article.paragraphs) {
            const source = lines
              .slice(firstLine - 1, lastLine)
              .join('')
              .replace(/\s/g, '');
            let at = 0;
            for (const letter of article.text.slice(start, end).replace(/\s/g, '')) {
              at = source.indexOf(letter, at) + 1;
              expect(at).toBeGreaterThan(0);
            }
          }
        }
      }),
      { numRuns: 40 },
    );
  });
});

describe('time', () => {
  const measure = (text: string): number => {
    const start = performance.now();
    reconstruct(text);
    return performance.now() - start;
  };

  it.each([
    ['30,000 short lines', '没有标点的短行\n'.repeat(30_000)],
    ['30,000 numbered lines', '1. 服务项目\n'.repeat(30_000)],
    ['one very long line', `${'很长的一行，'.repeat(200_000)}。`],
    ['a line of opened brackets', '（《“['.repeat(100_000)],
    ['Markdown that never closes', `# 题\n${'**[a]('.repeat(100_000)}`],
  ])(
    'stays linear for %s',
    (_, text) => {
      expect(measure(text)).toBeLessThan(60_000);
    },
    90_000,
  );
});
