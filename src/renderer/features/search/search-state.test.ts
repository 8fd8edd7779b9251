import type { SearchOutcome, SearchRequest } from '@renderer/archive/search';
import { expect, test, vi } from 'vitest';

/** Questions that wait for their answers, by what is asked. */
const waiting = new Map<string, (changes?: Partial<SearchOutcome>) => void>();

vi.mock('@renderer/archive/search', () => ({
  NO_FACETS: { outlets: [], years: [], tagIds: [], kinds: [] },
  search: ({ query }: SearchRequest) =>
    new Promise<SearchOutcome>((resolve) => {
      waiting.set(query, (changes = {}) =>
        resolve({
          ...{ resultId: waiting.size, query, problem: null, total: 1, articles: 1 },
          ...{ groups: Uint32Array.of(1), head: [], superseded: false },
          ...changes,
        }),
      );
    }),
}));

const { ask, searchState } = await import('./search-state');

async function answer(query: string, changes?: Partial<SearchOutcome>): Promise<void> {
  await vi.waitFor(() => expect(waiting.has(query)).toBe(true));
  waiting.get(query)?.(changes);
  await Promise.resolve();
}

test('the newest query wins, whichever is answered first', async () => {
  ask({ query: '社' });
  ask({ query: '社工' });
  await answer('社工');
  await vi.waitFor(() => expect(searchState().pending).toBe(false));
  expect(searchState().outcome?.query).toBe('社工');
  await answer('社');
  expect(searchState().outcome?.query).toBe('社工');
});

test('what was superseded in the worker is not shown, the result before stays', async () => {
  ask({ query: '社工站' });
  await answer('社工站', { superseded: true, groups: new Uint32Array() });
  expect(searchState().outcome?.query).toBe('社工');
  expect(searchState().pending).toBe(true);
});

test('other words begin without facets; an emptied field shows no result', () => {
  ask({ facets: { outlets: ['日报'], years: [], tagIds: [], kinds: [] } });
  expect(searchState().facets.outlets).toEqual(['日报']);
  ask({ query: '居民' });
  expect(searchState().facets.outlets).toEqual([]);
  ask({ query: '' });
  expect(searchState()).toMatchObject({ outcome: null, pending: false });
});
