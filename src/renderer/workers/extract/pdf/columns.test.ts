import { reconstruct } from '@domain/ingest/reconstruct';
import { describe, expect, it } from 'vitest';
import { textItem as item } from '../testing/text-item';
import { typeset } from '../testing/typeset';
import type { TextItem } from './items';
import { type LaidLine, layoutPages } from './layout';

const TITLE = '旧粮站里开了一间书房';
const STORY = [
  '云溪镇东头的旧粮站空了十一年，去年秋天，镇里把其中一间库房修好，摆上书架，取名叫谷仓书房。',
  '“墙有六十厘米厚，夏天不用开空调。”管理员沈听澜说，来看书的多半是附近小学的孩子，也有几位老人，只为了在窗边坐一会儿。',
  '书房不收押金，借书只要写下名字。半年里借出四千多册，只有三册没有回来。沈听澜把这三册的书名写在门口的小黑板上，后面画了一个圆圆的笑脸。',
  '镇长贺知远说，修这间库房一共花了二十六万元，其中一半是街坊凑的。有人捐书架，有人捐灯，做木匠的老人把自家晾了八年的楠木板扛了过来，刨成一张两丈长的桌子，摆在正中。',
];

/** As many lines as fit into a frame of so many. */
const heightOf = (lines: number): number => lines * 16 + 2;

/** The story in columns, so many lines in each; the last one takes what is left. */
function columns(counts: readonly number[], width = 220, gutter = 30, story = STORY): TextItem[] {
  const frames = [...counts, 60].map((lines, index) => ({
    page: 0,
    x: 60 + index * (width + gutter),
    y: 120,
    width,
    height: heightOf(lines),
  }));
  const runs = typeset(story, frames).get(0) ?? [];
  return runs.map(({ text, x, y, size }) => item(text, x, y, size));
}

function lay(items: readonly TextItem[]): LaidLine[] {
  const flow = { items: [...items].reverse(), width: 800, height: 900, slanted: false };
  return layoutPages([{ number: 1, flows: [flow] }]);
}

function readArticle(items: readonly TextItem[]) {
  const laid = lay(items);
  const out: string[] = [];
  const lines = new Map<number, LaidLine['hint']>();
  for (const { text, hint, gap } of laid) {
    if (gap) out.push('');
    out.push(text);
    lines.set(out.length, hint);
  }
  const { articles } = reconstruct(out.join('\n'), { lines });
  const [article] = articles;
  const paragraphs = article?.paragraphs ?? [];
  const textsOf = (kind: string): string[] =>
    paragraphs
      .filter((each) => each.kind === kind)
      .map(({ start, end }) => article?.text.slice(start, end) ?? '');
  return { title: article?.title, bodies: textsOf('body'), captions: textsOf('caption') };
}

const words = (laid: readonly LaidLine[]): string => laid.map(({ text }) => text.trim()).join('');
const title = item(TITLE, 60, 80, 22);
const total = columns([]).length;

describe('readingOrder of short columns', () => {
  it.each(Array.from({ length: total - 6 }, (_, index) => index + 5))(
    'reads %i lines at the left, and what is left at the right',
    (left) => {
      expect(words(lay(columns([left])))).toBe(STORY.join(''));
      expect(readArticle([title, ...columns([left])])).toMatchObject({
        title: TITLE,
        bodies: STORY,
      });
    },
  );

  it.each([
    [5, 5],
    [6, 6],
    [6, 7],
    [7, 7],
    [8, 8],
    [9, 9],
  ])('reads three columns of %i and %i lines, and the rest in the last', (first, second) => {
    const items = columns([first, second], 150, 20);
    expect(words(lay(items))).toBe(STORY.join(''));
    expect(readArticle([title, ...items])).toMatchObject({ title: TITLE, bodies: STORY });
  });

  it.each([1, 2, 3])('reads three columns, the last with %i lines', (rest) => {
    const all = columns([], 150).length;
    const first = Math.ceil((all - rest) / 2);
    const items = columns([first, all - rest - first], 150, 20);
    expect(items.filter(({ x }) => x >= 400)).toHaveLength(rest);
    expect(words(lay(items))).toBe(STORY.join(''));
    expect(readArticle([title, ...items])).toMatchObject({ title: TITLE, bodies: STORY });
  });

  it('leaves tables alone, also long words with a short one at their side', () => {
    const rows = [
      ['鹿鸣街道社会工作服务站', '梧桐院'],
      ['云溪镇未成年人保护工作站', '粮站旧址'],
      ['城东片区居家养老服务中心二站', '东门'],
      ['河西社区', '渡口边'],
    ];
    const items = rows.flatMap((row, y) =>
      row.map((cell, x) => item(cell, 60 + x * 170, 120 + y * 16)),
    );
    expect(lay(items).map(({ text }) => text)).toEqual(rows.map((row) => row.join('\t')));
    // A page's number beside an entry of its contents, a date beside a text.
    const contents = [...columns([60]), item('２０２６', 310, 130)];
    expect(lay(contents)[0]?.text).toMatch(/^\u3000\u3000云溪镇.* ２０２６$/);
    const below = [...columns([60]), item('沈听澜', 310, 130 + 16 * 5)];
    expect(lay(below)[5]?.text).toContain('沈听澜');
  });

  it('reads a right column of one short line', () => {
    const items = columns([total - 1]);
    const last = items.at(-1);
    expect(last?.x).toBe(310);
    for (const end of ['了。', '三册。', last?.text ?? '']) {
      const short = [...items.slice(0, -1), item(end, 310, 130)];
      expect(lay(short).at(-1)?.text).toBe(end);
    }
  });
});

