import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type LongChange, runningChange, watched } from './long-change';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const label = { name: 'tag-articles', count: 500 } as const;
const isArticle = (table: string) => table === 'articles';

/** A write of so many rows, 10 ms each; answers what was told of it after each. */
function write(count: number, onRow: (row: number) => void = () => undefined) {
  const told: (LongChange | null)[] = [];
  const work = watched(label, label.count, isArticle, async (watch) => {
    for (let row = 0; row < count; row += 1) {
      vi.advanceTimersByTime(10);
      watch.wrote({ table: row % 2 === 0 ? 'articles' : 'notes', key: String(row) });
      told.push(runningChange());
      onRow(row);
    }
    return 'written';
  });
  return { work, told };
}

test('a long write is told of after a while, with what counts of it, and no longer at its end', async () => {
  const { work, told } = write(200);
  expect(await work).toBe('written');
  expect(told[60]).toBeNull();
  expect(told[100]).toMatchObject({ label, total: 500 });
  expect(told[199]?.done).toBeGreaterThan(told[100]?.done ?? 0);
  expect(told[199]?.done).toBeLessThanOrEqual(100);
  expect(runningChange()).toBeNull();
});

test('it ends with the next row when it is cancelled', async () => {
  let rows = 0;
  const { work } = write(200, (row) => {
    rows = row;
    if (row === 120) runningChange()?.cancel();
  });
  await expect(work).rejects.toMatchObject({ code: 'cancelled' });
  expect(rows).toBe(120);
  expect(runningChange()).toBeNull();
});

test('rows that the write expects are told of too; a write of few things is never told of', async () => {
  const write = (rows: number) =>
    watched(
      { name: 'merge-tags', count: 1 },
      0,
      () => true,
      async (watch) => {
        watch.expect(rows);
        vi.advanceTimersByTime(800);
        watch.wrote({ table: 'annotations', key: '1' });
        return runningChange();
      },
    );
  expect(await write(500)).toMatchObject({ done: 1, total: 500 });
  expect(await write(150)).toBeNull();
});
