import type { AnalysisKind } from '@renderer/archive/analysis';
import { type TextKey, useT } from '@renderer/i18n';
import { Button } from '@renderer/ui/button';
import { EmptyState } from '@renderer/ui/empty-state';
import { Progress } from '@renderer/ui/progress';
import { useLate } from '@renderer/ui/use-late';
import type { ReactNode } from 'react';
import styles from './analysis.module.css';
import { countAgain, type Run, useAnalysis } from './state';

interface StatusProps {
  kind: AnalysisKind;
  /** What the outcome says in words. */
  children: ReactNode;
}

/** How far an analysis is, what it says in words, and whether that is still so. */
export function RunStatus({ kind, children }: StatusProps) {
  const t = useT();
  const run: Run | null = useAnalysis().runs[kind];
  const late = useLate(run !== null && run.stop !== null);
  if (run !== null && run.stop !== null) {
    const { progress, stop } = run;
    if (!late) return <p className={styles.status} />;
    const text = progress === null ? t('analysis.starting') : t('analysis.running', progress);
    return (
      <div className={styles.status}>
        <Progress
          label={t('analysis.title')}
          max={progress?.total ?? 1}
          text={text}
          value={progress?.done ?? 0}
        />
        <Button onPress={stop} variant="quiet">
          {t('analysis.stop')}
        </Button>
      </div>
    );
  }
  const answered = run?.answered ?? null;
  const isStale = answered !== null && run?.isStale === true;
  return (
    <div className={styles.status}>
      <p role="status">
        {answered !== null && children}
        {answered?.request.narrowing !== undefined && ` ${t('analysis.summary.narrowed')}`}
        {isStale && <span className={styles.stale}> {t('analysis.stale')}</span>}
      </p>
      {isStale && (
        <Button onPress={() => countAgain(kind)} variant="quiet">
          {t('analysis.again')}
        </Button>
      )}
    </div>
  );
}

/** In place of a table: what to do first, or why there is none. */
export function NoRows<K extends AnalysisKind>({ kind, run }: { kind: K; run: Run<K> | null }) {
  const t = useT();
  const { choices } = useAnalysis();
  if (run === null || (run.answered === null && run.stop !== null)) {
    return <EmptyState text={run === null ? t(`analysis.none.${kind}`) : ''} />;
  }
  if (run.error === 'cancelled') return <EmptyState text={t('analysis.stopped')} />;
  if (run.error !== null) return <EmptyState text={t(`error.${run.error}`)} />;
  if (run.mistake !== null) {
    const { query, problem } = run.mistake;
    const { code, start, end, what } = problem;
    return (
      <EmptyState text={t(`search.problem.${code}` as TextKey, { what })}>
        <p className={styles.mistake} lang="zh-CN">
          {query.slice(0, start)}
          <mark>{query.slice(start, end) || ' '}</mark>
          {query.slice(end)}
        </p>
      </EmptyState>
    );
  }
  if (kind === 'frequency') return <EmptyState text={t('analysis.empty.frequency')} />;
  return <EmptyState text={t('analysis.empty', { least: choices.least })} />;
}
