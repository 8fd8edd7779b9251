import type { SearchSource } from '@domain/search/source';
import type { SortOrder } from '../search-types';
import type { Found } from './found';
import type { Groups } from './groups';
import { keysDown, orderByKeys } from './radix-order';
import { relevanceOf } from './relevance';
import { textOrder } from './text-order';

type Fact = 'date-down' | 'date-up' | 'outlet' | 'title';

const known = new WeakMap<SearchSource, Partial<Record<Fact, Uint32Array>>>();

/** The place of each article in an order of what is known of it, equal ones at equal places. */
export function ranksBy(source: SearchSource, by: Fact): Uint32Array {
  const kept = known.get(source) ?? {};
  known.set(source, kept);
  const before = kept[by];
  if (before !== undefined) return before;
  const field = by === 'outlet' || by === 'title' ? by : 'date';
  const texts = new Set(source.articles.map((article) => article[field]));
  const rank = new Map([...texts].sort(orderOf(by, texts)).map((text, index) => [text, index]));
  const ranks = Uint32Array.from(source.articles, (article) => rank.get(article[field]) ?? 0);
  kept[by] = ranks;
  return ranks;
}

function orderOf(by: Fact, texts: ReadonlySet<string>): (a: string, b: string) => number {
  if (by === 'outlet' || by === 'title') return textOrder(texts);
  // What has no date comes last either way.
  return (a, b) => {
    if (a === '' || b === '') return a === '' ? 1 : -1;
    return a < b === (by === 'date-up') ? -1 : 1;
  };
}

/**
 * The groups in the order wanted, as indexes. Equal ones are in the order of the archive; notes that
 * are on no article come last, and so do articles without what is sorted by.
 */
export function orderGroups(found: Found, groups: Groups, sort: SortOrder): Uint32Array {
  const { source, evaluation } = found;
  const { of } = groups;
  const articles = evaluation.articles.length;
  const ranks = (by: Fact) => {
    const all = ranksBy(source, by);
    const own = new Uint32Array(articles);
    for (let group = 0; group < articles; group += 1) own[group] = all[of[group] as number] ?? 0;
    return own;
  };
  const scores = sort === 'relevance' ? keysDown(relevanceOf(found, groups)) : null;
  const keys =
    scores !== null
      ? [scores, ranks('date-down')]
      : sort === 'date-up' || sort === 'date-down'
        ? [ranks(sort)]
        : sort === 'outlet' || sort === 'title'
          ? [ranks(sort), ranks('date-down')]
          : [];
  const order = new Uint32Array(of.length);
  order.set(orderByKeys(articles, keys));
  const loose = scores === null ? [] : [scores.subarray(articles)];
  for (const [at, row] of orderByKeys(of.length - articles, loose).entries()) {
    order[articles + at] = articles + row;
  }
  return order;
}
