import type { WindowLimit } from '@domain/search/stats/collocates';
import type { Base, Binning } from '@domain/search/stats/frequency';
import type { TokenUnit } from '@domain/search/stats/tokens';
import type { QueryMistake } from '@renderer/archive/analysis';
import {
  type AnalysisKind,
  analyse,
  type OutcomeOf,
  type RequestOf,
} from '@renderer/archive/analysis';
import { onAnalysedChange } from '@renderer/archive/analysis-changes';
import {
  isNarrowing,
  type Narrowing,
  NO_NARROWING,
  type SearchScope,
} from '@renderer/archive/search';
import { type ErrorCode, errorCodeOf } from '@shared/errors';
import { useSyncExternalStore } from 'react';

export const KINDS = ['collocates', 'frequency', 'keyness', 'ngrams'] as const;

/** What was chosen in the view; it is all there again when one comes back to it. */
export interface Choices {
  kind: AnalysisKind;
  /** Shared by all kinds. */
  query: string;
  /** What of the articles and places counts that the queries find. */
  narrowing: Narrowing;
  /** Further queries of the frequency. */
  others: string[];
  /** The other side of the keywords; empty: all other articles. */
  against: string;
  unit: TokenUnit;
  left: number;
  right: number;
  limit: WindowLimit;
  reference: 'archive' | 'narrowed' | 'found';
  least: number;
  /** Tokens in a row, for keywords and for n-grams. */
  keySize: number;
  size: number;
  scope: 'archive' | 'narrowed' | 'found';
  by: Binning;
  base: Base;
  measure: 'places' | 'relative';
  hideFunction: boolean;
}

/** An outcome with what it is the outcome of. */
export interface Answered<K extends AnalysisKind> {
  request: RequestOf<K>;
  outcome: OutcomeOf<K>;
}

/** An analysis that was asked for: under way, or answered in one of several ways. */
export interface Run<K extends AnalysisKind = AnalysisKind> {
  request: RequestOf<K>;
  progress: { done: number; total: number } | null;
  /** `null` when it has ended. */
  stop: (() => void) | null;
  /** What is shown: stays until there is something new. What was asked may differ from `request`. */
  answered: Answered<K> | null;
  /** The archive has changed since `request` was asked. */
  isStale: boolean;
  mistake: QueryMistake | null;
  error: ErrorCode | null;
}

interface State {
  choices: Choices;
  runs: { [K in AnalysisKind]: Run<K> | null };
}

const START: State = {
  choices: {
    kind: 'collocates',
    query: '',
    narrowing: NO_NARROWING,
    others: [],
    against: '',
    unit: 'word',
    left: 5,
    right: 5,
    limit: 'paragraph',
    reference: 'archive',
    least: 5,
    keySize: 1,
    size: 2,
    scope: 'found',
    by: 'year',
    base: 'archive',
    measure: 'places',
    hideFunction: false,
  },
  runs: { collocates: null, frequency: null, keyness: null, ngrams: null },
};

// Kept while the window is open: an analysis goes on while one reads, and is there when one is back.
let state = START;
const listeners = new Set<() => void>();

function publish(next: State): void {
  state = next;
  for (const listener of listeners) listener();
}

export function useAnalysis(): State {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => state,
  );
}

export function choose(patch: Partial<Choices>): void {
  publish({ ...state, choices: { ...state.choices, ...patch } });
}

/** Counts from now on in what a search found, with all that it was narrowed by. */
export function takeOver({ query, facets, within }: SearchScope): void {
  choose({ query, narrowing: { facets, within } });
}

/** As a request has it: nothing when nothing is left out. */
export function narrowingOf({ narrowing }: Choices): Narrowing | undefined {
  return isNarrowing(narrowing) ? narrowing : undefined;
}

/** Ends the watch over what each kind was asked last. */
const watched = new Map<AnalysisKind, () => void>();

/** Begins an analysis; one of the same kind that is under way is stopped. */
export async function run<K extends AnalysisKind>(kind: K, request: RequestOf<K>): Promise<void> {
  state.runs[kind]?.stop?.();
  const { answer, stop } = analyse(kind, request, (done, total) =>
    put({ progress: { done, total } }),
  );
  let mine: Run<K> = {
    request,
    progress: null,
    stop,
    answered: (state.runs[kind] as Run<K> | null)?.answered ?? null,
    isStale: false,
    mistake: null,
    error: null,
  };
  const put = (patch: Partial<Run<K>>) => {
    const current = state.runs[kind] as Run<K> | null;
    if (current !== mine) return;
    mine = { ...mine, ...patch };
    publish({ ...state, runs: { ...state.runs, [kind]: mine } });
  };
  publish({ ...state, runs: { ...state.runs, [kind]: mine } });
  watched.get(kind)?.();
  watched.set(
    kind,
    onAnalysedChange(request, () => {
      if (!mine.isStale) put({ isStale: true });
    }),
  );
  try {
    const outcome = await answer;
    if (outcome.mistake !== null) put({ mistake: outcome.mistake, answered: null, stop: null });
    // Without the mistake it is what the kind answers.
    else put({ answered: { request, outcome: outcome as unknown as OutcomeOf<K> }, stop: null });
  } catch (error) {
    put({ error: errorCodeOf(error), answered: null, stop: null });
  }
}

/** Asks again what is shown. */
export function countAgain<K extends AnalysisKind>(kind: K): void {
  const answered = (state.runs[kind] as Run<K> | null)?.answered ?? null;
  if (answered !== null) void run(kind, answered.request);
}
