import { useMemo, useReducer } from 'react';

export const VIEWS = ['library', 'search', 'codebook', 'notes'] as const;
export type View = (typeof VIEWS)[number];

export type Page =
  | { kind: 'none' }
  | { kind: 'article'; id: string }
  | { kind: 'archive-note' }
  | { kind: 'tag-note'; id: string }
  /** The code browser, on a tag or (`null`) as it was left. */
  | { kind: 'codes'; tagId: string | null }
  | { kind: 'settings' };

/** Where the user is: what the list pane shows and what the page beside it shows. */
export interface Location {
  view: View;
  page: Page;
  tagId: string | null;
}

/**
 * A place in the open article to scroll to: a range to mark (UTF-16 offsets, end exclusive), an
 * annotation to select, or both.
 */
export interface Focus {
  start?: number;
  end?: number;
  annotationId?: string;
  /** Tells two visits to the same place apart. */
  serial: number;
}

export interface NavigationState {
  location: Location;
  focus: Focus | null;
  past: Location[];
  future: Location[];
}

export type Move =
  | { type: 'view'; view: View }
  | { type: 'tag'; tagId: string | null }
  | { type: 'page'; page: Page }
  | { type: 'place'; articleId: string; place: Omit<Focus, 'serial'> }
  | { type: 'focused' }
  | { type: 'back' }
  | { type: 'forward' };

const LIMIT = 100;

export const start: NavigationState = {
  location: { view: 'library', page: { kind: 'none' }, tagId: null },
  focus: null,
  past: [],
  future: [],
};

/** Only a new page is a step that *back* returns from; the list pane follows along. */
export function navigate(state: NavigationState, move: Move): NavigationState {
  const { location } = state;
  switch (move.type) {
    case 'view':
      return { ...state, location: { ...location, view: move.view, page: pageBeside(state) } };
    case 'tag':
      return {
        ...state,
        location: { view: 'codebook', tagId: move.tagId, page: pageBeside(state) },
      };
    case 'page':
      return { ...visit(state, move.page), focus: null };
    case 'place': {
      const serial = (state.focus?.serial ?? 0) + 1;
      const next = visit(state, { kind: 'article', id: move.articleId });
      return { ...next, focus: { ...move.place, serial } };
    }
    case 'focused':
      return { ...state, focus: null };
    case 'back':
      return step(state, state.past, 'back');
    case 'forward':
      return step(state, state.future, 'forward');
  }
}

/** Choosing a part of the archive leaves the settings for what was read before. */
function pageBeside({ location, past }: NavigationState): Page {
  if (location.page.kind !== 'settings') return location.page;
  return past.findLast(({ page }) => page.kind !== 'settings')?.page ?? { kind: 'none' };
}

function visit(state: NavigationState, page: Page): NavigationState {
  if (samePage(state.location.page, page)) return state;
  return {
    location: { ...state.location, page },
    focus: null,
    past: [...state.past, state.location].slice(-LIMIT),
    future: [],
  };
}

function step(
  state: NavigationState,
  from: Location[],
  direction: 'back' | 'forward',
): NavigationState {
  const target = from.at(-1);
  if (target === undefined) return state;
  const rest = from.slice(0, -1);
  return direction === 'back'
    ? { location: target, focus: null, past: rest, future: [...state.future, state.location] }
    : { location: target, focus: null, past: [...state.past, state.location], future: rest };
}

function samePage(a: Page, b: Page): boolean {
  if ('id' in a && 'id' in b && a.id !== b.id) return false;
  if (a.kind === 'article' && b.kind === 'article') return a.id === b.id;
  if (a.kind === 'codes' && b.kind === 'codes') return b.tagId === null || a.tagId === b.tagId;
  return a.kind === b.kind;
}

/** Where the user is, with the ways to go elsewhere. */
export function useNavigation() {
  const [state, dispatch] = useReducer(navigate, start);
  const go = useMemo(
    () => ({
      view: (view: View) => dispatch({ type: 'view', view }),
      tag: (tagId: string | null) => dispatch({ type: 'tag', tagId }),
      page: (page: Page) => dispatch({ type: 'page', page }),
      article: (id: string) => dispatch({ type: 'page', page: { kind: 'article', id } }),
      place: (articleId: string, place: Omit<Focus, 'serial'>) =>
        dispatch({ type: 'place', articleId, place }),
      annotation: (articleId: string, annotationId: string) =>
        dispatch({ type: 'place', articleId, place: { annotationId } }),
      /** The place that was asked for has been reached. */
      focused: () => dispatch({ type: 'focused' }),
      back: () => dispatch({ type: 'back' }),
      forward: () => dispatch({ type: 'forward' }),
    }),
    [],
  );
  return { ...state, go };
}

export type Go = ReturnType<typeof useNavigation>['go'];
