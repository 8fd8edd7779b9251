import { reconstruct } from '@domain/ingest/reconstruct';
import { describe, expect, it } from 'vitest';
import { textItem as item } from '../testing/text-item';
import { typeset } from '../testing/typeset';
import type { TextItem } from './items';
import { type LaidLine, layoutPages } from './layout';

const TITLE = '旧粮站里开了一间书房';
const STORY = [
  '云溪镇的旧粮站空了十一年。去年秋天，镇里把其中一间库房修好，摆上书架，取名叫谷仓书房。',
  '“墙有六十厘米厚，夏天不用开空调。”管理员沈听澜说，来看书的多半是附近小学的孩子，也有几位老人，只为了在窗边坐一会儿。',
  '书房不收押金，借书只要写下名字。半年里借出四千多册，只有三册没有回来。沈听澜把这三册的书名写在门口的小黑板上，后面画了一个笑脸。',
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
console.log(lay([title, ...columns([6,6],150,20)]).map((l)=>(l.gap?"--\n":"")+l.text).join("\n"));

describe('readingOrder of short columns', () => {
  it.each(Array.from({ length: total - 6 }, (_, index) => index + 5))(
    'reads %i lines at the left, and what is left at the right',
    (left) => {
      expect(words(lay(columns([left])))).toBe(STORY.join(''));
      expect(readArticle([title, ...columns([left])])).toMatchObject({ title: TITLE, bodies: STORY });
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
