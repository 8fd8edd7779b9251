import type { Ngram } from '@domain/search/stats/ngrams';
import type { Ngrams, RequestOf } from '@renderer/archive/analysis';
import { NO_NARROWING, type SearchScope } from '@renderer/archive/search';
import { type Translate, useT } from '@renderer/i18n';
import { Choice } from '@renderer/ui/choice';
import { useMemo } from 'react';
import styles from './analysis.module.css';
import { type Column, countColumn, wordColumn } from './columns';
import { CountedTable } from './counted-table';
import { sequenceQuery } from './near-query';
import type { PanelProps } from './panel-props';
import { CurrentQuery, NarrowingLine, QueryRow } from './query-row';
import { SequenceOptions } from './sequence-options';
import { run as begin, choose, narrowingOf, useAnalysis } from './state';

/** The sequences of characters or words that are the most frequent. */
export function NgramsPanel({ current, onSearch, chips, saveFile }: PanelProps) {
  const t = useT();
  const { choices, runs } = useAnalysis();
  const { query, unit, size, least } = choices;
  const narrowing = narrowingOf(choices);
  const scope = choices.scope === 'narrowed' && narrowing === undefined ? 'archive' : choices.scope;
  const answered = runs.ngrams?.answered ?? null;
  const columns = useMemo(() => ngramColumns(t), [t]);
  const canRun = scope !== 'found' || query.trim() !== '';
  const start = () => {
    if (!canRun) return;
    void begin('ngrams', {
      query: scope === 'found' ? query : '',
      narrowing: scope === 'archive' ? undefined : narrowing,
      ...{ unit, size, least },
    });
  };

  return (
    <>
      <div className={styles.form}>
        <QueryRow canRun={canRun} onRun={start} />
        <NarrowingLine chips={chips} />
        <div className={styles.options}>
          <Choice
            label={t('analysis.scope')}
            onChange={(id) => choose({ scope: id })}
            options={(['found', 'narrowed', 'archive'] as const)
              .filter((id) => id !== 'narrowed' || narrowing !== undefined)
              .map((id) => ({
                id,
                label: t(`analysis.scope.${id}`),
              }))}
            value={scope}
          />
          <SequenceOptions min={2} size="size" />
          <CurrentQuery current={current} />
        </div>
      </div>
      <CountedTable
        columns={columns}
        keyOf={(row) => row.words}
        kind="ngrams"
        onOpen={(row) => onSearch(placesOf(row.words, answered?.request))}
        queryOf={(row) => sequenceQuery(row.words)}
        rows={answered?.outcome.rows ?? []}
        saveFile={saveFile}
        strength="count"
        summary={answered === null ? '' : summary(answered.outcome, t)}
      />
    </>
  );
}

/** What finds a sequence in the articles in which it was counted. */
function placesOf(words: string, request: RequestOf<'ngrams'> | undefined): SearchScope {
  const query = sequenceQuery(words);
  if (request === undefined) return { query, ...NO_NARROWING };
  const { facets, within } = request.narrowing ?? NO_NARROWING;
  const among = request.query.trim() === '' ? [] : [request.query];
  // Of kinds there are those of the places that made the articles fit.
  return { query, facets: { ...facets, kinds: [] }, within: [...within, ...among] };
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
  const count = (id: 'count' | 'articles') =>
    countColumn<Ngram>(id, t(`analysis.column.${id}`), (row) => row[id]);
  const wide = 'minmax(200px, 4fr)';
  return [
    wordColumn('words', t('analysis.sequence'), (row) => row.words, wide),
    count('count'),
    count('articles'),
  ];
}
