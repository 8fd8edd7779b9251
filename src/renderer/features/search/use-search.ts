import { useArticleCount } from '@renderer/archive/queries';
import { type SearchResult, searchArchive } from '@renderer/archive/search';
import { type ErrorCode, errorCodeOf } from '@shared/errors';
import { useEffect, useState } from 'react';

/** Milliseconds without a keystroke before a search begins. */
const PAUSE = 120;

interface SearchState {
  /** The last result that came; it stays while the next is on its way. */
  result: SearchResult | null;
  error: ErrorCode | null;
  pending: boolean;
}

/** Searches as the query changes, and again when articles come or go or the window is returned to. */
export function useSearch(query: string): SearchState {
  const [state, setState] = useState<Omit<SearchState, 'pending'>>({ result: null, error: null });
  const count = useArticleCount();
  const visit = useFocusCount();
  // What the shown result answers; anything else is still to come.
  const wanted = `${count} ${visit} ${query}`;
  const [answered, setAnswered] = useState('');

  useEffect(() => {
    if (query.trim() === '') {
      setState({ result: null, error: null });
      setAnswered(wanted);
      return;
    }
    let stale = false;
    const timer = setTimeout(async () => {
      try {
        const result = await searchArchive(query);
        if (stale || result.superseded) return;
        setState({ result, error: null });
      } catch (error) {
        if (stale) return;
        setState({ result: null, error: errorCodeOf(error) });
      }
      setAnswered(wanted);
    }, PAUSE);
    return () => {
      stale = true;
      clearTimeout(timer);
    };
  }, [query, wanted]);

  return { ...state, pending: wanted !== answered };
}

/** How often the window was come back to. */
function useFocusCount(): number {
  const [visits, setVisits] = useState(0);
  useEffect(() => {
    const onFocus = () => setVisits((before) => before + 1);
    window.addEventListener('focus', onFocus);
    return () => window.removeEventListener('focus', onFocus);
  }, []);
  return visits;
}
