import type { NoteDoc } from '@domain/model';
import { type LineChange, lineChanges } from '@domain/note/line-changes';
import { noteToPlain } from '@domain/note/plain';
import { restoreNoteVersion, useNoteVersions } from '@renderer/archive/note-versions';
import type { NoteTarget } from '@renderer/archive/notes';
import { formatTime, useT } from '@renderer/i18n';
import { Button } from '@renderer/ui/button';
import { Dialog } from '@renderer/ui/dialog';
import { EmptyState } from '@renderer/ui/empty-state';
import { showToast } from '@renderer/ui/toasts';
import { errorCodeOf } from '@shared/errors';
import { useState } from 'react';
import styles from './note-dialogs.module.css';

interface Props {
  target: NoteTarget;
  /** The note as it is now. */
  doc: NoteDoc;
  onClose: () => void;
}

/** What a note said before, what differs from now, and the way back. */
export function VersionsDialog({ target, doc, onClose }: Props) {
  const t = useT();
  const versions = useNoteVersions(target.id);
  const [chosenId, setChosenId] = useState<string | null>(null);
  const chosen = versions?.find(({ id }) => id === chosenId) ?? versions?.[0];
  const restore = (id: string) => {
    restoreNoteVersion(id).then(onClose, (error: unknown) =>
      showToast({ kind: 'error', text: t(`error.${errorCodeOf(error)}`) }),
    );
  };
  return (
    <Dialog
      footer={
        chosen !== undefined && (
          <Button onPress={() => restore(chosen.id)}>{t('notes.versions.restore')}</Button>
        )
      }
      onClose={onClose}
      title={t('notes.versions')}
      wide
    >
      {versions?.length === 0 && <EmptyState text={t('notes.versions.none')} />}
      {chosen !== undefined && (
        <div className={styles.versions}>
          <ul aria-label={t('notes.versions')} className={styles.times}>
            {versions?.map(({ id, created }) => (
              <li key={id}>
                <button
                  aria-current={id === chosen.id}
                  onClick={() => setChosenId(id)}
                  type="button"
                >
                  {formatTime(created)}
                </button>
              </li>
            ))}
          </ul>
          <section aria-label={t('notes.versions.changes')} className={styles.changes} lang="zh-CN">
            {lineChanges(chosen.plain, noteToPlain(doc)).map((change, index) => {
              const key = `${index}-${change.kind}`;
              return <Line change={change} key={key} />;
            })}
          </section>
        </div>
      )}
    </Dialog>
  );
}

function Line({ change: { kind, text } }: { change: LineChange }) {
  const t = useT();
  const words = text === '' ? '\u00A0' : text;
  if (kind === 'same') return <p>{words}</p>;
  return (
    <p data-change={kind}>
      <span className="visually-hidden">{t(`notes.versions.${kind}`)} </span>
      {kind === 'before' ? <del>{words}</del> : <ins>{words}</ins>}
    </p>
  );
}
