import type { Collocate } from '@domain/search/stats/collocates';
import { NO_NARROWING } from '@renderer/archive/search';
import { type Translate, useT } from '@renderer/i18n';
import { Choice } from '@renderer/ui/choice';
import { NumberStepper } from '@renderer/ui/number-stepper';
import { Select } from '@renderer/ui/select';
import { useMemo } from 'react';
import styles from './analysis.module.css';
import { type Column, countColumn, measureColumn, wordColumn } from './columns';
import { CountedTable } from './counted-table';
import { HideFunction, useShownRows } from './hide-function';
import { nearQuery } from './near-query';
import type { PanelProps } from './panel-props';
import { CurrentQuery, NarrowingLine, QueryRow } from './query-row';
import { type Answered, run as begin, choose, narrowingOf, useAnalysis } from './state';

/** What stands near the places of a query. */
export function CollocatesPanel({ current, onSearch, chips, saveFile }: PanelProps) {
  const t = useT();
  const { choices, runs } = useAnalysis();
  const { query, unit, left, right, limit, least } = choices;
  const narrowing = narrowingOf(choices);
  const reference =
    choices.reference === 'narrowed' && narrowing === undefined ? 'archive' : choices.reference;
  const answered = runs.collocates?.answered ?? null;
  const columns = useMemo(() => collocateColumns(t), [t]);
  const rows = useShownRows(answered?.outcome.rows);
  const canRun = query.trim() !== '' && left + right > 0;
  const start = () => {
    if (!canRun) return;
    const window = { left, right, limit };
    void begin('collocates', { query, unit, window, reference, least, narrowing });
  };
  const near = (row: Collocate) => nearQuery(answered?.request.query ?? query, row.word, row.reach);

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
      <CountedTable
        columns={columns}
        keyOf={(row) => row.word}
        kind="collocates"
        onOpen={(row) =>
          onSearch({ query: near(row), ...(answered?.request.narrowing ?? NO_NARROWING) })
        }
        queryOf={near}
        rows={rows}
        saveFile={saveFile}
        strength="ll"
        summary={answered === null ? '' : summary(answered, t)}
      >
        <HideFunction />
      </CountedTable>
    </>
  );
}

function summary({ request, outcome }: Answered<'collocates'>, t: Translate): string {
  const { places, articles, windowTokens, total, rows, rowCount } = outcome;
  const unit = t(`analysis.unit.${request.unit}`);
  return [
    t('analysis.summary.collocates', { places, articles, tokens: windowTokens, total, unit }),
    ...(rowCount > rows.length
      ? [t('analysis.summary.rows', { shown: rows.length, total: rowCount })]
      : []),
  ].join(' ');
}

const REFERENCES = ['archive', 'narrowed', 'found'] as const;
const LIMITS = ['sentence', 'paragraph', 'text'] as const;

function collocateColumns(t: Translate): Column<Collocate>[] {
  const count = (id: 'near' | 'left' | 'right' | 'frequency' | 'articles') =>
    countColumn<Collocate>(id, t(`analysis.column.${id}`), (row) => row[id]);
  const measure = (id: 'll' | 'pmi' | 'mi3' | 'logDice' | 'expected') =>
    measureColumn<Collocate>(id, t(`analysis.column.${id}`), (row) => row[id]);
  return [
    wordColumn('word', t('analysis.word'), (row) => row.word),
    ...(['ll', 'pmi', 'mi3', 'logDice'] as const).map(measure),
    ...(['near', 'left', 'right'] as const).map(count),
    measure('expected'),
    ...(['frequency', 'articles'] as const).map(count),
  ];
}
