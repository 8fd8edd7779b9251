import { isNarrowing, NO_NARROWING } from '@renderer/archive/search';
import { useT } from '@renderer/i18n';
import { Button } from '@renderer/ui/button';
import { Field } from '@renderer/ui/field';
import type { ReactNode } from 'react';
import styles from './analysis.module.css';
import type { PanelProps } from './panel-props';
import { choose, takeOver, useAnalysis } from './state';

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

/** Offers what is searched for now, when it is something else. */
export function CurrentQuery({ current }: Pick<PanelProps, 'current'>) {
  const t = useT();
  const { query, narrowing } = useAnalysis().choices;
  const { facets, within } = current;
  const mine = JSON.stringify([query.trim(), narrowing.facets, narrowing.within]);
  if (current.query.trim() === '') return null;
  if (mine === JSON.stringify([current.query.trim(), facets, within])) return null;
  const key = isNarrowing(current) ? 'analysis.query.currentNarrowed' : 'analysis.query.current';
  return (
    <div className={styles.offer}>
      <Button onPress={() => takeOver(current)} variant="quiet">
        {t(key, { query: current.query })}
      </Button>
    </div>
  );
}

/** Says what of the query's result counts alone, and takes that back. */
export function NarrowingLine({ chips }: Pick<PanelProps, 'chips'>) {
  const t = useT();
  const { narrowing } = useAnalysis().choices;
  if (!isNarrowing(narrowing)) return null;
  return (
    <div className={styles.narrowing}>
      <span>{t('analysis.narrowed')}</span>
      {chips(narrowing, (changes) => choose({ narrowing: { ...narrowing, ...changes } }))}
      <Button onPress={() => choose({ narrowing: NO_NARROWING })} variant="quiet">
        {t('analysis.narrowed.clear')}
      </Button>
    </div>
  );
}
