import { type Candidate, findCandidates } from '@domain/anchor/candidates';
import type { Annotation } from '@domain/model';
import { sliceSafe } from '@domain/text/segments';
import { placeAnnotation } from '@renderer/archive/place-annotation';
import type { OpenArticle } from '@renderer/archive/queries';
import { useT } from '@renderer/i18n';
import { runAction } from '@renderer/ui/actions';
import { Button } from '@renderer/ui/button';
import { useState } from 'react';
import { flushSync } from 'react-dom';
import { attempt } from '../attempt';
import { useReader } from '../reader-context';
import styles from './correct.module.css';

const AROUND = 10;

/** What can be done about an annotation that has lost its place. */
export function UnplacedTools({ annotation, open }: { annotation: Annotation; open: OpenArticle }) {
  const t = useT();
  const { select, reveal } = useReader();
  const [found, setFound] = useState<Candidate[] | null>(null);
  const { id } = annotation;
  const { text } = open.text;
  return (
    <div className={styles.unplacedTools}>
      <div className={styles.buttons}>
        <Button
          onPress={() => {
            // The action is about the annotation that is selected.
            flushSync(() => select(id));
            runAction('reader.place');
          }}
          preventFocusOnPress
        >
          {t('unplaced.place')}
        </Button>
        <Button
          icon="search"
          onPress={() => setFound(findCandidates(text, annotation))}
          variant="quiet"
        >
          {t('unplaced.search')}
        </Button>
      </div>
      {found?.length === 0 && (
        <p className={styles.quiet} role="status">
          {t('unplaced.none')}
        </p>
      )}
      {found !== null && found.length > 0 && (
        <ul aria-label={t('unplaced.candidates')} className={styles.candidates}>
          {found.map(({ start, end, words }) => (
            <li key={start}>
              <button
                className={styles.candidate}
                onClick={() => reveal({ start, end })}
                type="button"
              >
                <span className={styles.quiet}>
                  {words === 1
                    ? t('unplaced.exact')
                    : t('unplaced.similar', { percent: Math.round(words * 100) })}
                </span>
                <span lang="zh-CN">
                  {sliceSafe(text, Math.max(0, start - AROUND), start)}
                  <mark className={styles.found}>{text.slice(start, end)}</mark>
                  {sliceSafe(text, end, end + AROUND)}
                </span>
              </button>
              <Button
                onPress={() => attempt(() => placeAnnotation(id, start, end))}
                variant="quiet"
              >
                {t('unplaced.here')}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