describe('readingOrder around what spans two columns', () => {
  const CAPTION = '孩子们在谷仓书房的窗边看书，窗外是新修的晒谷场。贺知远 摄';
  /** Upper and lower halves of two columns, in the order in which the story runs through them. */
  function around(counts: readonly number[], down: boolean, story = STORY): TextItem[] {
    const [upper = 0, lower = 0] = counts;
    const frames = [60, 310].flatMap((x) => [
      { page: 0, x, y: 120, width: 220, height: heightOf(upper) },
      { page: 0, x, y: 420, width: 220, height: heightOf(lower) },
    ]);
    const [a, b, c, d] = frames;
    if (!a || !b || !c || !d) return [];
    const last = { page: 1, x: 60, y: 60, width: 220, height: 900 };
    const runs = typeset(story, down ? [a, b, c, d, last] : [a, c, b, d, last]).get(0) ?? [];
    return runs.map(({ text, x, y, size }) => item(text, x, y, size));
  }
  const caption = (size = 8): TextItem => item(CAPTION, 150, 405, size);
  const story = [...STORY, ...STORY.map((each) => `后来，${each}`)];

  it.each([
    [5, 5],
    [4, 6],
    [3, 3],
    [2, 5],
    [6, 7],
  ])('reads columns of %i lines above a caption and %i below whole', (upper, lower) => {
    const laid = lay([...around([upper, lower], true, story), caption()]);
    const rest = laid.filter(({ text }) => !text.includes(CAPTION));
    expect(laid.length - rest.length).toBe(1);
    expect(story.join('').startsWith(words(rest))).toBe(true);
    expect(rest.slice(1).every(({ text, gap }) => !gap || text.startsWith('\u3000\u3000'))).toBe(
      true,
    );
    // The caption does not stand in a sentence, unless even the columns end in one.
    const at = laid.findIndex(({ text }) => text.includes(CAPTION));
    expect(at).toBeGreaterThan(0);
    const closed = [upper + lower, 2 * (upper + lower)].some((end) =>
      /[。”]$/.test(rest[end - 1]?.text ?? ''),
    );
    if (closed) expect(laid[at - 1]?.text).toMatch(/[。”]$/);
  });

  it('puts the caption where a paragraph ends, and keeps the paragraphs whole', () => {
    for (const upper of [3, 4, 5, 6, 7]) {
      const items = [title, ...around([upper, 9], true), caption()];
      expect(readArticle(items), `${upper}`).toEqual({
        title: TITLE,
        bodies: STORY,
        captions: [CAPTION],
      });
    }
  });

  it('reads the halves one after the other below a heading, or when the text says so', () => {
    const items = around([5, 5], false, story);
    const heading = item('粮站外面的新晒谷场', 180, 405, 18);
    const cut = words(lay([...items, heading])).replace('粮站外面的新晒谷场', '');
    expect(story.join('').startsWith(cut)).toBe(true);
    const laid = lay([...around([6, 6], false, story), caption()]);
    const [at] = laid.flatMap(({ text }, index) => (text.includes(CAPTION) ? [index] : []));
    expect(at).toBe(12);
    expect(story.join('').startsWith(words(laid).replace(CAPTION, ''))).toBe(true);
  });
});
