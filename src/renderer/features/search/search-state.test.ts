import type { SearchOutcome, SearchRequest } from '@renderer/archive/search';
import { expect, test, vi } from 'vitest';

/** Questions that wait for their answers, by what is asked. */
const waiting = new Map<string, (changes?: Partial<SearchOutcome>) => void>();

/** What the search that is running has found. */
let soFar: SearchOutcome | null = null;
let looks = 0;
/** What was named as listed when it was asked for. */
let lastListed: number | null = null;

/** Results whose later groups are asked for, by their ids. */
const incomplete = new Map<number, (groups: Uint32Array | null) => void>();

vi.stubGlobal('requestAnimationFrame', (draw: () => void) => setTimeout(draw));

vi.mock('@renderer/archive/search', () => ({
  searchGroups: (resultId: number) =>
    new Promise<Uint32Array | null>((resolve) => {
      incomplete.set(resultId, resolve);
    }),
  searchSoFar: (listed: number | null) => {
    looks += 1;
    lastListed = listed;
    return Promise.resolve(soFar);
  },
  NO_FACETS: { outlets: [], years: [], tagIds: [], kinds: [] },
  search: ({ query }: SearchRequest) =>
    new Promise<SearchOutcome>((resolve) => {
      waiting.set(query, (changes = {}) =>
        resolve({
          ...{ resultId: waiting.size, query, problem: null, total: 1, articles: 1 },
          ...{ groups: Uint32Array.of(1), groupCount: 1, isWhole: true },
          ...{ head: [], superseded: false },
          ...changes,
        }),
      );
    }),
}));

const { ask, letListGo, searchState, watchList } = await import('./search-state');

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

test('what comes first is shown at once, and the rest behind it when it is known', async () => {
  ask({ query: '小区' });
  await answer('小区', { resultId: 7, total: 9, groupCount: 3, isWhole: false });
  await vi.waitFor(() => expect(searchState().pending).toBe(false));
  expect(searchState().outcome).toMatchObject({ total: 9, isWhole: false });
  await vi.waitFor(() => expect(incomplete.has(7)).toBe(true));
  incomplete.get(7)?.(Uint32Array.of(1, 5, 3));
  await vi.waitFor(() => expect(searchState().outcome?.isWhole).toBe(true));
  expect(searchState().outcome?.groups).toEqual(Uint32Array.of(1, 5, 3));
});

test('the rest of an older result does not come behind a newer one', async () => {
  ask({ query: '楼道' });
  await answer('楼道', { resultId: 8, isWhole: false });
  await vi.waitFor(() => expect(incomplete.has(8)).toBe(true));
  ask({ query: '楼道灯' });
  await answer('楼道灯', { resultId: 9, groups: Uint32Array.of(2) });
  await vi.waitFor(() => expect(searchState().outcome?.resultId).toBe(9));
  incomplete.get(8)?.(Uint32Array.of(1, 1));
  await Promise.resolve();
  expect(searchState().outcome?.groups).toEqual(Uint32Array.of(2));
});

test('other words begin without facets; an emptied field shows no result', () => {
  ask({ facets: { outlets: ['日报'], years: [], tagIds: [], kinds: [] } });
  expect(searchState().facets.outlets).toEqual(['日报']);
  ask({ query: '居民' });
  expect(searchState().facets.outlets).toEqual([]);
  ask({ query: '' });
  expect(searchState()).toMatchObject({ outcome: null, pending: false });
});

function partial(query: string, resultId: number, percent: number): SearchOutcome {
  return {
    ...{ resultId, query, problem: null, total: percent, articles: 1 },
    ...{ groups: Uint32Array.of(percent), groupCount: 1, isWhole: true },
    ...{ head: [], superseded: false, soFar: percent },
  };
}

test('what a long search has found is listed as it comes, but not under the pointer', async () => {
  let isUsed = false;
  const stop = watchList(() => isUsed);
  ask({ query: '长查' });
  soFar = partial('长查', -1, 10);
  await vi.waitFor(() => expect(searchState().partial?.listed.soFar).toBe(10), 2000);
  expect(searchState()).toMatchObject({ pending: true, outcome: null });
  soFar = partial('长查', -2, 20);
  await vi.waitFor(() => expect(searchState().partial?.listed.soFar).toBe(20), 2000);
  isUsed = true;
  soFar = partial('长查', -3, 30);
  await vi.waitFor(() => expect(searchState().partial?.newest.soFar).toBe(30), 2000);
  expect(searchState().partial?.listed.soFar).toBe(20);
  expect(lastListed).toBe(-2);
  await answer('长查');
  await vi.waitFor(() => expect(searchState().pending).toBe(false));
  expect(searchState().partial?.listed.soFar).toBe(20);
  expect(searchState().outcome?.query).toBe('长查');
  letListGo();
  expect(searchState().partial).toBe(null);
  stop();
});

test('what an earlier query has found so far is not listed for the newer one', async () => {
  soFar = partial('旧查', -4, 40);
  ask({ query: '新查' });
  const before = looks;
  await vi.waitFor(() => expect(looks).toBeGreaterThan(before + 1), 3000);
  expect(searchState().partial).toBe(null);
  await answer('新查');
  await vi.waitFor(() => expect(searchState().pending).toBe(false));
  expect(searchState().partial).toBe(null);
});

test('a list that is held does not stay when the same words are asked for in another order', async () => {
  const stop = watchList(() => true);
  ask({ query: '换序' });
  soFar = partial('换序', -5, 50);
  await vi.waitFor(() => expect(searchState().partial?.listed.soFar).toBe(50), 2000);
  await answer('换序');
  await vi.waitFor(() => expect(searchState().pending).toBe(false));
  expect(searchState().partial?.listed.soFar).toBe(50);
  waiting.delete('换序');
  ask({ sort: 'title' });
  await answer('换序');
  await vi.waitFor(() => expect(searchState().pending).toBe(false));
  expect(searchState().partial).toBe(null);
  stop();
});
