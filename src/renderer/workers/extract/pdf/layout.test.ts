import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textItem as item } from '../testing/text-item';
import type { TextItem } from './items';
import { layoutPages } from './layout';

const PAGE = { width: 600, height: 800, slanted: false };

function lay(...pages: TextItem[][]) {
  return layoutPages(
    pages.map((items, index) => ({ number: index + 1, flows: [{ ...PAGE, items }] })),
  );
}

/** Its characters but white space, in order of their codes. */
function letters(texts: readonly string[]): string {
  return Array.from(texts.join('').replace(/\s+/g, '')).sort().join('');
}

describe('layoutPages', () => {
  const anItem = fc.record({
    text: fc.stringMatching(/^[一-十a-c0-2。，“]{1,9}( [一-十a-c]{1,4})?$/),
    x: fc.integer({ min: -50, max: 650 }),
    y: fc.integer({ min: -50, max: 900 }),
    width: fc.integer({ min: 0, max: 300 }),
    size: fc.constantFrom(0.01, 6, 9, 10, 10.5, 16, 40, 900),
    font: fc.constantFrom('song', 'hei'),
    bold: fc.boolean(),
    spaced: fc.boolean(),
  });
  const aFlow = fc.record({
    items: fc.array(anItem, { maxLength: 40 }),
    width: fc.constant(600),
    height: fc.constant(800),
    slanted: fc.boolean(),
  });

  it('keeps every character once, wherever it stands', () => {
    fc.assert(
      fc.property(fc.array(fc.array(aFlow, { maxLength: 3 }), { maxLength: 5 }), (flows) => {
        const pages = flows.map((each, index) => ({ number: index + 1, flows: each }));
        const laid = layoutPages(pages);
        const texts = pages.flatMap((page) => page.flows.flatMap((flow) => flow.items));
        expect(letters(laid.map((line) => line.text))).toBe(
          letters(texts.map((each) => each.text)),
        );
        expect(laid.every((line) => !line.text.includes('\n') && line.text.trim() !== '')).toBe(
          true,
        );
      }),
    );
  });

  it('keeps the order of a printed line', () => {
    const words = fc.array(fc.stringMatching(/^[一-十a-z]{1,6}$/), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(words, fc.integer({ min: 0, max: 8 }), (texts, gap) => {
        let x = 50;
        const items = texts.map((text) => {
          const placed = item(text, x, 400);
          x = placed.x + placed.width + gap;
          return placed;
        });
        const [line, ...rest] = lay([...items].reverse());
        expect(rest).toEqual([]);
        expect(line?.text.replace(/\s/g, '')).toBe(texts.join(''));
      }),
    );
  });

  it('reads columns one after the other, uneven and off each other by half a line', () => {
    const column = (name: string, x: number, count: number, top: number) =>
      Array.from({ length: count }, (_, row) =>
        item(`${name}栏的第${'零一二三四五六七八九'[row]}行文字在这里`, x, top + row * 16),
      );
    for (const columns of [1, 2, 3, 4]) {
      const parts = Array.from({ length: columns }, (_, index) =>
        column('甲乙丙丁'.charAt(index), 40 + index * 140, 9 - index * 2, 200 + index * 7),
      );
      const order = parts.flat().map((each) => each.text);
      expect(lay(parts.flat().reverse()).map((line) => line.text)).toEqual(order);
    }
  });

  it('lets a heading over two of three columns cut only these', () => {
    const column = (name: string, x: number, top: number, bottom: number) =>
      Array.from({ length: (bottom - top) / 20 }, (_, row) =>
        item(`${name}栏这一行有十二个字呀${row % 10}`, x, top + row * 20),
      );
    const first = [...column('甲', 40, 200, 300), ...column('乙', 200, 200, 300)];
    const heading = item('跨过前两栏的大标题', 60, 330, 26);
    const second = [...column('丙', 40, 360, 480), ...column('丁', 200, 360, 480)];
    const third = column('戊', 360, 200, 480);
    const order = [...first, heading, ...second, ...third].map((each) => each.text);
    const laid = lay([...third, ...second, heading, ...first]);
    expect(laid.map((line) => line.text.trim())).toEqual(order);
    expect(laid.find((line) => line.text.includes('大标题'))?.hint).toMatchObject({ level: 1 });
  });

  it('puts raised figures and drop capitals into their lines', () => {
    const raised = lay([
      item('专家的说法', 50, 100),
      item('[3]', 100, 96, 5),
      item('与此不同。', 110, 100),
    ]);
    expect(raised.map((line) => line.text)).toEqual(['专家的说法[3]与此不同。']);
    const capital = lay([
      item('那', 50, 126, 30),
      item('天早晨的雾一直到十点才散开，', 82, 108),
      item('码头上的人都说没有见过。后', 82, 124),
      item('来他们把这一天叫作白日子，记了', 50, 140),
      item('很多年，直到最后一条船也卖掉。', 50, 156),
    ]);
    expect(capital[0]?.text.trim()).toBe('那天早晨的雾一直到十点才散开，');
    expect(capital).toHaveLength(4);
  });

  it('says indents, gaps and type', () => {
    const text = (y: number, indent = 0) =>
      item('这是一行普普通通的正文文字内容'.slice(indent), 50 + indent * 10, y);
    const laid = lay([
      text(100, 2),
      text(116),
      text(132),
      text(148, 2),
      text(164),
      text(180),
      item('黑体小标题', 50, 220, 10, { font: 'hei' }),
      text(236, 2),
      text(252),
      text(268),
    ]);
    expect(laid.map((line) => /^\u3000*/.exec(line.text)?.[0].length)).toEqual([
      2, 0, 0, 2, 0, 0, 0, 2, 0, 0,
    ]);
    expect(laid.map((line) => line.gap)).toEqual([
      ...Array(6).fill(false),
      true,
      false,
      false,
      false,
    ]);
    expect(laid[6]?.hint).toEqual({ emphasised: true, page: 1 });
    expect(laid[7]?.hint).toEqual({ page: 1 });
  });

  it('writes rows of a table with tabs between the cells', () => {
    const rows = [
      ['年份', '数量', '价格'],
      ['2019', '312', '9元'],
      ['2021', '268', '11元'],
    ];
    const items = rows.flatMap((row, y) =>
      row.map((cell, x) => item(cell, 50 + x * 80, 100 + y * 18)),
    );
    expect(lay(items).map(({ text, hint }) => ({ text, kind: hint.kind }))).toEqual(
      rows.map((row) => ({ text: row.join('\t'), kind: 'table' })),
    );
  });

  it('knows running heads and page numbers, not a text that happens to begin alike', () => {
    const page = (number: number) => [
      item('河岸周刊', 50, 40),
      item(`${number * 2}`, 500, 40),
      ...Array.from({ length: 30 }, (_, row) =>
        item(`第${number}页第${row}行的正文有这么多个字`, 50, 80 + row * 16),
      ),
      item(`— ${number} —`, 290, 770),
    ];
    const laid = lay(page(1), page(2), page(3), page(4));
    const kinds = laid.filter((line) => line.hint.kind === 'furniture').map((line) => line.text);
    expect(kinds).toEqual([1, 2, 3, 4].flatMap((n) => [`河岸周刊 ${n * 2}`, `— ${n} —`]));
    const plain = lay(
      ...[1, 2, 3, 4].map((n) => [
        item(`第${n}段的开头`, 50, 60),
        item(`第${n}段接着说下去`, 50, 76),
      ]),
    );
    expect(plain.some((line) => line.hint.kind === 'furniture')).toBe(false);
  });
});
