import type { Keyword } from '@domain/search/stats/keyness';
import { isFunctionCharacter } from '@domain/search/stats/tokens';
import type { Keyness } from '@renderer/archive/analysis';
import { NO_NARROWING } from '@renderer/archive/search';
import { type Translate, useT } from '@renderer/i18n';
import { Checkbox } from '@renderer/ui/checkbox';
import { Field } from '@renderer/ui/field';
import { useMemo, useState } from 'react';
import styles from './analysis.module.css';
import { type Column, type Sort, sortRows, tableCsv } from './columns';
import { decimal, whole } from './formats';
import { sequenceQuery } from './near-query';
import type { PanelProps } from './panel-props';
import { CurrentQuery, NarrowingLine, QueryRow } from './query-row';
import { NoRows, RunStatus } from './run-status';
import { SaveMenu } from './save-menu';
import { SequenceOptions } from './sequence-options';
import { run as begin, choose, narrowingOf, useAnalysis } from './state';
import { StatsTable } from './stats-table';

/** The words by which the articles of a query differ from others. */
export function KeynessPanel({ current, onSearch, chips, saveFile }: PanelProps) {
  const t = useT();
  const { choices, runs } = useAnalysis();
  const { query, against, unit, keySize, least, hideFunction } = choices;
  const run = runs.keyness;
  const [sort, setSort] = useState<Sort>({ id: 'll', direction: 'descending' });
  const outcome = run?.outcome ?? null;
  const columns = useMemo(() => keywordColumns(t, outcome), [t, outcome]);
  const rows = useMemo(
    () => (outcome?.rows ?? []).filter(({ word }) => !hideFunction || !isFunctionCharacter(word)),
    [outcome, hideFunction],
  );
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
      <div className={styles.bar}>
        <RunStatus run={run}>{outcome !== null && summary(outcome, t)}</RunStatus>
        <Checkbox onChange={(on) => choose({ hideFunction: on })} selected={hideFunction}>
          {t('analysis.hideFunction')}
        </Checkbox>
        <SaveMenu
          contentOf={() => tableCsv(sortRows(rows, columns, sort), columns)}
          isDisabled={rows.length === 0}
          kinds={['csv']}
          name={`${t('analysis.tab.keyness')} ${run?.request.query ?? ''}`}
          saveFile={saveFile}
        />
      </div>
      {rows.length > 0 ? (
        <StatsTable
          columns={columns}
          keyOf={(row) => row.word}
          label={t('analysis.tab.keyness')}
          onOpen={(row) => onSearch({ query: sequenceQuery(row.word), ...NO_NARROWING })}
          onSort={setSort}
          openLabel={(row) => t('analysis.open', { query: sequenceQuery(row.word) })}
          rows={rows}
          sort={sort}
        />
      ) : (
        <NoRows kind="keyness" run={run} />
      )}
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
  const count = (id: 'a' | 'b'): Column<Keyword> => ({
    id,
    label: t(`analysis.column.${id}`),
    kind: 'number',
    value: (row) => row[id],
    text: (row) => whole(row[id]),
  });
  const measure = (id: 'll' | 'percent' | 'logRatio'): Column<Keyword> => ({
    id,
    label: t(`analysis.column.${id}`),
    kind: 'number',
    value: (row) => row[id],
    text: (row) => decimal(row[id]),
  });
  const share = (id: 'perA' | 'perB', of: 'a' | 'b'): Column<Keyword> => {
    const total = outcome?.totals[of === 'a' ? 0 : 1] ?? 0;
    const value = (row: Keyword) => (total === 0 ? null : (row[of] * 10_000) / total);
    return {
      id,
      label: t(`analysis.column.${id}`),
      kind: 'number',
      value,
      text: (row) => decimal(value(row)),
    };
  };
  return [
    {
      id: 'word',
      label: t('analysis.word'),
      kind: 'text',
      value: (row) => row.word,
      text: (row) => row.word,
    },
    measure('ll'),
    measure('logRatio'),
    measure('percent'),
    count('a'),
    share('perA', 'a'),
    count('b'),
    share('perB', 'b'),
  ];
}
