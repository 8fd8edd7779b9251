import type { Ngram } from '@domain/search/stats/ngrams';
import type { Ngrams } from '@renderer/archive/analysis';
import { type Translate, useT } from '@renderer/i18n';
import { Choice } from '@renderer/ui/choice';
import { useMemo, useState } from 'react';
import styles from './analysis.module.css';
import { type Column, type Sort, sortRows, tableCsv } from './columns';
import { whole } from './formats';
import { sequenceQuery } from './near-query';
import { CurrentQuery, QueryRow } from './query-row';
import { NoRows, RunStatus } from './run-status';
import { type SaveFile, SaveMenu } from './save-menu';
import { SequenceOptions } from './sequence-options';
import { run as begin, choose, useAnalysis } from './state';
import { StatsTable } from './stats-table';

interface Props {
  current: string;
  onSearch: (query: string) => void;
  saveFile: SaveFile;
}

/** The sequences of characters or words that are the most frequent. */
export function NgramsPanel({ current, onSearch, saveFile }: Props) {
  const t = useT();
  const { choices, runs } = useAnalysis();
  const { query, unit, size, least, scope } = choices;
  const run = runs.ngrams;
  const [sort, setSort] = useState<Sort>({ id: 'count', direction: 'descending' });
  const columns = useMemo(() => ngramColumns(t), [t]);
  const rows = run?.outcome?.rows ?? [];
  const canRun = scope === 'archive' || query.trim() !== '';
  const start = () => {
    if (!canRun) return;
    void begin('ngrams', { query: scope === 'archive' ? '' : query, unit, size, least });
  };

  return (
    <>
      <div className={styles.form}>
        <QueryRow canRun={canRun} onRun={start} />
        <div className={styles.options}>
          <Choice
            label={t('analysis.scope')}
            onChange={(id) => choose({ scope: id })}
            options={(['found', 'archive'] as const).map((id) => ({
              id,
              label: t(`analysis.scope.${id}`),
            }))}
            value={scope}
          />
          <SequenceOptions min={2} size="size" />
          <CurrentQuery current={current} />
        </div>
      </div>
      <div className={styles.bar}>
        <RunStatus run={run}>{run?.outcome != null && summary(run.outcome, t)}</RunStatus>
        <SaveMenu
          contentOf={() => tableCsv(sortRows(rows, columns, sort), columns)}
          isDisabled={rows.length === 0}
          kinds={['csv']}
          name={`${t('analysis.tab.ngrams')} ${run?.request.query ?? ''}`}
          saveFile={saveFile}
        />
      </div>
      {rows.length > 0 ? (
        <StatsTable
          columns={columns}
          keyOf={(row) => row.words}
          label={t('analysis.tab.ngrams')}
          onOpen={(row) => onSearch(sequenceQuery(row.words))}
          onSort={setSort}
          openLabel={(row) => t('analysis.open', { query: sequenceQuery(row.words) })}
          rows={rows}
          sort={sort}
        />
      ) : (
        <NoRows kind="ngrams" run={run} />
      )}
    </>
  );
}

function summary({ articles, total, lost, rows, rowCount }: Ngrams, t: Translate): string {
  return [
    t('analysis.summary.ngrams', { articles, total }),
    ...(lost > 0 ? [t('analysis.summary.lost', { lost })] : []),
    ...(rowCount > rows.length
      ? [t('analysis.summary.rows', { shown: rows.length, total: rowCount })]
      : []),
  ].join(' ');
}

function ngramColumns(t: Translate): Column<Ngram>[] {
  const count = (id: 'count' | 'articles'): Column<Ngram> => ({
    id,
    label: t(`analysis.column.${id}`),
    kind: 'number',
    value: (row) => row[id],
    text: (row) => whole(row[id]),
  });
  return [
    {
      id: 'words',
      label: t('analysis.sequence'),
      kind: 'text',
      width: 'minmax(200px, 4fr)',
      value: (row) => row.words,
      text: (row) => row.words,
    },
    count('count'),
    count('articles'),
  ];
}
