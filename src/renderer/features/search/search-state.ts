import {
  NO_FACETS,
  type SearchOutcome,
  type SearchRequest,
  search,
  searchGroups,
  searchSoFar,
} from '@renderer/archive/search';
import { afterPaint } from '@renderer/ui/after-paint';
import { type ErrorCode, errorCodeOf } from '@shared/errors';
import { useSyncExternalStore } from 'react';

/** What a search has found while it goes on. */
export interface PartialResult {
  /** What is listed: it stays while the list is in use. */
  listed: SearchOutcome;
  newest: SearchOutcome;
  /** How it is ordered and narrowed. */
  as: Pick<SearchRequest, 'sort' | 'facets' | 'within'>;
}

/** The search of this window: what is asked and what was found. Every screen of it shows the same. */
export interface SearchState extends SearchRequest {
  /** The last result that came; it stays while the next is on its way. */
  outcome: SearchOutcome | null;
  /** What is listed while a search that takes long goes on, or until the list is let go of. */
  partial: PartialResult | null;
  error: ErrorCode | null;
  pending: boolean;
  /** The row of the result that was gone to last. */
  current: number | null;
}

let state: SearchState = {
  query: '',
  sort: 'relevance',
  facets: NO_FACETS,
  within: [],
  outcome: null,
  partial: null,
  error: null,
  pending: false,
  current: null,
};
const listeners = new Set<() => void>();

function update(changes: Partial<SearchState>): void {
  state = { ...state, ...changes };
  for (const listener of listeners) listener();
}

export function searchState(): SearchState {
  return state;
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function useSearchState(): SearchState {
  return useSyncExternalStore(subscribe, searchState);
}

/** Whether there is something to go to; changes much less often than what is typed. */
export function useHasResult(): boolean {
  return useSyncExternalStore(subscribe, () => (listedOf(state)?.groups.length ?? 0) > 0);
}

/** What the list shows: what a search that goes on has found, or the whole result. */
export function listedOf({
  partial,
  outcome,
}: Pick<SearchState, 'partial' | 'outcome'>): SearchOutcome | null {
  return partial?.listed ?? outcome;
}

/** The letters of an unfinished composition are shown, but not searched for. */
export function typeQuery(query: string): void {
  update({ query });
}

/** Asks for something else. Other words begin without what was chosen among the facets. */
export function ask(changes: Partial<SearchRequest>): void {
  const isOther = changes.query !== undefined && changes.query !== state.outcome?.query;
  update({ ...(isOther ? { facets: NO_FACETS } : {}), ...changes });
  void run();
}

export function goneTo(row: number): void {
  update({ current: row });
}

/**
 * While a search is running that is as slow as this, typing comes to a pause before the next begins (both
 * in milliseconds), or that search to its end.
 */
const QUICK = 50;
const PAUSE = 100;
/** So long after the last key (milliseconds) all of a result is put in order: who types on needs none of it. */
const REST = 250;

let serial = 0;
let took = 0;
let timer: ReturnType<typeof setTimeout> | undefined;
let running: Promise<unknown> | null = null;

async function run(): Promise<void> {
  serial += 1;
  const mine = serial;
  clearTimeout(timer);
  const { query, sort, facets, within } = state;
  if (query.trim() === '') {
    update({ outcome: null, partial: null, error: null, pending: false, current: null });
    return;
  }
  update({ pending: true });
  if (running !== null && took > QUICK) {
    const pause = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, PAUSE);
    });
    await Promise.race([pause, running]);
    if (mine !== serial) return;
  }
  const began = performance.now();
  const answer = search({ query, sort, facets, within });
  const ended = answer
    .catch(() => undefined)
    .then(() => {
      if (running === ended) running = null;
    });
  running = ended;
  void follow(mine);
  try {
    const outcome = await answer;
    if (mine !== serial || outcome.superseded) return;
    const partial = keptInUse(outcome);
    const isSame = partial !== null || outcome.query === state.outcome?.query;
    update({
      ...{ outcome, partial, error: null, pending: false },
      current: isSame ? state.current : null,
    });
    if (!outcome.isWhole) void complete(outcome);
  } catch (error) {
    if (mine !== serial) return;
    update({ outcome: null, partial: null, error: errorCodeOf(error), pending: false });
  } finally {
    took = performance.now() - began;
  }
}

/** Milliseconds until a search tells what it has found; making that takes a quarter of its time at most. */
const SO_FAR = 700;
const SO_FAR_FACTOR = 3;

/** Shows what a search has found while it goes on. A whole result of the same words stays. */
async function follow(mine: number): Promise<void> {
  for (let pause = SO_FAR; ; ) {
    await new Promise((resolve) => setTimeout(resolve, pause));
    const goesOn = () => mine === serial && state.pending;
    if (!goesOn() || state.outcome?.query === state.query) return;
    const began = performance.now();
    const listed = state.partial?.listed.resultId ?? null;
    // What goes wrong is told by the search itself.
    const newest = await searchSoFar(listed).catch(() => null);
    if (!goesOn()) return;
    if (newest?.query === state.query) {
      const as = { sort: state.sort, facets: state.facets, within: state.within };
      const kept = keptInUse(newest);
      const partial = kept ?? { listed: newest, newest, as };
      // A row of another list is another place.
      update({
        ...{ partial, outcome: null, error: null },
        current: kept === null ? null : state.current,
      });
    }
    pause = Math.max(SO_FAR, SO_FAR_FACTOR * (performance.now() - began));
  }
}

let isListUsed: () => boolean = () => false;

/** Says how to find out whether the list is under the pointer or the keyboard's focus. */
export function watchList(isUsed: () => boolean): () => void {
  isListUsed = isUsed;
  return () => {
    isListUsed = () => false;
  };
}

/** Whether somebody is in the list, or goes through it from the reader. */
export function isListHeld(): boolean {
  return state.current !== null || isListUsed();
}

/** The list of the same words, ordered and narrowed alike, as it stands, when it is in use and must not jump. */
function keptInUse(newest: SearchOutcome): PartialResult | null {
  const { partial, sort, facets, within } = state;
  if (partial?.listed.query !== newest.query || !isListHeld()) return null;
  const { listed, as } = partial;
  const isAlike = as.sort === sort && as.facets === facets && as.within === within;
  return isAlike ? { listed, newest, as } : null;
}

/** The list is not in use any more: it shows what there is now. */
export function letListGo(): void {
  const { partial, pending } = state;
  if (partial === null || (pending && partial.listed === partial.newest)) return;
  const next = pending ? { ...partial, listed: partial.newest } : null;
  update({ partial: next, current: null });
}

let endRest: (() => void) | null = null;

/** Who goes into the result wants all of it, and does not type on. */
export function wantWhole(): void {
  endRest?.();
}

/** What comes behind the first groups of a result is known when typing has come to rest. */
async function complete({ resultId }: SearchOutcome): Promise<void> {
  await new Promise<void>((resolve) => {
    endRest = resolve;
    timer = setTimeout(resolve, REST);
  });
  await afterPaint();
  if (state.outcome?.resultId !== resultId) return;
  try {
    const groups = await searchGroups(resultId);
    const { outcome } = state;
    if (groups === null || outcome?.resultId !== resultId) return;
    update({ outcome: { ...outcome, groups, isWhole: true } });
  } catch (error) {
    if (state.outcome?.resultId !== resultId) return;
    update({ outcome: null, error: errorCodeOf(error) });
  }
}

/** Asks the same again, when the archive has changed. */
export function searchAgain(): void {
  if (state.query.trim() !== '') void run();
}
