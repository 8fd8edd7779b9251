import type { SearchOutcome } from '@renderer/archive/search';
import { type TextKey, useT } from '@renderer/i18n';
import styles from './search-pane.module.css';

/** What is wrong with a query, with the place in it marked. */
export function QueryProblemLine({ outcome }: { outcome: SearchOutcome }) {
  const t = useT();
  const { problem, query } = outcome;
  if (problem === null) return null;
  const { code, start, end, what } = problem;
  return (
    <div className={styles.problem} role="alert">
      <p>{t(`search.problem.${code}` as TextKey, { what })}</p>
      <p className={styles.place} lang="zh-CN">
        {query.slice(0, start)}
        <mark>{query.slice(start, end) || ' '}</mark>
        {query.slice(end)}
      </p>
    </div>
  );
}
