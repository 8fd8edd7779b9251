import { searchPlaces } from '@renderer/archive/search';
import { useEffect, useState } from 'react';
import { useSearchState } from './search-state';

interface Place {
  start: number;
  end: number;
}

const NONE: readonly Place[] = [];

/** Where the text or title of an article has what is searched for; nothing unless `shown`. UTF-16 offsets. */
export function useFoundPlaces(
  articleId: string,
  shown: boolean,
  field: 'title' | 'text' = 'text',
): readonly Place[] {
  const { outcome } = useSearchState();
  const resultId = shown ? (outcome?.resultId ?? null) : null;
  const [places, setPlaces] = useState<readonly Place[]>(NONE);
  useEffect(() => {
    if (resultId === null) return setPlaces(NONE);
    let stale = false;
    void searchPlaces(resultId, articleId, field).then((found) => {
      if (!stale && found !== null) setPlaces(found.length === 0 ? NONE : found);
    });
    return () => {
      stale = true;
    };
  }, [resultId, articleId, field]);
  return places;
}
