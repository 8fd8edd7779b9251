import type { Collocate } from '@domain/search/stats/collocates';
import { isFunctionCharacter } from '@domain/search/stats/tokens';
import { NO_NARROWING } from '@renderer/archive/search';
import { type Translate, useT } from '@renderer/i18n';
import { Checkbox } from '@renderer/ui/checkbox';
import { Choice } from '@renderer/ui/choice';
import { NumberStepper } from '@renderer/ui/number-stepper';
import { Select } from '@renderer/ui/select';
import { useMemo, useState } from 'react';
import styles from './analysis.module.css';
import { type Column, type Sort, sortRows, tableCsv } from './columns';
import { decimal, whole } from './formats';
import { nearQuery } from './near-query';
import type { PanelProps } from './panel-props';
import { CurrentQuery, NarrowingLine, QueryRow } from './query-row';
import { NoRows, RunStatus } from './run-status';
import { SaveMenu } from './save-menu';
import { run as begin, choose, narrowingOf, useAnalysis } from './state';
import { StatsTable } from './stats-table';

/** What stands near the places of a query. */
export function CollocatesPanel({ current, onSearch, chips, saveFile }: PanelProps) {
  const t = useT();
  const { choices, runs } = useAnalysis();
  const { query, unit, left, right, limit, least, hideFunction } = choices;
  const narrowing = narrowingOf(choices);
  const reference =
    choices.reference === 'narrowed' && narrowing === undefined ? 'archive' : choices.reference;
  const run = runs.collocates;
  const [sort, setSort] = useState<Sort>({ id: 'll', direction: 'descending' });
  const columns = useMemo(() => collocateColumns(t), [t]);
  const all = run?.outcome?.rows;
  const rows = useMemo(
    () => (all ?? []).filter(({ word }) => !hideFunction || !isFunctionCharacter(word)),
    [all, hideFunction],
  );
  const canRun = query.trim() !== '' && left + right > 0;
  const start = () => {
    if (!canRun) return;
    const window = { left, right, limit };
    void begin('collocates', { query, unit, window, reference, least, narrowing });
  };
  const asked = run?.request;
  const near = (row: Collocate) => nearQuery(asked?.query ?? query, row.word, row.reach);

  return (
    <>
      <div className={styles.form}>
        <QueryRow canRun={canRun} onRun={start} />
        <NarrowingLine chips={chips} />
        <div className={styles.options}>
          <Choice
            label={t('analysis.unit')}
            onChange={(id) => choose({ unit: id })}
            options={(['word', 'char'] as const).map((id) => ({
              id,
              label: t(`analysis.unit.${id}`),
            }))}
            value={unit}
          />
          <NumberStepper
            label={t('analysis.left')}
            max={50}
            min={0}
            onChange={(value) => choose({ left: value })}
            value={left}
          />
          <NumberStepper
            label={t('analysis.right')}
            max={50}
            min={0}
            onChange={(value) => choose({ right: value })}
            value={right}
          />
          <Select
            label={t('analysis.limit')}
            onChange={(id) => choose({ limit: LIMITS.find((each) => each === id) ?? 'sentence' })}
            options={LIMITS.map((id) => ({ id, label: t(`analysis.limit.${id}`) }))}
            value={limit}
          />
          <Select
            label={t('analysis.reference')}
            onChange={(id) =>
              choose({ reference: REFERENCES.find((each) => each === id) ?? 'archive' })
            }
            options={REFERENCES.filter((id) => id !== 'narrowed' || narrowing !== undefined).map(
              (id) => ({
                id,
                label: t(`analysis.reference.${id}`),
              }),
            )}
            value={reference}
          />
          <NumberStepper
            label={t('analysis.least')}
            max={999}
            min={1}
            onChange={(value) => choose({ least: value })}
            value={least}
          />
          <CurrentQuery current={current} />
        </div>
      </div>
      <div className={styles.bar}>
        <RunStatus run={run}>
          {run?.outcome != null &&
            t('analysis.summary.collocates', {
              places: run.outcome.places,
              articles: run.outcome.articles,
              tokens: run.outcome.windowTokens,
              total: run.outcome.total,
              unit: t(`analysis.unit.${run.request.unit}`),
            })}
          {run?.outcome != null && run.outcome.rowCount > run.outcome.rows.length && (
            <span>
              {t('analysis.summary.rows', {
                shown: run.outcome.rows.length,
                total: run.outcome.rowCount,
              })}
            </span>
          )}
        </RunStatus>
        <Checkbox onChange={(on) => choose({ hideFunction: on })} selected={hideFunction}>
          {t('analysis.hideFunction')}
        </Checkbox>
        <SaveMenu
          contentOf={() => tableCsv(sortRows(rows, columns, sort), columns)}
          isDisabled={rows.length === 0}
          kinds={['csv']}
          name={`${t('analysis.tab.collocates')} ${asked?.query ?? ''}`}
          saveFile={saveFile}
        />
      </div>
      {rows.length > 0 ? (
        <StatsTable
          columns={columns}
          keyOf={(row) => row.word}
          label={t('analysis.tab.collocates')}
          onOpen={(row) => onSearch({ query: near(row), ...(asked?.narrowing ?? NO_NARROWING) })}
          onSort={setSort}
          openLabel={(row) => t('analysis.open', { query: near(row) })}
          rows={rows}
          sort={sort}
        />
      ) : (
        <NoRows kind="collocates" run={run} />
      )}
    </>
  );
}

const REFERENCES = ['archive', 'narrowed', 'found'] as const;
const LIMITS = ['sentence', 'paragraph', 'text'] as const;

function collocateColumns(t: Translate): Column<Collocate>[] {
  const counts = ['near', 'left', 'right', 'frequency', 'articles'] as const;
  const measures = ['ll', 'pmi', 'mi3', 'logDice'] as const;
  const word = {
    id: 'word',
    label: t('analysis.word'),
    kind: 'text',
    value: (row: Collocate) => row.word,
    text: (row: Collocate) => row.word,
  } as const;
  const count = (id: (typeof counts)[number]): Column<Collocate> => ({
    id,
    label: t(`analysis.column.${id}`),
    kind: 'number',
    value: (row) => row[id],
    text: (row) => whole(row[id]),
  });
  const measure = (id: (typeof measures)[number] | 'expected'): Column<Collocate> => ({
    id,
    label: t(`analysis.column.${id}`),
    kind: 'number',
    value: (row) => row[id],
    text: (row) => decimal(row[id]),
  });
  return [
    word,
    ...measures.map(measure),
    ...counts.slice(0, 3).map(count),
    measure('expected'),
    ...counts.slice(3).map(count),
  ];
}
