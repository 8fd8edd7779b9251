import { useT } from '@renderer/i18n';
import { Button } from '@renderer/ui/button';
import { Field } from '@renderer/ui/field';
import type { ReactNode } from 'react';
import styles from './analysis.module.css';
import { choose, useAnalysis } from './state';

interface Props {
  onRun: () => void;
  canRun: boolean;
  /** Further fields beside the query. */
  children?: ReactNode;
}

/** The query that all kinds of analysis share, and the button that begins one. */
export function QueryRow({ onRun, canRun, children }: Props) {
  const t = useT();
  const { query } = useAnalysis().choices;
  return (
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
  );
}

/** Offers what is searched for now, when it is another query. */
export function CurrentQuery({ current }: { current: string }) {
  const t = useT();
  const { query } = useAnalysis().choices;
  if (current.trim() === '' || current.trim() === query.trim()) return null;
  return (
    <div className={styles.offer}>
      <Button onPress={() => choose({ query: current })} variant="quiet">
        {t('analysis.query.current', { query: current })}
      </Button>
    </div>
  );
}
