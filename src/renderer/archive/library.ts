import { countArticles } from '@renderer/data/articles';
import { onRowsChanged } from '@renderer/data/changed-rows';
import {
  annotationPartsAfter,
  annotationsAmong,
  annotationsOn,
  articlesAfter,
  articlesAmong,
  firstArticles,
} from '@renderer/data/library-rows';
import { allTags } from '@renderer/data/tags';
import { useSyncExternalStore } from 'react';
import { type LibraryOrder, readLibraryHead, saveLibraryHead } from './library-head';
import { BY_IMPORT, HEAD, LibraryList, type LibraryReads, type LibraryState } from './library-list';
import type { TagView } from './queries';
import { searchGoesFirst } from './search-quiet';

export type { LibraryState } from './library-list';
export type { LibraryRow } from './library-rows';

/** Rows that are read at once, so that reading them takes a few milliseconds. */
const PIECE = 200;
/** Milliseconds after a change until the next is followed; more while they come one after the other. */
const PAUSE = 30;
const LONGEST_PAUSE = 250;
let pause = PAUSE;
let restedAt = 0;

let list: LibraryList | null = null;
const listeners = new Set<() => void>();
let tagViews: readonly TagView[] | undefined;
let viewsOf: LibraryState | undefined;

/** Begins to read the library; what the window shows of it in this order comes first. */
export function openLibrary(order: LibraryOrder = BY_IMPORT): LibraryList {
  if (list !== null) return list;
  const opened = new LibraryList(reads, order, () => {
    for (const listener of listeners) listener();
  });
  onRowsChanged(['articles', 'annotations', 'tags'], (rows) => opened.changed(rows));
  list = opened;
  return opened;
}

/** All rows, when they have arrived. */
export async function wholeLibrary(): Promise<LibraryState['rows']> {
  const opened = openLibrary();
  if (opened.state?.complete !== true) await opened.settled();
  if (opened.error !== null) throw opened.error;
  return opened.state?.rows ?? [];
}

/** Remembers how the list begins, for the next start. */
export async function rememberHead(order: LibraryOrder, rows: LibraryState['rows']): Promise<void> {
  const ids = rows.slice(0, HEAD).map(({ id }) => id);
  if ((await readLibraryHead(order)).join() !== ids.join()) await saveLibraryHead(order, ids);
}

/** In which order the library was opened; that of its `head`. */
export function openedOrder(): LibraryOrder {
  return openLibrary().order;
}

/** The library; `undefined` until there is something to show. It follows every write, whoever made it. */
export function useLibrary(): LibraryState | undefined {
  return useSyncExternalStore(subscribe, () => current());
}

/** `undefined` until it is known. */
export function useArticleCount(): number | undefined {
  return useSyncExternalStore(subscribe, () => current()?.total);
}

/** Whether the archive has articles; `undefined` until it is known. */
export function useHasArticles(): boolean | undefined {
  return useSyncExternalStore(subscribe, () => {
    const state = current();
    return state === undefined ? undefined : state.rows.length + state.head.length > 0;
  });
}

/** All tags with how often they are used; `undefined` until annotations are counted. */
export function useTags(): readonly TagView[] | undefined {
  return useSyncExternalStore(subscribe, () => {
    const state = current();
    if (state?.tags === viewsOf?.tags && state?.tagCounts === viewsOf?.tagCounts) return tagViews;
    viewsOf = state;
    const counts = state?.tagCounts;
    tagViews = counts && state?.tags.map((tag) => ({ tag, count: counts.get(tag.id) ?? 0 }));
    return tagViews;
  });
}

function current(): LibraryState | undefined {
  const { state, error } = openLibrary();
  // An error boundary shows it.
  if (error !== null) throw error;
  return state;
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

const reads: LibraryReads = {
  head: async (order) => {
    if (order.sort === 'imported') return firstArticles(order.descending, HEAD);
    const rows = await articlesAmong(await readLibraryHead(order));
    return rows.slice(0, HEAD);
  },
  // Who searches soon after the start waits for none of this.
  articlesAfter: (id) => searchGoesFirst().then(() => articlesAfter(id, PIECE)),
  annotationsAfter: (id) => searchGoesFirst().then(() => annotationPartsAfter(id, PIECE)),
  articlesAmong: (ids) => inPieces(ids, articlesAmong),
  annotationsAmong: (ids) => inPieces(ids, annotationsAmong),
  annotationsOn,
  tags: allTags,
  count: countArticles,
  drawn: () =>
    new Promise((resolve) => {
      requestAnimationFrame(() => setTimeout(resolve, 0));
    }),
  rest: async () => {
    const isOften = performance.now() - restedAt < 2 * LONGEST_PAUSE;
    pause = isOften ? Math.min(LONGEST_PAUSE, pause + PAUSE) : PAUSE;
    await new Promise((resolve) => setTimeout(resolve, pause));
    restedAt = performance.now();
  },
};

async function inPieces<Row>(
  ids: string[],
  read: (ids: string[]) => Promise<Row[]>,
): Promise<Row[]> {
  const rows: Row[] = [];
  for (let at = 0; at < ids.length; at += PIECE)
    rows.push(...(await read(ids.slice(at, at + PIECE))));
  return rows;
}
