export const VIEWS = ['library', 'search', 'codebook', 'notes'] as const;
export type View = (typeof VIEWS)[number];

export type Page =
  | { kind: 'none' }
  | { kind: 'article'; id: string }
  | { kind: 'archive-note' }
  | { kind: 'tag-note'; id: string }
  /** The code browser, on a tag or (`null`) as it was left. */
  | { kind: 'codes'; tagId: string | null }
  /** The places of what is searched for, key word under key word. */
  | { kind: 'concordance' }
  /** Statistics of words. */
  | { kind: 'analysis' }
  | { kind: 'settings' };

/** The pane on the left, or the only one, and the one that is beside it. */
export type PaneName = 'first' | 'second';

/** Where the user is: what the list pane shows and what the page beside it shows. */
export interface Location {
  view: View;
  page: Page;
  /** The article in the second pane; shown only while the first one shows an article too. */
  beside: string | null;
  active: PaneName;
  /**
   * Whether the panes have changed sides: what a text has on the screen besides its article (what is found
   * and selected in it) stays with it, see `slotOf`.
   */
  flipped: boolean;
  tagId: string | null;
}

/**
 * A place in an open article to scroll to: a range to mark (UTF-16 offsets, end exclusive), an
 * annotation to select, both, or the character that is to be the first in view.
 */
export interface Focus {
  start?: number;
  end?: number;
  annotationId?: string;
  top?: number;
  /** Tells two visits to the same place apart. */
  serial: number;
}

export type ByPane<T> = Record<PaneName, T>;

/** The first character in view of each pane; null where no text is. */
export type Tops = ByPane<number | null>;

/** Where the user was, and what was in view there. */
export interface Step {
  location: Location;
  tops: Tops;
}

export interface NavigationState {
  location: Location;
  focus: ByPane<Focus | null>;
  /** Counts the places that were asked for. */
  serial: number;
  past: Step[];
  future: Step[];
}

/** `tops`: what was in view before the move, for the way back. */
export type Move = { tops?: Tops } & (
  | { type: 'view'; view: View }
  | { type: 'tag'; tagId: string | null }
  | { type: 'page'; page: Page }
  | { type: 'place'; articleId: string; place: Omit<Focus, 'serial'> }
  | { type: 'jump' }
  | { type: 'focused'; pane: PaneName }
  | { type: 'beside'; articleId: string }
  | { type: 'swap' }
  | { type: 'close'; pane: PaneName }
  | { type: 'activate'; pane: PaneName }
  | { type: 'back' }
  | { type: 'forward' }
);

const LIMIT = 100;
const NOWHERE: Tops = { first: null, second: null };
const NO_FOCUS: ByPane<null> = { first: null, second: null };

export const start: NavigationState = {
  location: {
    view: 'library',
    page: { kind: 'none' },
    beside: null,
    active: 'first',
    flipped: false,
    tagId: null,
  },
  focus: NO_FOCUS,
  serial: 0,
  past: [],
  future: [],
};

/** Another page, part of the archive or place in an article is a step that *back* returns from. */
export function navigate(state: NavigationState, move: Move): NavigationState {
  const { location } = state;
  const tops = move.tops ?? NOWHERE;
  const to = (next: Partial<Location>) => visit(state, { ...location, ...next }, tops);
  switch (move.type) {
    case 'view':
      return to({ view: move.view, page: pageBeside(state) });
    case 'tag':
      return to({ view: 'codebook', tagId: move.tagId, page: pageBeside(state) });
    case 'page':
      return { ...to(inPane(location, move.page)), focus: NO_FOCUS };
    case 'place': {
      const page = inPane(location, { kind: 'article', id: move.articleId });
      const same = sameLocation({ ...location, ...page }, location);
      return focusOn(same ? jump(state, tops) : to(page), (pane) =>
        pane === (page.active ?? location.active) ? move.place : null,
      );
    }
    case 'jump':
      return jump(state, tops);
    case 'focused':
      return { ...state, focus: { ...state.focus, [move.pane]: null } };
    case 'beside': {
      const { page } = location;
      if (page.kind !== 'article') return to({ page: { kind: 'article', id: move.articleId } });
      return to({ beside: move.articleId, active: 'second' });
    }
    case 'swap': {
      const { page, beside, active } = location;
      if (page.kind !== 'article' || beside === null) return state;
      const swapped = to({
        page: { kind: 'article', id: beside },
        beside: page.id,
        active: otherPane(active),
        flipped: !location.flipped,
      });
      return focusOn(swapped, (pane) => atTop(tops[otherPane(pane)]));
    }
    case 'close': {
      const { page, beside } = location;
      if (page.kind !== 'article' || beside === null) return state;
      if (move.pane === 'second') return to({ beside: null, active: 'first' });
      const left = to({
        page: { kind: 'article', id: beside },
        beside: null,
        active: 'first',
        flipped: !location.flipped,
      });
      return focusOn(left, (pane) => (pane === 'first' ? atTop(tops.second) : null));
    }
    case 'activate':
      if (location.active === move.pane) return state;
      return { ...state, location: { ...location, active: move.pane } };
    case 'back':
      return step(state, 'past', 'future', tops);
    case 'forward':
      return step(state, 'future', 'past', tops);
  }
}

