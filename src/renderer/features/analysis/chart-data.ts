import {
  type Base,
  type Binning,
  type FrequencyTable,
  relativeFrequency,
} from '@domain/search/stats/frequency';
import { formatDate, type Translate } from '@renderer/i18n';

export interface ChartChoice {
  by: Binning;
  measure: 'places' | 'relative';
  base: Base;
}

/** A value of one query in one bin. */
export interface ChartPoint {
  key: string;
  query: string;
  /** Not a number where there is no text to measure against. */
  value: number;
}

/** Outlets in a chart, those with most text. */
export const MOST_OUTLETS = 15;

/** What a chart shows: the bins that are known, and not more outlets than there is room for. */
export function chartPoints(table: FrequencyTable, choice: ChartChoice): ChartPoint[] {
  const { by, measure, base } = choice;
  const points: ChartPoint[] = [];
  let shown = 0;
  table.bins.forEach((bin, index) => {
    if (bin.key === '' || (by === 'outlet' && shown >= MOST_OUTLETS)) return;
    shown += 1;
    for (const { query, counts } of table.series) {
      const count = counts[index];
      if (count === undefined) continue;
      const value = measure === 'places' ? count.places : relativeFrequency(bin, count, base);
      points.push({ key: bin.key, query, value: value ?? Number.NaN });
    }
  });
  return points;
}

/** A bin as readers write it. */
export function binLabel(key: string, by: Binning, t: Translate): string {
  if (by === 'outlet') return key === '' ? t('analysis.noOutlet') : key;
  if (key === '') return t('analysis.undated');
  if (by !== 'quarter') return formatDate(key);
  return t('analysis.chart.quarter', { year: key.slice(0, 4), quarter: key.slice(6) });
}

/** The first day of a year, quarter or month, in milliseconds. */
export function timeOf(key: string): number {
  const year = Number(key.slice(0, 4));
  const month = key.includes('Q')
    ? (Number(key.slice(6)) - 1) * 3
    : Number(key.slice(5, 7) || 1) - 1;
  // What `Date.UTC` takes for the 20th century is meant as written.
  return new Date(Date.UTC(2000, month, 1)).setUTCFullYear(year);
}

const STEPS: Record<Exclude<Binning, 'outlet'>, number[]> = {
  year: [1, 2, 5, 10, 20, 50, 100, 200, 500],
  quarter: [1, 2, 4, 8, 20, 40, 80, 200],
  month: [1, 2, 3, 6, 12, 24, 60, 120, 240, 600],
};

/** The bins that get a label on the axis: on round numbers, and `most` of them. */
export function tickKeys(
  keys: readonly string[],
  by: Exclude<Binning, 'outlet'>,
  most: number,
): string[] {
  const step = STEPS[by].find((each) => keys.length / each <= most) ?? keys.length;
  const ticks = keys.filter((key) => ordinalOf(key, by) % step === 0);
  return ticks.length > 0 ? ticks : keys.slice(0, 1);
}

function ordinalOf(key: string, by: Binning): number {
  const year = Number(key.slice(0, 4));
  if (by === 'year') return year;
  if (by === 'quarter') return year * 4 + Number(key.slice(6)) - 1;
  return year * 12 + Number(key.slice(5, 7)) - 1;
}
