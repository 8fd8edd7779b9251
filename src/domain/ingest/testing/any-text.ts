import fc from 'fast-check';
import { expect } from 'vitest';
import type { ReconstructedFile, ReconstructHints } from '../types';

/** Texts made of the pieces that the rules look at, and what must hold for the reading of any text. */

const PIECES = [
  ...['\n', '\n', '\n\n', '\n\n\n', '\r\n', '\f', '\u3000\u3000', '\t', '   ', ' '],
  ...['。', '，', '：', '；', '？', '”', '“', '（', '）', '《', '》', '【', '】', '——', '-', '|'],
  ...['# ', '## ', '**', '*', '> ', '![', '](', ')', '---', '＊＊＊', '=====', '- '],
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
  ],
  ...['（据江城日报）', '责任编辑：周南', '（完）', '2023年11月24日', '第3版', '12', '目录'],
  ...[
    '（下转第4版）',
    '（上接第1版）',
    '\n下转A3\n',
    '\n上接第一版\n',
    '总第102期',
    '新华社江城3月5日电',
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
    '\nnity',
  ],
  '东湖区社工站组织社工走进社区开展服务，为居民送去温暖，受到大家的欢迎和好评，活动持续了一个下午。',
];

export const anyText = fc
  .array(fc.constantFrom(...PIECES), { maxLength: 50 })
  .map((parts) => parts.join(''));

const SENTENCES = [
  '社工站的灯亮到了晚上九点，老人们围着桌子包粽子，孩子在一旁写作业。',
  '站长说，最难的是没有人知道社工是干什么的，只能一家一家地去敲门',
  '近日，石桥镇在六个村建起了助老食堂，六十岁以上的老人每顿只要三元钱。',
  '石桥镇建起助老食堂',
  '社工的一天',
  '一、从敲门开始',
  '（据石桥日报）',
  '记者 周晓岚',
  '社工与老人一起包粽子',
  '石桥日报　2024年6月18日　星期二　第3版',
];

/** Lines as news files have them, in any order. */
export const anyLines = fc
  .array(fc.tuple(fc.constantFrom(...SENTENCES), fc.constantFrom('\n', '\n', '\n\n', '\n\n\n')), {
    minLength: 1,
    maxLength: 14,
  })
  .map((lines) => lines.map(([line, gap], i) => (i === 0 ? line : gap + line)).join(''));

const DERIVED = new Set(['front-matter', 'file-metadata', 'file-name', 'opening-words']);

/** Sorted characters that are not white space. */
function letters(text: string): string {
  return [...text.replace(/\s/g, '')].sort().join('');
}

function everythingIn(file: ReconstructedFile): string {
  const derived = new Set(
    file.decisions
      .filter((each) => each.action === 'title' && each.evidence.some((rule) => DERIVED.has(rule)))
      .map((each) => each.article),
  );
  const titles = file.articles.map((article, index) => (derived.has(index) ? '' : article.title));
  const texts = file.articles.map((article) => article.text);
  const dropped = file.decisions
    .filter((each) => each.action === 'drop')
    .map((each) => each.text ?? '');
  return [...titles, ...texts, ...dropped].join('');
}

