import { describe, expect, it } from 'vitest';
import { nextLine, nextPlace, uncertainLines } from './places';
import { readingOf } from './reading.test-support';
import { indexReading } from './reading-index';

const TEXT = `江湾的渡口
　　渡口在江湾的东头，一天只有两班船。船工老何在这里撑了三十年的船，
图为老何在渡口检查缆绳。
认得每一个过江的人。
-----

后山的茶园
　　茶园在后山，春天最忙。采茶的人天不亮就上山，中午才下来。
`;
const reading = readingOf(TEXT);
const index = indexReading(reading);

describe('indexReading', () => {
  it('gives every line with words to one row, the inner one when rows lie within each other', () => {
    const texts = Array.from({ length: index.lines.count }, (_, at) => {
      const row = index.rows[index.rowOf(at + 1)];
      return row === undefined ? null : row.text.slice(0, 4);
    });
    expect(texts).toEqual([
      '江湾的渡',
      '渡口在江',
      '图为老何',
      '渡口在江',
      null,
      null,
      '后山的茶',
      '茶园在后',
    ]);
    expect(index.linesOf(index.rowOf(2))).toEqual([2, 4]);
  });

  it('knows where each title is', () => {
    expect(index.titleRows.map((row) => index.rows[row]?.text)).toEqual([
      '江湾的渡口',
      '后山的茶园',
    ]);
  });

  it('leaves a line to its words where a page mark is the rest of it', () => {
    const { rows, rowOf } = indexReading(
      readingOf(
        '江湾的渡口\n\n渡口在江湾的东头，一天只有两班船，船工老何在这里撑了三十年，认得（下转第4版）',
      ),
    );
    expect(rows.map(({ label }) => label)).toEqual(['title', 'body', 'furniture']);
    expect(rows[rowOf(3)]?.label).toBe('body');
  });

  it('leads from a line without words to the row before it', () => {
    expect(index.rowNear(6)).toBe(index.rowOf(4));
    expect(indexReading(readingOf('')).rowNear(1)).toBe(-1);
  });

  it('tells the decisions of a line', () => {
    const actions = (line: number) => index.decisionsAt(line).map(({ action }) => action);
    expect(actions(4)).toContain('join');
    expect(actions(3)).toContain('lift');
    expect(actions(7)).toContain('split');
    expect(actions(5)).toContain('drop');
  });
});

describe('places', () => {
  it('passes over blank lines and stays at the ends', () => {
    expect(nextLine(index, 5, 1)).toBe(7);
    expect(nextLine(index, 7, -1)).toBe(5);
    expect(nextLine(index, 8, 1)).toBe(8);
  });

  it('goes through the uncertain decisions that nothing was said about', () => {
    const unsure = indexReading({
      ...reading,
      settings: { corrections: [{ line: 7, as: 'title' }] },
      decisions: reading.decisions.map((decision) => ({ ...decision, confidence: 0.3 })),
    });
    const lines = uncertainLines(unsure);
    expect(lines).not.toContain(7);
    expect(lines).not.toContain(5);
    expect(nextPlace(lines, 1, 1)).toBe(3);
    expect(nextPlace(lines, 1, -1)).toBeNull();
  });
});
