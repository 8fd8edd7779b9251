import type { SearchSource } from '@domain/search/source';
import type { SortOrder } from '../search-types';
import type { Found } from './found';
import type { Groups } from './groups';
import { relevanceOf } from './relevance';
import { textOrder } from './text-order';

interface Ranks {
  outlet: Uint32Array;
  title: Uint32Array;
}

const known = new WeakMap<SearchSource, Partial<Ranks>>();

/** The place of each article in the order of a text of it, equal texts at equal places. */
function ranksBy(source: SearchSource, by: keyof Ranks): Uint32Array {
  const kept = known.get(source) ?? {};
  known.set(source, kept);
  const before = kept[by];
  if (before !== undefined) return before;
  const texts = new Set(source.articles.map((article) => article[by]));
  const sorted = [...texts].sort(textOrder(texts));
  const rank = new Map(sorted.map((text, index) => [text, index]));
  const ranks = Uint32Array.from(source.articles, (article) => rank.get(article[by]) ?? 0);
  kept[by] = ranks;
  return ranks;
}

/**
 * The groups in the order wanted, as indexes. Equal ones are in the order of the archive; notes that
 * are on no article come last, and so do articles without what is sorted by.
 */
export function orderGroups(found: Found, groups: Groups, sort: SortOrder): Uint32Array {
  const { source } = found;
  const { of } = groups;
  const order = Uint32Array.from(of, (_, group) => group);
  const date = (group: number) => source.articles[of[group] ?? -1]?.date ?? '';
  const byDate = (a: number, b: number) => compareDates(date(a), date(b));
  const compare = comparison();
  return order.sort((a, b) => {
    const loose = Number((of[a] ?? 0) < 0) - Number((of[b] ?? 0) < 0);
    return loose || compare(a, b) || a - b;
  });

  function comparison(): (a: number, b: number) => number {
    switch (sort) {
      case 'relevance': {
        const scores = relevanceOf(found, groups);
        return (a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || byDate(a, b);
      }
      case 'date-down':
        return byDate;
      case 'date-up':
        return (a, b) => (date(a) === '' || date(b) === '' ? byDate(a, b) : byDate(b, a));
      case 'outlet':
      case 'title': {
        const ranks = ranksBy(source, sort);
        const rank = (group: number) => ranks[of[group] ?? 0] ?? 0;
        return (a, b) => rank(a) - rank(b) || byDate(a, b);
      }
    }
  }
}

/** The latest first, articles without a date last. */
function compareDates(a: string, b: string): number {
  if (a === b) return 0;
  if (a === '' || b === '') return a === '' ? 1 : -1;
  return a < b ? 1 : -1;
}
