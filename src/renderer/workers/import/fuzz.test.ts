import { encodeText } from '@domain/text/testing/encode-text';
import { ZhaijiError } from '@shared/errors';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { extract } from '../extract';
import { makeDocx, makeEpub, makeHtml, makeMhtml } from '../extract/testing/make-documents';
import { makePdf } from '../extract/testing/make-pdf';
import { makeCsv, makeXlsx } from '../extract/testing/make-tables';
import { understand } from './understand';

const TITLE = '渡口街道的夜间门诊';
const TEXT =
  '每周二晚上，渡口街道的卫生站亮着灯。社工陪着独居老人来量血压，也陪他们说说话。\n站长林见川说，灯亮着，人就敢来。';

/** Valid files of every format, to be damaged. */
const whole: readonly Uint8Array[] = [
  encodeText(`${TITLE}\n\n${TEXT}\n（据渡口融媒）`, 'utf-8'),
  encodeText(`${TITLE}\n\n${TEXT}\n`, 'gb18030'),
  encodeText(`${TITLE}\n\n${TEXT}\n`, 'utf-16le', { bom: true }),
  makeHtml([{ kind: 'title', text: TITLE }, ...TEXT.split('\n')]),
  makeMhtml([{ kind: 'title', text: TITLE }, ...TEXT.split('\n')]),
  makeDocx([{ kind: 'title', text: TITLE }, ...TEXT.split('\n')]),
  makeEpub([[{ kind: 'heading', level: 1, text: TITLE }, TEXT]]),
  makePdf([{ runs: [{ text: TITLE, x: 60, y: 80, size: 12 }] }]),
  makeCsv([
    ['标题', '正文'],
    [TITLE, TEXT],
  ]),
  makeXlsx([
    ['标题', '正文'],
    [TITLE, TEXT],
  ]),
  encodeText(JSON.stringify([{ title: TITLE, text: TEXT }]), 'utf-8'),
];

const damaged = fc
  .record({
    file: fc.nat(whole.length - 1),
    flips: fc.array(
      fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), to: fc.nat(255) }),
      {
        maxLength: 6,
      },
    ),
    end: fc.double({ min: 0.2, max: 1, noNaN: true }),
  })
  .map(({ file, flips, end }) => {
    const from = whole[file] ?? new Uint8Array();
    const bytes = Uint8Array.from(from).slice(0, Math.ceil(from.length * end));
    for (const { at, to } of flips) bytes[Math.floor(at * (bytes.length - 1))] = to;
    return bytes;
  });

const settings = fc.record(
  {
    single: fc.boolean(),
    repair: fc.record({ punctuation: fc.boolean(), hanSpaces: fc.boolean() }),
  },
  { requiredKeys: [] },
);

const bare = (text: string) => text.replace(/[\s\ufeff]+/g, '');

function isSubsequence(part: string, of: string): boolean {
  let at = 0;
  for (const unit of part) {
    at = of.indexOf(unit, at);
    if (at < 0) return false;
    at += unit.length;
  }
  return true;
}

describe('any bytes', () => {
  it('are refused with a reason, or become articles in which nothing is invented', async () => {
    const names = fc.constantFrom('a.txt', 'a.md', 'a.csv', 'a.json', 'a');
    const bytes = fc.oneof(fc.uint8Array({ maxLength: 400 }), damaged, damaged);
    await fc.assert(
      fc.asyncProperty(bytes, names, settings, async (input, name, chosen) => {
        let extraction: Awaited<ReturnType<typeof extract>>;
        try {
          extraction = await extract(input, { name });
        } catch (error) {
          expect(error).toBeInstanceOf(ZhaijiError);
          return;
        }
        if (extraction.kind === 'container') return;
        const { text, file } = understand(extraction, name, chosen);
        const source = bare(text);
        for (const article of file.articles) {
          const texts = article.paragraphs.map(({ start, end }) => article.text.slice(start, end));
          expect(texts.join('\n')).toBe(article.text);
          // In order within each paragraph: a caption between two halves comes after them.
          for (const each of texts) expect(isSubsequence(bare(each), source)).toBe(true);
        }
        // Nothing stands in two places.
        const made = bare(file.articles.map((article) => article.text).join(''));
        expect(isPartOf(made, source)).toBe(true);
      }),
      { numRuns: 400 },
    );
  }, 120_000);

  it('lose no character on the way from the text to the articles', async () => {
    const line = fc.oneof(
      fc.constantFrom(TITLE, ...TEXT.split('\n'), '（据渡口融媒）', ''),
      fc.string(),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(line, { maxLength: 12 }), settings, async (lines, chosen) => {
        const { repair: _repaired, ...unrepaired } = chosen;
        const bytes = encodeText(lines.join('\n').replaceAll('\0', ''), 'utf-8');
        if (bytes.length === 0) return;
        let extraction: Awaited<ReturnType<typeof extract>>;
        try {
          extraction = await extract(bytes, { name: 'a.txt' });
        } catch (error) {
          expect(error).toBeInstanceOf(ZhaijiError);
          return;
        }
        if (extraction.kind !== 'text') return;
        const { text, file } = understand(extraction, '2.txt', unrepaired);
        const dropped = file.decisions.map((each) =>
          each.action === 'drop' ? (each.text ?? '') : '',
        );
        const made = file.articles.flatMap(({ titleLines, title, text: words }) => [
          titleLines.length > 0 ? title : '',
          words,
        ]);
        expect(sorted(bare([...made, ...dropped].join('')))).toBe(sorted(bare(text)));
      }),
      { numRuns: 200 },
    );
  }, 120_000);
});

/** Whether every character occurs at most as often as in the other text. */
function isPartOf(part: string, whole: string): boolean {
  const left = new Map<string, number>();
  for (const char of whole) left.set(char, (left.get(char) ?? 0) + 1);
  for (const char of part) {
    const count = left.get(char) ?? 0;
    if (count === 0) return false;
    left.set(char, count - 1);
  }
  return true;
}

function sorted(text: string): string {
  return [...text].sort().join('');
}