/** Nothing is lost or invented, offsets and lines agree, every line has its place. */
export function expectWhole(text: string, file: ReconstructedFile): void {
  expect(letters(everythingIn(file))).toBe(letters(text));
  const lines = text.split(/\r\n|[\n\r]/);
  for (const article of file.articles) {
    expect(article.firstLine).toBeGreaterThanOrEqual(1);
    expect(article.lastLine).toBeLessThanOrEqual(lines.length);
    expect(article.confidence).toBeGreaterThanOrEqual(0);
    expect(article.confidence).toBeLessThanOrEqual(1);
    let end = -1;
    for (const paragraph of article.paragraphs) {
      expect(paragraph.start).toBe(end + 1);
      expect(paragraph.end).toBeGreaterThan(paragraph.start);
      expect(paragraph.firstLine).toBeGreaterThanOrEqual(article.firstLine);
      expect(paragraph.lastLine).toBeLessThanOrEqual(article.lastLine);
      expect(paragraph.firstLine).toBeLessThanOrEqual(paragraph.lastLine);
      end = paragraph.end;
      const words = article.text.slice(paragraph.start, end);
      expectInOrder(words, lines.slice(paragraph.firstLine - 1, paragraph.lastLine).join(''));
    }
    expect(end).toBe(article.paragraphs.length === 0 ? -1 : article.text.length);
    for (const [field, fact] of Object.entries(article.facts)) {
      expect(article[field as keyof typeof article]).not.toBe('');
      expect(fact.confidence).toBeGreaterThan(0);
      expect(fact.confidence).toBeLessThanOrEqual(1);
      if (fact.line !== null) expect(lines[fact.line - 1]?.trim()).not.toBe('');
    }
  }
  for (const decision of file.decisions) {
    expect(decision.article).toBeLessThan(Math.max(1, file.articles.length));
    expect(decision.line).toBeGreaterThanOrEqual(1);
    expect(decision.line).toBeLessThanOrEqual(decision.lastLine);
    expect(decision.lastLine).toBeLessThanOrEqual(lines.length);
    expect(decision.evidence.length).toBeGreaterThan(0);
    expect(JSON.parse(JSON.stringify(decision))).toEqual(decision);
  }
  expectOwners(lines, file);
}

/** The words come in the source in the same order. */
function expectInOrder(words: string, source: string): void {
  let at = 0;
  for (const letter of words.replace(/\s/g, '')) {
    at = source.indexOf(letter, at) + 1;
    expect(at).toBeGreaterThan(0);
  }
}

/** Every line that is not blank belongs to a title or paragraph, or was markup as a whole. */
function expectOwners(lines: readonly string[], file: ReconstructedFile): void {
  const drops = file.decisions.filter(({ action }) => action === 'drop');
  lines.forEach((line, i) => {
    const article = file.articles[file.lineOwners?.articles[i] ?? -1];
    const paragraph = file.lineOwners?.paragraphs[i] ?? -1;
    if (line.trim() === '') expect(article).toBeUndefined();
    else if (!article) {
      expect(drops.some((drop) => drop.line <= i + 1 && drop.lastLine >= i + 1)).toBe(true);
    } else if (paragraph < 0) expect(article.titleLines).toContain(i + 1);
    else {
      const { firstLine = 0, lastLine = 0 } = article.paragraphs[paragraph] ?? {};
      expect(firstLine).toBeLessThanOrEqual(i + 1);
      expect(lastLine).toBeGreaterThanOrEqual(i + 1);
    }
  });
}

const LABELS = ['caption', 'byline', 'attribution', 'furniture', 'table', 'list', 'quote'] as const;

/** Any hints about up to 40 lines. */
export const anyHints: fc.Arbitrary<ReconstructHints> = fc.record(
  {
    single: fc.boolean(),
    format: fc.constantFrom('txt' as const, 'md' as const),
    lines: fc
      .array(
        fc.tuple(
          fc.integer({ min: 1, max: 40 }),
          fc.record(
            {
              level: fc.integer({ min: 1, max: 6 }),
              kind: fc.constantFrom(...LABELS),
              whole: fc.boolean(),
              emphasised: fc.boolean(),
              page: fc.integer({ min: 1, max: 4 }),
            },
            { requiredKeys: [] },
          ),
        ),
        { maxLength: 30 },
      )
      .map((entries) => new Map(entries)),
    facts: fc.record(
      {
        title: fc.constantFrom('社工的一天', '江城', '石桥镇建起助老食堂', ''),
        date: fc.constantFrom('2023-11', '2023', '明天', '2024-06-18'),
        outlet: fc.constantFrom('江城日报', ''),
      },
      { requiredKeys: [] },
    ),
  },
  { requiredKeys: [] },
);