export function otherPane(pane: PaneName): PaneName {
  return pane === 'first' ? 'second' : 'first';
}

/** What goes along with a text when the panes change sides, by the side where it was first. */
export function slotOf({ flipped }: Location, pane: PaneName): PaneName {
  return flipped ? otherPane(pane) : pane;
}

/** The article in the second pane, if that is on the screen. */
export function shownBeside({ page, beside }: Location): string | null {
  return page.kind === 'article' ? beside : null;
}

/** The article that keys, menus and the annotations' panel are about. */
export function activeArticle(location: Location): string | null {
  if (location.page.kind !== 'article') return null;
  const beside = shownBeside(location);
  return location.active === 'second' && beside !== null ? beside : location.page.id;
}

/** An article opens in the pane that is active, everything else in place of them all. */
function inPane(location: Location, page: Page): Partial<Location> {
  const second = location.active === 'second' && shownBeside(location) !== null;
  if (page.kind === 'article' && second) return { beside: page.id };
  // What was beside another page before is not meant any more.
  if (page.kind === 'article' && location.page.kind !== 'article') {
    return { page, beside: null, active: 'first' };
  }
  return { page };
}

/** Choosing a part of the archive leaves what fills the window for what was read before. */
function pageBeside({ location, past }: NavigationState): Page {
  if (!isApart(location.page)) return location.page;
  const before = past.findLast((step) => !isApart(step.location.page));
  return before?.location.page ?? { kind: 'none' };
}

/** Pages that are parts of the archive themselves, in the rail beside the others. */
function isApart(page: Page): page is Page & { kind: 'settings' | 'analysis' } {
  return page.kind === 'settings' || page.kind === 'analysis';
}

/** What the rail shows as being on the screen. */
export function currentPart({ page, view }: Location): View | 'settings' | 'analysis' {
  return isApart(page) ? page.kind : view;
}

function visit(state: NavigationState, location: Location, tops: Tops): NavigationState {
  if (sameLocation(state.location, location)) return state;
  return leave({ ...state, location, focus: NO_FOCUS }, { location: state.location, tops });
}

/** Goes elsewhere in the same article. Where nothing was moved since, there is nothing to go back to. */
function jump(state: NavigationState, tops: Tops): NavigationState {
  const { location, past } = state;
  const last = past.at(-1);
  if (tops[location.active] === null) return state;
  if (last !== undefined && sameLocation(last.location, location) && sameTops(last.tops, tops)) {
    return state;
  }
  return leave(state, { location, tops });
}

function leave(state: NavigationState, step: Step): NavigationState {
  return { ...state, past: [...state.past, step].slice(-LIMIT), future: [] };
}

function focusOn(
  state: NavigationState,
  placeOf: (pane: PaneName) => Omit<Focus, 'serial'> | null,
): NavigationState {
  const serial = state.serial + 1;
  const focus = (pane: PaneName) => {
    const place = placeOf(pane);
    return place === null ? null : { ...place, serial };
  };
  return { ...state, serial, focus: { first: focus('first'), second: focus('second') } };
}

function atTop(top: number | null): { top: number } | null {
  return top === null ? null : { top };
}

function step(
  state: NavigationState,
  from: 'past' | 'future',
  onto: 'past' | 'future',
  tops: Tops,
): NavigationState {
  const target = state[from].at(-1);
  if (target === undefined) return state;
  const moved = {
    ...state,
    location: target.location,
    [from]: state[from].slice(0, -1),
    [onto]: [...state[onto], { location: state.location, tops }],
  };
  return focusOn(moved, (pane) => atTop(target.tops[pane]));
}

function sameLocation(a: Location, b: Location): boolean {
  return (
    samePage(a.page, b.page) &&
    a.view === b.view &&
    a.tagId === b.tagId &&
    shownBeside(a) === shownBeside(b)
  );
}

function samePage(a: Page, b: Page): boolean {
  if ('id' in a && 'id' in b && a.id !== b.id) return false;
  if (a.kind === 'article' && b.kind === 'article') return a.id === b.id;
  if (a.kind === 'codes' && b.kind === 'codes') return b.tagId === null || a.tagId === b.tagId;
  return a.kind === b.kind;
}

function sameTops(a: Tops, b: Tops): boolean {
  return a.first === b.first && a.second === b.second;
}
