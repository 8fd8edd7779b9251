import { type RefObject, useMemo, useReducer, useRef } from 'react';
import {
  type ByPane,
  type Focus,
  type Location,
  type Move,
  navigate,
  type Page,
  type PaneName,
  slotOf,
  start,
  type View,
} from './navigation';

/** What tells the first character in view of each pane. */
export type TopReaders = ByPane<RefObject<(() => number) | null>>;

/**
 * Where the user is, with the ways to go elsewhere.
 *
 * @param tops by slot
 * @param left what is to be open in the beginning
 */
export function useNavigation({ first, second }: TopReaders, left: Partial<Location>) {
  const [state, dispatch] = useReducer(navigate, left, (opened) => ({
    ...start,
    location: { ...start.location, ...opened },
  }));
  const location = useRef(state.location);
  location.current = state.location;
  const go = useMemo(() => {
    const move = (next: Move) => {
      const tell = { first, second };
      const topOf = (pane: PaneName) => tell[slotOf(location.current, pane)].current?.() ?? null;
      dispatch({ ...next, tops: { first: topOf('first'), second: topOf('second') } });
    };
    return {
      view: (view: View) => move({ type: 'view', view }),
      tag: (tagId: string | null) => move({ type: 'tag', tagId }),
      page: (page: Page) => move({ type: 'page', page }),
      article: (id: string) => move({ type: 'page', page: { kind: 'article', id } }),
      place: (articleId: string, place: Omit<Focus, 'serial'>) =>
        move({ type: 'place', articleId, place }),
      annotation: (articleId: string, annotationId: string) =>
        move({ type: 'place', articleId, place: { annotationId } }),
      /** The active article is about to show another place. */
      jump: () => move({ type: 'jump' }),
      /** The place that was asked for has been reached. */
      focused: (pane: PaneName) => dispatch({ type: 'focused', pane }),
      /** Opens an article in the second pane, next to what is read. */
      beside: (articleId: string) => move({ type: 'beside', articleId }),
      swap: () => move({ type: 'swap' }),
      close: (pane: PaneName) => move({ type: 'close', pane }),
      activate: (pane: PaneName) => dispatch({ type: 'activate', pane }),
      back: () => move({ type: 'back' }),
      forward: () => move({ type: 'forward' }),
    };
  }, [first, second]);
  return { ...state, go };
}

export type Go = ReturnType<typeof useNavigation>['go'];
