import {
  type Base,
  type Bin,
  type BinCount,
  type Binning,
  type FrequencyTable,
  relativeFrequency,
} from '@domain/search/stats/frequency';
import type { Translate } from '@renderer/i18n';
import { binLabel } from './chart-data';
import { type Column, countColumn, measureColumn } from './columns';

/** A row of the table under the chart: a bin with the counts of each query. */
export interface BinRow {
  /** Place in the order of the bins. */
  index: number;
  bin: Bin;
  counts: BinCount[];
}

export function binRows({ bins, series }: FrequencyTable): BinRow[] {
  return bins.map((bin, index) => ({
    index,
    bin,
    counts: series.flatMap(({ counts }) => counts[index] ?? []),
  }));
}

/** Places, places per 10,000 characters and articles of each query; then what there is in all. */
export function frequencyColumns(
  queries: readonly string[],
  by: Binning,
  base: Base,
  t: Translate,
): Column<BinRow>[] {
  const several = queries.length > 1;
  const columns: Column<BinRow>[] = [
    {
      id: 'bin',
      label: t(by === 'outlet' ? 'analysis.column.outlet' : 'analysis.column.bin'),
      kind: 'number',
      value: (row) => row.index,
      text: (row) => binLabel(row.bin.key, by, t),
    },
  ];
  queries.forEach((query, at) => {
    const named = (column: string) =>
      several ? t('analysis.column.of', { column, query }) : column;
    const count = (id: 'places' | 'found', label: string) =>
      countColumn<BinRow>(`${id} ${at}`, named(label), (row) => row.counts[at]?.[id] ?? 0);
    columns.push(
      count('places', t('analysis.measure.places')),
      measureColumn(`relative ${at}`, named(t('analysis.measure.relative')), (row) => {
        const each = row.counts[at];
        return each === undefined ? null : relativeFrequency(row.bin, each, base);
      }),
      count('found', t('analysis.column.articles')),
    );
  });
  const all = (id: 'articles' | 'characters', label: string) =>
    countColumn<BinRow>(id, label, (row) => row.bin[id]);
  columns.push(
    all('articles', t('analysis.column.allArticles')),
    all('characters', t('analysis.column.characters')),
  );
  return columns;
}
