import { findInText } from '@domain/search/find-in-text';
import { useT } from '@renderer/i18n';
import { useActions } from '@renderer/ui/actions';
import { useEffect, useMemo, useState } from 'react';
import { useReader } from './reader-context';
import { SharedHighlight } from './shared-highlight';
import type { TextDom } from './text-dom';
import { type Passage, piecesOf } from './text-offsets';

/** What is found in the open article, and which of it is the current one. */
export interface Find {
  query: string;
  setQuery(query: string): void;
  /** Exactly these characters; otherwise case, width and script make no difference. */
  written: boolean;
  setWritten(written: boolean): void;
  matches: readonly Passage[];
  /** Index of the current match; -1 when there is none. */
  at: number;
  step(delta: 1 | -1): void;
  close(): void;
  /** Counts the calls, each of which wants the field to take the focus. */
  calls: number;
}

interface Options {
  text: string;
  dom: TextDom | null;
  /** What is painted while nothing is looked for here. */
  otherwise: readonly Passage[];
  /** Where the search begins: the first match behind it is the current one. */
  from: () => number;
  show: (match: Passage) => void;
  /** Called with the match that was the current one. */
  onClose: (match: Passage | null) => void;
}

/** Searching in the article; null while the field is closed. */
export function useFind({ text, dom, otherwise, from, show, onClose }: Options): Find | null {
  const t = useT();
  const { jump } = useReader();
  const [calls, setCalls] = useState(0);
  const [query, setQuery] = useState('');
  const [written, setWritten] = useState(false);
  const [at, setAt] = useState(-1);
  const open = calls > 0;
  const matches = useMemo(
    () => (open ? findInText(text, query, written) : []),
    [open, text, query, written],
  );
  useFound(dom, open ? matches : otherwise);

  const search = (words: string, isWritten: boolean) => {
    const found = findInText(text, words, isWritten);
    const begin = matches[at]?.start ?? from();
    const behind = found.findIndex(({ start }) => start >= begin);
    const index = behind === -1 ? Math.min(0, found.length - 1) : behind;
    setQuery(words);
    setWritten(isWritten);
    setAt(index);
    const match = found[index];
    if (match === undefined) return;
    // The way back leads to where the search began, not through all that it found.
    if (at === -1) jump();
    show(match);
  };
  const step = (delta: 1 | -1) => {
    const next = (at + delta + matches.length) % matches.length;
    const match = matches[next];
    if (match === undefined) return;
    setAt(next);
    show(match);
  };

  useActions(
    [
      {
        id: 'reader.find',
        label: t('reader.find'),
        shortcut: 'Mod+f',
        run: () => setCalls(calls + 1),
      },
      {
        id: 'reader.findNext',
        label: t('reader.find.next'),
        shortcut: 'F3',
        enabled: matches.length > 0,
        run: () => step(1),
      },
      {
        id: 'reader.findPrevious',
        label: t('reader.find.previous'),
        shortcut: 'Shift+F3',
        enabled: matches.length > 0,
        run: () => step(-1),
      },
    ].map((action) => ({ ...action, group: 'article' as const, whileTyping: true })),
  );
  if (!open) return null;
  return {
    query,
    setQuery: (words) => search(words, written),
    written,
    setWritten: (isWritten) => search(query, isWritten),
    matches,
    at,
    step,
    close: () => {
      setCalls(0);
      setAt(-1);
      onClose(matches[at] ?? null);
    },
    calls,
  };
}

/** The name under which matches are painted. */
export const FOUND = 'zj-found';
/** Below the current match and above the annotations' lanes. */
export const FOUND_PRIORITY = 15;

/** Paints the matches; the current one stands out by itself. */
function useFound(dom: TextDom | null, matches: readonly Passage[]): void {
  useEffect(() => {
    if (dom === null || matches.length === 0) return;
    const found = new SharedHighlight(FOUND, FOUND_PRIORITY);
    for (const piece of matches.flatMap((match) => piecesOf(dom.paragraphs, match))) {
      const range = dom.staticRange(piece);
      if (range !== null) found.add(range);
    }
    return () => found.clear();
  }, [dom, matches]);
}
