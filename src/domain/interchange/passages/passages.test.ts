import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvOf, parseCsv } from '../csv';
import { passagesToCsv, passagesToMarkdown } from './passages';

const passage = {
  article: { title: '风雨廊', outlet: '青溪日报', date: '2023-11-24' },
  paragraph: 3,
  exact: '来了*人',
  context: '昨天来了*人。',
  tags: ['空间', '议事'],
  note: '待核',
};

describe('passages going out', () => {
  it('are cited in Markdown', () => {
    const text = passagesToMarkdown('空间', [{ name: '风雨廊', passages: [passage] }]);
    expect(text).toContain('> 昨天来了\\*人。');
    expect(text).toContain('（《风雨廊》，青溪日报，2023年11月24日，第3段） #空间 #议事');
    expect(text).toContain('待核');
  });

  it('are rows of a table', () => {
    const rows = parseCsv(passagesToCsv([{ name: '风雨廊', passages: [passage] }]));
    expect(rows[1]).toEqual([
      ...['风雨廊', '风雨廊', '青溪日报', '2023-11-24', '3'],
      ...['来了*人', '昨天来了*人。', '空间; 议事', '待核'],
    ]);
  });

  it('come back from a table as they were', () => {
    const field = fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', ' ', '字', ';') });
    fc.assert(
      fc.property(fc.array(fc.tuple(field, field)), (rows) => {
        expect(parseCsv(csvOf([['h', 'k'], ...rows, ['x', 'y']]))).toEqual([
          ['h', 'k'],
          ...rows.filter((row) => row.some((each) => each !== '')),
          ['x', 'y'],
        ]);
      }),
    );
  });
});
