import { useT } from '@renderer/i18n';
import { Button } from '@renderer/ui/button';
import { Field } from '@renderer/ui/field';
import type { ReactNode } from 'react';
import styles from './analysis.module.css';
import { choose, useAnalysis } from './state';

interface Props {
  /** What is searched for now; offered when it is another query. */
  current: string;
  onRun: () => void;
  canRun: boolean;
  /** Further fields beside the query. */
  children?: ReactNode;
}

/** The query that all kinds of analysis share, and the button that begins one. */
export function QueryRow({ current, onRun, canRun, children }: Props) {
  const t = useT();
  const { query } = useAnalysis().choices;
  const other = current.trim() !== '' && current.trim() !== query.trim();
  return (
    <>
      <div className={styles.queries}>
        <Field
          icon="search"
          label={t('analysis.query')}
          onChange={(next) => choose({ query: next })}
          onEnter={onRun}
          placeholder={t('analysis.query.placeholder')}
          value={query}
        />
        {children}
        <Button isDisabled={!canRun} onPress={onRun} variant="primary">
          {t('analysis.run')}
        </Button>
      </div>
      {other && (
        <div className={styles.offer}>
          <Button onPress={() => choose({ query: current })} variant="quiet">
            {t('analysis.query.current', { query: current })}
          </Button>
        </div>
      )}
    </>
  );
}
