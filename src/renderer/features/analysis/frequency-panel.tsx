import { BINNINGS, type FrequencyTable } from '@domain/search/stats/frequency';
import { type Translate, useT } from '@renderer/i18n';
import { Button, IconButton } from '@renderer/ui/button';
import { Choice } from '@renderer/ui/choice';
import { Field } from '@renderer/ui/field';
import { Select } from '@renderer/ui/select';
import { useMemo, useState } from 'react';
import styles from './analysis.module.css';
import { MOST_OUTLETS } from './chart-data';
import { chartPng, chartSvg } from './chart-files';
import { type Column, type Sort, tableCsv } from './columns';
import { FrequencyChart } from './frequency-chart';
import { type BinRow, binRows, frequencyColumns } from './frequency-columns';
import type { PanelProps } from './panel-props';
import { CurrentQuery, NarrowingLine, QueryRow } from './query-row';
import { NoRows, RunStatus } from './run-status';
import { FILE_KINDS, type FileKind, SaveMenu } from './save-menu';
import { run as begin, choose, narrowingOf, useAnalysis } from './state';
import { StatsTable } from './stats-table';

/** Queries that are compared at most: more lines than that nobody tells apart. */
const MOST_QUERIES = 5;

/** How often queries occur over time, or by outlet: as a chart and as a table. */
export function FrequencyPanel({ current, chips, saveFile }: PanelProps) {
  const t = useT();
  const { choices, runs } = useAnalysis();
  const { query, others, by, base, measure } = choices;
  const run = runs.frequency;
  const answered = run?.answered ?? null;
  const asked = answered?.request.by ?? by;
  const [sort, setSort] = useState<Sort>({ id: 'bin', direction: 'ascending' });
  const narrowing = narrowingOf(choices);
  const queries = [...new Set([query, ...others].map((each) => each.trim()))].filter(
    (each) => each !== '',
  );
  const canRun = queries.length > 0;
  const start = (by = choices.by) => {
    if (canRun) void begin('frequency', { queries, by, narrowing });
  };
  const table = answered?.outcome ?? null;
  const found = table !== null && total(table).places > 0;
  const columns = useMemo(
    () => frequencyColumns(table?.series.map((series) => series.query) ?? [], asked, base, t),
    [table, asked, base, t],
  );
  const rows = useMemo(() => (table === null ? [] : binRows(table)), [table]);
  const choice = { by: asked, measure, base };
  const contentOf = (kind: FileKind) => {
    if (table === null || kind === 'csv') return csvOf(rows, columns);
    return kind === 'svg' ? chartSvg(table, choice, t) : chartPng(table, choice, t);
  };

  return (
    <>
      <div className={styles.form}>
        <QueryRow canRun={canRun} onRun={start} />
        {others.map((other, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a field is known by its place alone
          <div className={styles.queries} key={index}>
            <Field
              autoFocus={other === ''}
              hideLabel
              icon="search"
              label={t('analysis.query.number', { number: index + 2 })}
              onChange={(next) => choose({ others: others.with(index, next) })}
              onEnter={start}
              placeholder={t('analysis.query.number', { number: index + 2 })}
              value={other}
            />
            <IconButton
              icon="close"
              label={t('analysis.query.remove', { number: index + 2 })}
              onPress={() => choose({ others: others.toSpliced(index, 1) })}
            />
          </div>
        ))}
        <NarrowingLine chips={chips} />
        <div className={styles.options}>
          <Choice
            label={t('analysis.by')}
            onChange={(id) => {
              choose({ by: id });
              // It takes no reading of texts, so what is shown follows at once.
              if (run !== null) start(id);
            }}
            options={BINNINGS.map((id) => ({ id, label: t(`analysis.by.${id}`) }))}
            value={by}
          />
          <Choice
            label={t('analysis.measure')}
            onChange={(id) => choose({ measure: id })}
            options={(['places', 'relative'] as const).map((id) => ({
              id,
              label: t(`analysis.measure.${id}`),
            }))}
            value={measure}
          />
          <Select
            label={t('analysis.base')}
            onChange={(id) => choose({ base: id === 'found' ? 'found' : 'archive' })}
            options={(['archive', 'found'] as const).map((id) => ({
              id,
              label: t(
                id === 'archive' && narrowing !== undefined
                  ? 'analysis.base.narrowed'
                  : `analysis.base.${id}`,
              ),
            }))}
            value={base}
          />
          {others.length + 1 < MOST_QUERIES && (
            <Button icon="plus" onPress={() => choose({ others: [...others, ''] })} variant="quiet">
              {t('analysis.query.more')}
            </Button>
          )}
          <CurrentQuery current={current} />
        </div>
      </div>
      <div className={styles.bar}>
        <RunStatus kind="frequency">{table !== null && summary(table, asked, t)}</RunStatus>
        <SaveMenu
          contentOf={contentOf}
          isDisabled={!found}
          kinds={FILE_KINDS}
          name={`${t('analysis.tab.frequency')} ${answered?.request.queries.join('、') ?? ''}`}
          saveFile={saveFile}
        />
      </div>
      {table !== null && found ? (
        <div className={styles.both}>
          <FrequencyChart base={base} by={asked} measure={measure} table={table} />
          <StatsTable
            columns={columns}
            inView={12}
            keyOf={(row) => row.bin.key}
            label={t('analysis.tab.frequency')}
            onSort={setSort}
            rows={rows}
            sort={sort}
          />
        </div>
      ) : (
        <NoRows kind="frequency" run={run} />
      )}
    </>
  );
}

/** In files a bin is named, where the screen sorts it by its place. */
function csvOf(rows: BinRow[], [bin, ...columns]: Column<BinRow>[]): string {
  if (bin === undefined) return '';
  return tableCsv(rows, [{ ...bin, kind: 'text', value: (row) => row.bin.key }, ...columns]);
}

function total({ series }: Pick<FrequencyTable, 'series'>): { places: number; articles: number } {
  const counts = series.flatMap((each) => each.counts);
  return {
    places: counts.reduce((sum, { places }) => sum + places, 0),
    articles: counts.reduce((sum, { found }) => sum + found, 0),
  };
}

function summary(table: FrequencyTable, by: string, t: Translate): string {
  const unknown = table.bins.find(({ key }) => key === '');
  const outlets = table.bins.length - (unknown === undefined ? 0 : 1);
  return [
    ...table.series.map((each) => {
      const { query } = each;
      return t('analysis.summary.frequency', { query, ...total({ series: [each] }) });
    }),
    t('analysis.summary.noNotes'),
    ...(by === 'outlet' && outlets > MOST_OUTLETS
      ? [t('analysis.moreOutlets', { shown: MOST_OUTLETS })]
      : []),
    ...(by !== 'outlet' && unknown !== undefined
      ? [t('analysis.undatedHint', { articles: unknown.articles })]
      : []),
  ].join(' ');
}
