import { type Translate, useT } from '@renderer/i18n';
import { Button } from '@renderer/ui/button';
import { type RefObject, useEffect } from 'react';
import styles from './search-pane.module.css';
import { isListHeld, letListGo, type PartialResult, watchList } from './search-state';

/** What was found while the search goes on; true numbers of what was looked through. */
export function partialStatus({ newest }: PartialResult, t: Translate): string {
  const { total, articles } = newest;
  return total === 0
    ? t('search.soFarArticles', { articles })
    : t('search.soFar', { total, articles });
}

/**
 * Under the numbers: how much was looked through, and, when the list stays as it is because somebody is in
 * it, the way to what was found since. Who hears the screen is told once that what is listed is not all.
 */
export function PartialLine({ partial }: { partial: PartialResult | null }) {
  const t = useT();
  const percent = partial?.newest.soFar;
  return (
    <>
      <p aria-live="polite" className="visually-hidden">
        {percent !== undefined && t('search.goesOn')}
      </p>
      {partial !== null && (
        <p className={styles.partial}>
          {percent === undefined ? t('search.ended') : t('search.lookedThrough', { percent })}
          {partial.listed !== partial.newest && (
            <Button onPress={letListGo}>{t('search.showNewest')}</Button>
          )}
        </p>
      )}
    </>
  );
}

/**
 * While the list is under the pointer or has the focus it does not jump; it follows when both are gone, unless
 * one of its places was gone to: then the next is the next of this list.
 */
export function useHeldList(
  listRef: RefObject<HTMLDivElement | null>,
  partial: PartialResult | null,
  isDrawn: boolean,
): void {
  useEffect(
    () => watchList(() => listRef.current?.matches(':hover, :focus, :focus-within') === true),
    [listRef],
  );
  // The first numbers may come before there is anything to list.
  const isThere = partial !== null && isDrawn;
  useEffect(() => {
    const list = listRef.current;
    if (!isThere || list === null) return;
    const look = () => {
      // The focus has arrived elsewhere by then.
      requestAnimationFrame(() => {
        if (!isListHeld()) letListGo();
      });
    };
    list.addEventListener('pointerleave', look);
    list.addEventListener('focusout', look);
    return () => {
      list.removeEventListener('pointerleave', look);
      list.removeEventListener('focusout', look);
    };
  }, [listRef, isThere]);
}
