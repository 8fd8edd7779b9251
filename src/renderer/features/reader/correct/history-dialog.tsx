import { editsBetween } from '@domain/anchor/edits';
import type { TextEdit, TextRevision } from '@domain/model-history';
import { sliceSafe } from '@domain/text/segments';
import { restoreText } from '@renderer/archive/correct-text';
import { type AnnotationView, type OpenArticle, useTextRevisions } from '@renderer/archive/queries';
import { formatTime, useT } from '@renderer/i18n';
import { Button } from '@renderer/ui/button';
import { Dialog } from '@renderer/ui/dialog';
import { EmptyState } from '@renderer/ui/empty-state';
import { Loading } from '@renderer/ui/loading';
import { showToast } from '@renderer/ui/toasts';
import { VirtualList } from '@renderer/ui/virtual-list';
import { useMemo } from 'react';
import { attempt } from '../attempt';
import styles from './correct.module.css';
import { EffectList } from './effect-list';

/** UTF-16 units shown around a difference. */
const AROUND = 16;
/** Differences that are shown of one change. */
const SHOWN = 20;

interface Props {
  open: OpenArticle;
  views: readonly AnnotationView[];
  onClose: () => void;
}

/** The changes of a text, the last one first, each with the text before it to be brought back. */
export function HistoryDialog({ open, views, onClose }: Props) {
  const t = useT();
  const { articleId, text } = open.text;
  const revisions = useTextRevisions(articleId);
  const known = useMemo(() => new Set(views.map(({ annotation }) => annotation.id)), [views]);
  const rows = useMemo(
    () =>
      (revisions ?? []).map((revision, index, all) => ({
        revision,
        after: all[index - 1]?.before.text ?? text,
      })),
    [revisions, text],
  );
  const restore = (id: string) =>
    attempt(async () => {
      const done = await restoreText(id);
      if (done === null) showToast({ kind: 'done', text: t('history.restored') });
    });
  return (
    <Dialog onClose={onClose} title={t('edit.history')} wide>
      {revisions === undefined && <Loading />}
      {revisions?.length === 0 && <EmptyState text={t('history.empty')} />}
      {rows.length > 0 && (
        <div className={styles.history}>
          <VirtualList
            items={rows}
            keyOf={({ revision }) => revision.id}
            label={t('history.list')}
            rowHeight={140}
          >
            {({ revision, after }) => (
              <Revision
                after={after}
                known={known}
                onRestore={() => restore(revision.id)}
                revision={revision}
              />
            )}
          </VirtualList>
        </div>
      )}
    </Dialog>
  );
}

interface RevisionProps {
  revision: TextRevision;
  after: string;
  known: ReadonlySet<string>;
  onRestore: () => void;
}

function Revision({ revision, after, known, onRestore }: RevisionProps) {
  const t = useT();
  const { before, cause, created, effects } = revision;
  const edits = useMemo(
    () => (revision.edits.length > 0 ? revision.edits : editsBetween(before.text, after)),
    [revision, before, after],
  );
  return (
    <article
      aria-label={`${formatTime(created)} ${t(`history.cause.${cause}`)}`}
      className={styles.revision}
    >
      <header className={styles.revisionHead}>
        <h3 className={styles.when}>
          {formatTime(created)} · {t(`history.cause.${cause}`)}
        </h3>
        <Button icon="undo" onPress={onRestore} variant="quiet">
          {t('history.restore')}
        </Button>
      </header>
      <ul className={styles.edits}>
        {edits.slice(0, SHOWN).map((edit) => (
          <li key={edit.start} lang="zh-CN">
            <Difference before={before.text} edit={edit} />
          </li>
        ))}
        {edits.length > SHOWN && (
          <li className={styles.quiet}>{t('history.more', { count: edits.length - SHOWN })}</li>
        )}
      </ul>
      {(effects.length > 0 || cause === 'edit') && <EffectList effects={effects} known={known} />}
    </article>
  );
}

function Difference({ before, edit: { start, end, text } }: { before: string; edit: TextEdit }) {
  const t = useT();
  return (
    <>
      {shown(sliceSafe(before, Math.max(0, start - AROUND), start))}
      {start < end && (
        <del className={styles.deleted} title={t('history.deleted')}>
          {shown(before.slice(start, end))}
        </del>
      )}
      {text !== '' && (
        <ins className={styles.inserted} title={t('history.inserted')}>
          {shown(text)}
        </ins>
      )}
      {shown(sliceSafe(before, end, end + AROUND))}
    </>
  );
}

/** A paragraph's end can be seen. */
function shown(text: string): string {
  return text.replaceAll('\n', '¶');
}
