import { searchPlaces } from '@renderer/archive/search';
import { useEffect, useState } from 'react';
import { listedOf, useSearchState } from './search-state';

interface Place {
  start: number;
  end: number;
}

interface FoundPlaces {
  title: readonly Place[];
  text: readonly Place[];
}

/** The same object for whatever has no place, so that nothing is drawn anew for it. */
const NO_PLACES: readonly Place[] = [];
const NONE: FoundPlaces = { title: NO_PLACES, text: NO_PLACES };

/**
 * Where the title and the text of an article have what is searched for; nothing unless `shown`. UTF-16
 * offsets.
 */
export function useFoundPlaces(articleId: string, shown: boolean): FoundPlaces {
  const listed = listedOf(useSearchState());
  const resultId = shown ? (listed?.resultId ?? null) : null;
  const isWhole = listed?.isWhole ?? false;
  const [places, setPlaces] = useState(NONE);
  useEffect(() => {
    if (resultId === null) return setPlaces(NONE);
    // Until a result is whole, which typing does not wait for, the places of the one before stay.
    if (!isWhole) return;
    let stale = false;
    void searchPlaces(resultId, articleId).then((found) => {
      if (stale || found === null) return;
      setPlaces({ title: placesOf(found.title), text: placesOf(found.text) });
    });
    return () => {
      stale = true;
    };
  }, [resultId, articleId, isWhole]);
  return places;
}

function placesOf(places: readonly Place[]): readonly Place[] {
  return places.length === 0 ? NO_PLACES : places;
}
