import type { Evaluation } from '@domain/search/evaluation';
import { archiveOf } from '@domain/search/query/testing/archive';
import { expect, test } from 'vitest';
import { type KeptResult, keepLater, keepPartial, keptResult } from './kept';

const none: Evaluation = {
  fields: new Uint8Array(),
  ...{ owners: new Uint32Array(), starts: new Uint32Array(), ends: new Uint32Array() },
  ...{ articles: new Uint32Array(), looseNotes: new Uint32Array(), terms: [] },
};

const SIZE = { places: 10, groups: 2 };

function resultOf(id: number): KeptResult {
  const found = { source: archiveOf([]), evaluation: none };
  const groups = { of: new Int32Array(), from: new Uint32Array(1) };
  const order = new Uint32Array();
  const facets = { outlets: [], years: [], tagIds: [], kinds: [] };
  const list = { ...found, groups, order, rowOf: new Uint32Array(1) };
  return { id, list, whole: found, facets, lines: null };
}

test('a result is put in order when it is first asked for, and once', async () => {
  let made = 0;
  keepLater(1, SIZE, async () => {
    made += 1;
    return resultOf(1);
  });
  expect(made).toBe(0);
  const [first, second] = await Promise.all([keptResult(1), keptResult(1)]);
  expect(made).toBe(1);
  expect(first?.id).toBe(1);
  expect(second).toBe(first);
});

test('older results go when there are many, and what came to nothing is none', async () => {
  for (let id = 2; id < 9; id += 1) keepLater(id, SIZE, async () => resultOf(id));
  keepLater(9, SIZE, async () => null);
  expect(await keptResult(1)).toBeNull();
  expect(await keptResult(9)).toBeNull();
  expect((await keptResult(8))?.id).toBe(8);
});

test('what a search has found so far stays while it is listed, and takes no place of whole results', async () => {
  keepLater(10, SIZE, async () => resultOf(10));
  for (let id = -1; id > -9; id -= 1) keepPartial(resultOf(id), id === -1 ? null : -1);
  expect((await keptResult(-1))?.id).toBe(-1);
  expect((await keptResult(-8))?.id).toBe(-8);
  expect(await keptResult(-2)).toBeNull();
  expect((await keptResult(10))?.id).toBe(10);
});
