import { registerFlush } from '@renderer/archive/flush';
import { readingOffset, saveReadingOffset } from '@renderer/archive/reading-places';
import { type RefObject, useEffect, useLayoutEffect, useState } from 'react';
import { useReader } from './reader-context';
import { offsetAtTop, scrollToTop } from './scrolling';
import type { TextDom } from './text-dom';
import { useLatest } from './use-stable';

/** Milliseconds without scrolling after which the place is stored. */
const PAUSE = 300;

/** Where the article was left; `undefined` while it is read. Later changes are not followed. */
export function useStoredPlace(articleId: string): number | undefined {
  const [offset, setOffset] = useState<number>();
  useEffect(() => {
    let gone = false;
    const set = (stored: number) => {
      if (!gone) setOffset(stored);
    };
    // Whatever is wrong with the place, the article can be read.
    readingOffset(articleId).then(set, () => set(0));
    return () => {
      gone = true;
    };
  }, [articleId]);
  return offset;
}

interface Options {
  articleId: string;
  dom: TextDom | null;
  scroller: RefObject<HTMLElement | null>;
  /** Where to begin; `null` when something else decides it. */
  initial: number | null;
}

/** Begins where the article was left and remembers where it is left now. */
export function useReadingPlace({ articleId, dom, scroller, initial }: Options): void {
  const { top } = useReader();
  const begin = useLatest(() => {
    if (dom === null || scroller.current === null) return;
    if (initial !== null && initial > 0) scrollToTop(scroller.current, dom, initial);
  });
  useLayoutEffect(() => {
    if (dom !== null) begin();
  }, [dom, begin]);

  useEffect(() => {
    const view = scroller.current;
    if (dom === null || view === null) return;
    const tell = () => offsetAtTop(view, dom);
    top.current = tell;
    return () => {
      // The next article may tell its own already.
      if (top.current === tell) top.current = null;
    };
  }, [dom, scroller, top]);

  useEffect(() => {
    const view = scroller.current;
    if (dom === null || view === null) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let held: number | null = null;
    const store = async () => {
      clearTimeout(timer);
      if (held === null) return;
      const offset = held;
      held = null;
      await saveReadingOffset(articleId, offset);
    };
    const onScroll = () => {
      clearTimeout(timer);
      timer = setTimeout(look, PAUSE);
    };
    const look = () => {
      held = offsetAtTop(view, dom);
      // A place is a convenience: when it cannot be stored, nothing of the researcher's is lost.
      store().catch(() => undefined);
    };
    const unregister = registerFlush(() => {
      held = offsetAtTop(view, dom);
      return store();
    });
    view.addEventListener('scroll', onScroll, { passive: true });
    return () => {
      view.removeEventListener('scroll', onScroll);
      unregister();
      clearTimeout(timer);
    };
  }, [articleId, dom, scroller]);
}
