import type { EditEffect } from '@domain/model-history';
import { useT } from '@renderer/i18n';
import styles from './correct.module.css';

const KINDS = ['unplaced', 'adjusted', 'placed', 'moved'] as const;
/** Quotes that are shown; more could not be read in passing. */
const SHOWN = 12;

interface Props {
  effects: readonly EditEffect[];
  /** Annotations that are still there; all of them when missing. */
  known?: ReadonlySet<string>;
}

/** What a change of the text does to annotations: how many, and the words of those that change. */
export function EffectList({ effects, known }: Props) {
  const t = useT();
  if (effects.length === 0) return <p className={styles.quiet}>{t('edit.effect.none')}</p>;
  const counts = KINDS.flatMap((kind) => {
    const count = effects.filter(({ effect }) => effect === kind).length;
    return count === 0 ? [] : [t(`edit.effect.${kind}`, { count })];
  });
  const changed = KINDS.flatMap((kind) =>
    kind === 'moved' ? [] : effects.filter(({ effect }) => effect === kind),
  );
  return (
    <>
      <p className={styles.quiet}>{counts.join(' · ')}</p>
      {changed.length > 0 && (
        <ul aria-label={t('edit.affected')} className={styles.effects}>
          {changed.slice(0, SHOWN).map(({ annotationId, effect, exact }) => (
            <li key={annotationId}>
              <span className={`${styles.sign} ${styles[effect]}`}>
                {t(`edit.quote.${effect}`)}
              </span>
              <span className={styles.quote} lang="zh-CN">
                {exact}
              </span>
              {known !== undefined && !known.has(annotationId) && (
                <span className={styles.quiet}> {t('edit.quote.deleted')}</span>
              )}
            </li>
          ))}
          {changed.length > SHOWN && (
            <li className={styles.quiet}>{t('history.more', { count: changed.length - SHOWN })}</li>
          )}
        </ul>
      )}
    </>
  );
}
