import type { AnalysisKind } from '@renderer/archive/analysis';
import { useT } from '@renderer/i18n';
import { type ReactNode, useState } from 'react';
import styles from './analysis.module.css';
import { type Column, type Sort, sortRows, tableCsv } from './columns';
import { NoRows, RunStatus } from './run-status';
import { type SaveFile, SaveMenu } from './save-menu';
import { useAnalysis } from './state';
import { StatsTable } from './stats-table';

interface Props<Row> {
  kind: Exclude<AnalysisKind, 'frequency'>;
  rows: readonly Row[];
  columns: readonly Column<Row>[];
  keyOf: (row: Row) => string;
  /** The column that is sorted by at first, the greatest on top. */
  strength: string;
  /** What the outcome says in words. */
  summary: string;
  /** A query that leads to the places of a row. */
  queryOf: (row: Row) => string;
  onOpen: (row: Row) => void;
  saveFile: SaveFile;
  /** What else the rows are chosen by. */
  children?: ReactNode;
}

/** The words or sequences that an analysis counted. */
export function CountedTable<Row>(props: Props<Row>) {
  const { kind, rows, columns, keyOf, strength, summary, queryOf, onOpen, saveFile } = props;
  const t = useT();
  const run = useAnalysis().runs[kind];
  const [sort, setSort] = useState<Sort>({ id: strength, direction: 'descending' });
  return (
    <>
      <div className={styles.bar}>
        <RunStatus kind={kind}>{summary}</RunStatus>
        {props.children}
        <SaveMenu
          contentOf={() => tableCsv(sortRows(rows, columns, sort), columns)}
          isDisabled={rows.length === 0}
          kinds={['csv']}
          name={`${t(`analysis.tab.${kind}`)} ${run?.answered?.request.query ?? ''}`}
          saveFile={saveFile}
        />
      </div>
      {rows.length > 0 ? (
        <StatsTable
          columns={columns}
          keyOf={keyOf}
          label={t(`analysis.tab.${kind}`)}
          onOpen={onOpen}
          onSort={setSort}
          openLabel={(row) => t('analysis.open', { query: queryOf(row) })}
          rows={rows}
          sort={sort}
        />
      ) : (
        <NoRows kind={kind} run={run} />
      )}
    </>
  );
}
