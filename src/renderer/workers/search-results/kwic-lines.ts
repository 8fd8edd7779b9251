import {
  type ConcordanceLine,
  concordanceCsv,
  concordanceMarkdown,
  concordanceRows,
  concordanceText,
} from '@domain/interchange/concordance/concordance';
import { xlsxOf } from '@domain/interchange/xlsx';
import { FOUND_FIELDS } from '@domain/search/evaluation';
import type { KwicOrder } from '@domain/search/kwic';
import { parseQuery } from '@domain/search/query';
import type { KwicFile, KwicLine, KwicResult } from '../search-types';
import { sortPlaces } from './concordance';
import { find } from './find';
import type { Found } from './found';
import { keptResult } from './kept';
import { markOf } from './line-mark';
import { hitsOf } from './rows';

let sorting: AbortController | null = null;

/**
 * Puts the places of a result into the order of a concordance. A newer call ends an older one.
 * @returns `null` when the result is too old, `false` when it was stopped
 */
export async function sortLines(
  id: number,
  order: KwicOrder,
  onProgress?: (done: number, total: number) => void,
): Promise<boolean | null> {
  sorting?.abort();
  const mine = new AbortController();
  sorting = mine;
  const result = await keptResult(id);
  if (result === null) return null;
  if (mine.signal.aborted) return false;
  const key = JSON.stringify(order);
  if (result.lines?.key === key) return true;
  try {
    const places = await sortPlaces(result.list, order, {
      signal: mine.signal,
      ...(onProgress === undefined ? {} : { onProgress }),
    });
    result.lines = { key, order: places };
    return true;
  } catch (error) {
    if (mine.signal.aborted) return false;
    throw error;
  }
}

/** Stands for the lines in the order they were put into last; `null` when the result is too old. */
export async function markOfLines(id: number): Promise<string | null> {
  const result = await keptResult(id);
  if (result === null || result.lines === null) return null;
  result.lines.mark ??= markOf(result.list, result.lines.order);
  return result.lines.mark;
}

export function stopSorting(): void {
  sorting?.abort();
}

/**
 * Lines of the concordance that a result was put into the order of last, by their numbers; `null` when
 * the result is too old or in no order.
 * @param width UTF-16 units on either side, at most
 */
export async function lines(
  id: number,
  numbers: Uint32Array,
  width: number,
): Promise<KwicLine[] | null> {
  const result = await keptResult(id);
  if (result === null || result.lines === null) return null;
  const { order } = result.lines;
  return linesOf(
    result.list,
    Array.from(numbers, (number) => order[number] ?? -1).filter((place) => place >= 0),
    width,
  );
}

/** Lines read at a time for what goes out. */
const OUT_BATCH = 500;

let writing: AbortController | null = null;

/**
 * The concordance (or lines of it, by their numbers) as a file; `null` when the result is too old or
 * the writing was stopped.
 */
export async function writeLines(
  id: number,
  numbers: Uint32Array | null,
  { format, width, title, heads }: KwicFile,
  onProgress?: (done: number, total: number) => void,
): Promise<string | Uint8Array | null> {
  const mine = new AbortController();
  writing = mine;
  const order = (await keptResult(id))?.lines?.order;
  if (order === undefined) return null;
  const wanted = numbers ?? Uint32Array.from(order.keys());
  const out: ConcordanceLine[] = [];
  for (let at = 0; at < wanted.length; at += OUT_BATCH) {
    const read = await lines(id, wanted.subarray(at, at + OUT_BATCH), width);
    // A macrotask, in which the wish to stop arrives.
    await new Promise((resolve) => setTimeout(resolve, 0));
    if (read === null || mine.signal.aborted) return null;
    for (const { before, match, after, ...source } of read) {
      out.push({ left: before, match, right: after, ...source });
    }
    onProgress?.(out.length, wanted.length);
  }
  switch (format) {
    case 'csv':
      return concordanceCsv(heads, out);
    case 'md':
      return concordanceMarkdown(title, heads, out);
    case 'xlsx':
      return xlsxOf(concordanceRows(heads, out), [width * 2, 16, width * 2, 40, 16, 12, 8]);
    case 'text':
      return concordanceText(out);
  }
}

export function stopWriting(): void {
  writing?.abort();
}

async function linesOf(
  found: Found,
  places: readonly number[],
  width: number,
): Promise<KwicLine[]> {
  const { source } = found;
  const hits = await hitsOf(found, places, width);
  return hits.map((hit, index) => {
    const article = articleOf(found, places[index] ?? 0);
    const { outlet = '', date = '' } = source.articles[article] ?? {};
    return { ...hit, outlet, date };
  });
}

function articleOf({ source, evaluation: { fields, owners } }: Found, place: number): number {
  const owner = owners[place] ?? 0;
  const isNote = FOUND_FIELDS[fields[place] ?? 0] === 'note';
  return isNote ? (source.notes[owner]?.article ?? -1) : owner;
}

/** The lines of a query in order, beside those of the screen; `limit` bounds only what is answered. */
export async function concordance(
  query: string,
  order: KwicOrder,
  width: number,
  limit: number,
): Promise<KwicResult> {
  const { query: parsed, problem } = parseQuery(query);
  const about = { query, problem };
  if (parsed === null) return { ...about, total: 0, articles: 0, lines: [] };
  const found = await find(query, [], undefined);
  const places = await sortPlaces(found, order);
  return {
    ...about,
    total: places.length,
    articles: found.evaluation.articles.length,
    lines: await linesOf(found, Array.from(places.subarray(0, limit)), width),
  };
}
