/** What occurrences are counted by. */
export const BINNINGS = ['year', 'quarter', 'month', 'outlet'] as const;
export type Binning = (typeof BINNINGS)[number];

/** The text that occurrences are measured against. */
export type Base = 'archive' | 'found';

/** One year, quarter, month or outlet. */
export interface Bin {
  /** `2024`, `2024-Q3`, `2024-07` or the outlet; empty where that is not known. */
  key: string;
  /** All articles of the bin, and their characters in title and text (UTF-16 code units). */
  articles: number;
  characters: number;
}

/** Occurrences of one query in a bin. */
export interface BinCount {
  places: number;
  /** Articles that the query found. */
  found: number;
  /** Their characters. */
  foundCharacters: number;
}

export interface FrequencyTable {
  bins: Bin[];
  /** One row of counts per query, in the order of the bins. */
  series: { query: string; counts: BinCount[] }[];
}

/**
 * The bin of an article; empty when its date is missing or not precise enough.
 *
 * @param article its date as `YYYY`, `YYYY-MM`, `YYYY-MM-DD` or empty
 */
export function binOf(article: { date: string; outlet: string }, by: Binning): string {
  const { date, outlet } = article;
  if (by === 'outlet') return outlet;
  if (by === 'year') return date.slice(0, 4);
  if (date.length < 7) return '';
  if (by === 'month') return date.slice(0, 7);
  return `${date.slice(0, 4)}-Q${Math.ceil(Number(date.slice(5, 7)) / 3)}`;
}

/** Bins without a gap between the first and the last, the unknown one last; outlets by their size. */
export function orderBins(bins: readonly Bin[], by: Binning): Bin[] {
  const known = bins.filter(({ key }) => key !== '');
  const unknown = bins.filter(({ key }) => key === '');
  if (by === 'outlet') return [...known.sort((x, y) => y.characters - x.characters), ...unknown];
  const byKey = new Map(known.map((bin) => [bin.key, bin]));
  const keys = [...byKey.keys()].sort();
  const first = keys[0];
  const last = keys.at(-1);
  if (first === undefined || last === undefined) return unknown;
  const filled: Bin[] = [];
  for (let key = first; key <= last; key = nextBin(key)) {
    // A mistyped year must not make bins without end: then only those with articles are there.
    if (filled.length === MOST_BINS) return [...known.sort(byKeyOf), ...unknown];
    filled.push(byKey.get(key) ?? { key, articles: 0, characters: 0 });
  }
  return [...filled, ...unknown];
}

const MOST_BINS = 2000;

function byKeyOf(x: Bin, y: Bin): number {
  return x.key < y.key ? -1 : 1;
}

/** The year, quarter or month that follows one. */
export function nextBin(key: string): string {
  const year = Number(key.slice(0, 4));
  const padded = (value: number) => String(value).padStart(4, '0');
  if (key.length === 4) return padded(year + 1);
  if (key.includes('Q')) {
    const quarter = Number(key.slice(6));
    return quarter === 4 ? `${padded(year + 1)}-Q1` : `${padded(year)}-Q${quarter + 1}`;
  }
  const month = Number(key.slice(5, 7));
  if (month >= 12) return `${padded(year + 1)}-01`;
  return `${padded(year)}-${String(month + 1).padStart(2, '0')}`;
}

/** Occurrences per this many characters. */
const PER = 10_000;

/**
 * Occurrences per 10,000 characters of the bin's articles: of all of them (`archive`), or of those
 * that the query found (`found`). `null` where there is no text to measure against.
 */
export function relativeFrequency(bin: Bin, count: BinCount, base: Base): number | null {
  const characters = base === 'archive' ? bin.characters : count.foundCharacters;
  return characters === 0 ? null : (count.places * PER) / characters;
}
