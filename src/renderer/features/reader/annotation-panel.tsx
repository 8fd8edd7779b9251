import { useAnnotations } from '@renderer/archive/live-annotations';
import { useNote, useOpenArticle } from '@renderer/archive/queries';
import { useT } from '@renderer/i18n';
import { runAction } from '@renderer/ui/actions';
import { Button } from '@renderer/ui/button';
import { EmptyState } from '@renderer/ui/empty-state';
import { Icon } from '@renderer/ui/icon';
import { Loading } from '@renderer/ui/loading';
import { useIdle } from '@renderer/ui/use-idle';
import { useId, useState } from 'react';
import { AnnotationList } from './annotation-list';
import styles from './annotation-panel.module.css';
import type { ReaderSlots } from './slots';

export interface AnnotationPanelProps {
  articleId: string;
  slots: ReaderSlots;
}

/** An article's note and its annotations in text order. Needs a `ReaderProvider` around it. */
export function AnnotationPanel(props: AnnotationPanelProps) {
  return <PanelOfArticle key={props.articleId} {...props} />;
}

function PanelOfArticle({ articleId, slots }: AnnotationPanelProps) {
  const t = useT();
  const open = useOpenArticle(articleId);
  const views = useAnnotations(articleId);
  const heading = useId();
  const isRead = open !== undefined && views !== undefined;
  // The text goes first: both in one go would hold up keys and clicks.
  const isDrawn = useIdle(isRead);
  if (!isRead || !isDrawn) return <Loading />;
  if (open === null) return null;
  return (
    <section aria-labelledby={heading} className={styles.panel}>
      <h2 className={styles.heading} id={heading}>
        {t('reader.panel.title', { count: views.length })}
      </h2>
      <ArticleNote articleId={articleId} slots={slots} />
      {views.length === 0 ? (
        <EmptyState text={t('reader.panel.empty')}>
          <Button icon="highlighter" onPress={() => runAction('reader.highlight')}>
            {t('reader.panel.highlight')}
          </Button>
        </EmptyState>
      ) : (
        <AnnotationList open={open} slots={slots} views={views} />
      )}
    </section>
  );
}

/** Closed until there is a note, or somebody wants to write one. */
function ArticleNote({ articleId, slots }: AnnotationPanelProps) {
  const t = useT();
  const note = useNote(articleId);
  const [chosen, setChosen] = useState<boolean | null>(null);
  const content = useId();
  if (note === undefined) return null;
  const open = chosen ?? note !== null;
  return (
    <div className={styles.articleNote}>
      <button
        aria-controls={content}
        aria-expanded={open}
        className={styles.toggle}
        onClick={() => setChosen(!open)}
        type="button"
      >
        <span className={open ? styles.opened : styles.closed}>
          <Icon name="forward" size={12} />
        </span>
        {t('reader.panel.articleNote')}
      </button>
      <div className={styles.noteBody} hidden={!open} id={content}>
        {open &&
          slots.note(
            { kind: 'article', id: articleId },
            { autoFocus: chosen === true && note === null, compact: true },
          )}
      </div>
    </div>
  );
}
