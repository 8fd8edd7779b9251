import type { Keyword } from '@domain/search/stats/keyness';
import type { Keyness } from '@renderer/archive/analysis';
import { NO_NARROWING } from '@renderer/archive/search';
import { type Translate, useT } from '@renderer/i18n';
import { Field } from '@renderer/ui/field';
import { useMemo } from 'react';
import styles from './analysis.module.css';
import { type Column, countColumn, measureColumn, wordColumn } from './columns';
import { CountedTable } from './counted-table';
import { HideFunction, useShownRows } from './hide-function';
import { sequenceQuery } from './near-query';
import type { PanelProps } from './panel-props';
import { CurrentQuery, NarrowingLine, QueryRow } from './query-row';
import { SequenceOptions } from './sequence-options';
import { run as begin, choose, narrowingOf, useAnalysis } from './state';

/** The words by which the articles of a query differ from others. */
export function KeynessPanel({ current, onSearch, chips, saveFile }: PanelProps) {
  const t = useT();
  const { choices, runs } = useAnalysis();
  const { query, against, unit, keySize, least } = choices;
  const outcome = runs.keyness?.answered?.outcome ?? null;
  const columns = useMemo(() => keywordColumns(t, outcome), [t, outcome]);
  const rows = useShownRows(outcome?.rows);
  const narrowing = narrowingOf(choices);
  const canRun = query.trim() !== '';
  const start = () => {
    if (canRun) void begin('keyness', { query, against, unit, size: keySize, least, narrowing });
  };

  return (
    <>
      <div className={styles.form}>
        <QueryRow canRun={canRun} onRun={start}>
          <Field
            label={t('analysis.against')}
            onChange={(next) => choose({ against: next })}
            onEnter={start}
            placeholder={t('analysis.against.placeholder')}
            value={against}
          />
        </QueryRow>
        <NarrowingLine chips={chips} />
        <div className={styles.options}>
          <SequenceOptions min={1} size="keySize" />
          <CurrentQuery current={current} />
        </div>
      </div>
      <CountedTable
        columns={columns}
        keyOf={(row) => row.word}
        kind="keyness"
        onOpen={(row) => onSearch({ query: sequenceQuery(row.word), ...NO_NARROWING })}
        queryOf={(row) => sequenceQuery(row.word)}
        rows={rows}
        saveFile={saveFile}
        strength="ll"
        summary={outcome === null ? '' : summary(outcome, t)}
      >
        <HideFunction />
      </CountedTable>
    </>
  );
}

function summary(
  { articles, totals, shared, lost, rows, rowCount }: Keyness,
  t: Translate,
): string {
  const [first, second] = articles;
  const [firstTotal, secondTotal] = totals;
  return [
    t('analysis.summary.keyness', { first, firstTotal, second, secondTotal }),
    ...(shared > 0 ? [t('analysis.summary.shared', { shared })] : []),
    ...(lost > 0 ? [t('analysis.summary.lost', { lost })] : []),
    ...(rowCount > rows.length
      ? [t('analysis.summary.rows', { shown: rows.length, total: rowCount })]
      : []),
  ].join(' ');
}

function keywordColumns(t: Translate, outcome: Keyness | null): Column<Keyword>[] {
  const count = (id: 'a' | 'b') =>
    countColumn<Keyword>(id, t(`analysis.column.${id}`), (row) => row[id]);
  const measure = (id: 'll' | 'percent' | 'logRatio') =>
    measureColumn<Keyword>(id, t(`analysis.column.${id}`), (row) => row[id]);
  const share = (id: 'perA' | 'perB', of: 'a' | 'b') => {
    const total = outcome?.totals[of === 'a' ? 0 : 1] ?? 0;
    return measureColumn<Keyword>(id, t(`analysis.column.${id}`), (row) =>
      total === 0 ? null : (row[of] * 10_000) / total,
    );
  };
  return [
    wordColumn('word', t('analysis.word'), (row) => row.word),
    ...(['ll', 'logRatio', 'percent'] as const).map(measure),
    count('a'),
    share('perA', 'a'),
    count('b'),
    share('perB', 'b'),
  ];
}
