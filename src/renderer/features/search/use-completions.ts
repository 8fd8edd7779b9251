import { type Suggestions, suggest } from '@domain/search/query';
import { useTags } from '@renderer/archive/queries';
import { searchOutlets } from '@renderer/archive/search';
import { useLanguage } from '@renderer/i18n';
import { type KeyboardEvent, type RefObject, useEffect, useMemo, useState } from 'react';

export interface CompletionState {
  suggestions: Suggestions | null;
  active: number;
  /** A key of the field; answers whether it was for the choices. */
  onKey: (event: KeyboardEvent) => boolean;
  take: (index: number) => void;
  close: () => void;
}

/** How what is being typed could go on. `typed` is what was typed last and where the caret was then. */
export function useCompletions(
  typed: { query: string; caret: number } | null,
  query: string,
  input: RefObject<HTMLInputElement | null>,
  onQuery: (query: string) => void,
): CompletionState {
  const language = useLanguage();
  const tags = useTags();
  const [outlets, setOutlets] = useState<string[]>([]);
  const [active, setActive] = useState(-1);
  const [closedFor, setClosedFor] = useState<string | null>(null);
  const fresh = typed !== null && typed.query === query && closedFor !== query;
  useEffect(() => {
    const wanted = new AbortController();
    void searchOutlets(wanted.signal).then((names) => {
      if (!wanted.signal.aborted) setOutlets(names);
    });
    return () => wanted.abort();
  }, []);
  const suggestions = useMemo(() => {
    if (!fresh) return null;
    const names = tags?.map(({ tag }) => ({ name: tag.name })) ?? [];
    return suggest(typed.query, typed.caret, { language, outlets, tags: names });
  }, [fresh, typed, language, outlets, tags]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: other choices begin without one that is gone to
  useEffect(() => setActive(-1), [suggestions]);

  const close = () => setClosedFor(query);
  const take = (index: number) => {
    const choice = suggestions?.choices[index];
    if (suggestions === null || choice === undefined) return;
    const next = `${query.slice(0, suggestions.start)}${choice.text}${query.slice(suggestions.end)}`;
    const caret = suggestions.start + choice.text.length;
    if (choice.kind !== 'field') setClosedFor(next);
    onQuery(next);
    requestAnimationFrame(() => input.current?.setSelectionRange(caret, caret));
  };
  const onKey = (event: KeyboardEvent) => {
    if (suggestions === null || event.nativeEvent.isComposing || event.keyCode === 229)
      return false;
    const last = suggestions.choices.length - 1;
    if (event.key === 'ArrowDown') setActive(active >= last ? 0 : active + 1);
    else if (event.key === 'ArrowUp' && active >= 0) setActive(active === 0 ? last : active - 1);
    else if (event.key === 'Tab' && !event.shiftKey) take(Math.max(0, active));
    else if (event.key === 'Enter' && active >= 0) take(active);
    else if (event.key === 'Escape') close();
    else return false;
    event.preventDefault();
    event.stopPropagation();
    return true;
  };
  return { suggestions, active, onKey, take, close };
}
