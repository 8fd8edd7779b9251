import { type LibraryRow, libraryRow } from '@renderer/archive/library-rows';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { followSorted, orderBy, sortArticles } from './sort-articles';
import { sortInPieces } from './sort-in-pieces';

const fields = fc.record({
  title: fc.constantFrom('', '基层治理', '志愿服务', '安居', '第10版', '第9版'),
  outlet: fc.constantFrom('', '人民网', '新华网'),
  date: fc.constantFrom('', '2023', '2023-11', '2022-01-02'),
  count: fc.nat({ max: 3 }),
});
const sorts = fc.constantFrom('title', 'outlet', 'date', 'annotations', 'imported');

interface Fields {
  title: string;
  outlet: string;
  date: string;
  count: number;
}

function rowOf(id: string, { count, ...parts }: Fields): LibraryRow {
  return { ...libraryRow({ id, ...parts }), annotationCount: count };
}

function rowsOf(values: Fields[]) {
  return values.map((value, index) => rowOf(String(index).padStart(4, '0'), value));
}

describe('followSorted', () => {
  test('after rows have come, gone and changed it is the order that sorting would give', () => {
    const changes = fc.array(
      fc.record({ at: fc.nat({ max: 60 }), to: fc.option(fields), added: fc.boolean() }),
    );
    fc.assert(
      fc.property(fc.array(fields), changes, sorts, fc.boolean(), (values, all, sort, down) => {
        const before = rowsOf(values);
        const after = new Map<string, LibraryRow>(before.map((row) => [row.id, row]));
        for (const { at, to, added } of all) {
          const id = added ? `${String(at).padStart(4, '0')}x` : String(at).padStart(4, '0');
          if (to === null) after.delete(id);
          else after.set(id, rowOf(id, to));
        }
        const rows = [...after.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
        const order = orderBy(sort, down);
        const followed = followSorted(sortArticles(before, sort, down), before, rows, order, 999);
        expect(followed).toEqual(sortArticles(rows, sort, down));
      }),
    );
  });

  test('nothing changed is the same list; too much is not followed', () => {
    const rows = rowsOf([{ title: '甲', outlet: '', date: '', count: 0 }]);
    const order = orderBy('title', false);
    expect(followSorted(rows, rows, [...rows], order, 1)).toBe(rows);
    expect(followSorted(rows, rows, [], order, 0)).toBeNull();
  });
});

describe('sortInPieces', () => {
  test('is the stable sort, with a pause whenever a turn was long', async () => {
    const numbers = Array.from({ length: 3000 }, (_, at) => ({ key: (at * 7919) % 97, at }));
    const compare = (a: { key: number }, b: { key: number }) => a.key - b.key;
    let pauses = 0;
    const pause = async () => {
      pauses += 1;
      return true;
    };
    const sorted = await sortInPieces(numbers, compare, pause, () => true);
    expect(sorted).toEqual([...numbers].sort(compare));
    expect(pauses).toBeGreaterThan(20);
  });

  test('ends when it is told to', async () => {
    const numbers = Array.from({ length: 1000 }, (_, at) => -at);
    const ended = await sortInPieces(
      numbers,
      (a, b) => a - b,
      async () => false,
      () => true,
    );
    expect(ended).toBeNull();
    expect(
      await sortInPieces(
        [],
        () => 0,
        async () => true,
        () => true,
      ),
    ).toEqual([]);
  });
});
