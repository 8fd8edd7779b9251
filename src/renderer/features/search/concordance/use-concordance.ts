import type { KwicOrder } from '@domain/search/kwic';
import {
  concordanceLines,
  concordanceMark,
  type KwicLine,
  sortConcordance,
  stopSorting,
} from '@renderer/archive/concordance';
import { type ErrorCode, errorCodeOf } from '@shared/errors';
import { useEffect, useReducer, useRef, useState } from 'react';

const PAGE = 100;

interface Sorting {
  /** The result and order that the lines are in; empty before the first. */
  sorted: string;
  /** Stands for these lines: what was chosen by their numbers is the same as long as it is. */
  mark: string | null;
  /** While it takes long. */
  progress: { done: number; total: number } | null;
  stopped: boolean;
  error: ErrorCode | null;
}

export interface Concordance extends Sorting {
  ready: boolean;
  lineAt(line: number): KwicLine | undefined;
  stop(): void;
  again(): void;
}

/** Lines of a result in an order, read by pages as they come into view (`end` exclusive). */
export function useConcordance(
  resultId: number,
  { keys, unit }: KwicOrder,
  width: number,
  { start, end }: { start: number; end: number },
): Concordance {
  const [state, setState] = useState<Sorting>({
    sorted: '',
    mark: null,
    progress: null,
    stopped: false,
    error: null,
  });
  const [attempt, again] = useReducer((count: number) => count + 1, 0);
  const [, draw] = useReducer((count: number) => count + 1, 0);
  const key = JSON.stringify([resultId, keys, unit]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: `key` stands for the result and the order, `attempt` for another try
  useEffect(() => {
    // Reports of progress may come after the end.
    let ended = false;
    let stale = false;
    const change = (changes: Partial<Sorting>) => {
      if (!stale) setState((before) => ({ ...before, ...changes }));
    };
    change({ stopped: false, error: null, progress: null });
    const end = (changes: Partial<Sorting>) => {
      ended = true;
      change({ ...changes, progress: null });
    };
    sortConcordance(resultId, { keys, unit }, (done, total) => {
      if (!ended) change({ progress: { done, total } });
    })
      .then(async (done) => {
        if (done === true) end({ sorted: key, mark: await concordanceMark(resultId) });
        else if (done === false) end({ stopped: true });
      })
      .catch((error: unknown) => end({ error: errorCodeOf(error) }));
    return () => {
      stale = true;
    };
  }, [key, attempt]);

  const ready = state.sorted === key;
  const name = `${key} ${width}`;
  const pages = useRef({ name: '', of: new Map<number, KwicLine[] | null>() });
  if (ready && pages.current.name !== name) pages.current = { name, of: new Map() };
  const first = Math.floor(start / PAGE);
  const last = Math.floor(Math.max(start, end - 1) / PAGE);

  // biome-ignore lint/correctness/useExhaustiveDependencies: `name` stands for what is read
  useEffect(() => {
    if (!ready) return;
    const { current } = pages;
    for (let page = first; page <= last; page += 1) {
      if (current.of.has(page)) continue;
      current.of.set(page, null);
      const numbers = Uint32Array.from({ length: PAGE }, (_, index) => page * PAGE + index);
      void concordanceLines(resultId, numbers, width).then((lines) => {
        current.of.set(page, lines ?? []);
        if (pages.current === current) draw();
      });
    }
  }, [ready, name, first, last]);

  return {
    ...state,
    ready,
    lineAt: (line) => pages.current.of.get(Math.floor(line / PAGE))?.[line % PAGE],
    stop: () => void stopSorting(),
    again,
  };
}
