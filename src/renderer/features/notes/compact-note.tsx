import type { Note, NoteDoc } from '@domain/model';
import { isEmptyNote } from '@domain/note/plain';
import { useT } from '@renderer/i18n';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { Backlinks } from './backlinks';
import content from './note-content.module.css';
import type { NoteViewProps } from './note-editor';
import styles from './note-frame.module.css';
import { NotePreview } from './note-preview';
import { noteSaverOf } from './note-savers';
import { NoteWriting } from './note-writing';
import { SaveFailure } from './save-failure';
import { useLeave } from './use-leave';
import type { Caret } from './use-note-editor';

/** What was written last and is on its way through storage. */
interface Left {
  doc: NoteDoc | null;
  /** What the screen knew of storage then; anything else is newer. */
  note: Note | null;
}

/** A note in a card: to read, and to write once it is clicked. */
export function CompactNote({ autoFocus = false, onDone, ...view }: NoteViewProps) {
  const { target, note } = view;
  const [caret, setCaret] = useState<Caret | null>(autoFocus ? 'end' : null);
  const [left, setLeft] = useState<Left | null>(null);
  const button = useRef<HTMLButtonElement>(null);
  const focusButton = useRef(false);

  useEffect(() => {
    if (autoFocus) setCaret('end');
  }, [autoFocus]);
  useEffect(() => {
    if (caret !== null || !focusButton.current) return;
    focusButton.current = false;
    button.current?.focus();
  }, [caret]);

  const leave = () => {
    setLeft({ doc: noteSaverOf(target).latest, note });
    setCaret(null);
    onDone?.();
  };
  const leaving = useLeave(leave);

  if (caret !== null) {
    return (
      <div className={styles.compact} data-writing {...leaving}>
        <NoteWriting
          {...view}
          caret={caret}
          onEscape={() => {
            focusButton.current = true;
            leave();
          }}
          toolbar="below"
        />
      </div>
    );
  }
  const doc = left !== null && left.doc !== null && left.note === note ? left.doc : note?.doc;
  return (
    <div className={styles.compact}>
      <Preview {...view} buttonRef={button} doc={doc ?? null} onEdit={setCaret} />
      <SaveFailure target={target} />
      <Backlinks onOpen={view.onOpenLink} target={target} />
    </div>
  );
}

interface PreviewProps extends Omit<NoteViewProps, 'note'> {
  doc: NoteDoc | null;
  buttonRef: RefObject<HTMLButtonElement | null>;
  onEdit: (caret: Caret) => void;
}

/** A button lies over the words instead of around them, so that they can still be read out. */
function Preview({ doc, placeholder, onOpenLink, buttonRef, onEdit }: PreviewProps) {
  const t = useT();
  return (
    <div className={styles.preview}>
      <button
        aria-label={t('notes.edit')}
        className={styles.cover}
        onClick={({ detail, clientX, clientY }) =>
          onEdit(detail === 0 ? 'end' : { x: clientX, y: clientY })
        }
        ref={buttonRef}
        type="button"
      />
      {doc === null || isEmptyNote(doc) ? (
        <p className={styles.placeholder}>{placeholder}</p>
      ) : (
        <div className={content.content} lang="zh-CN">
          <NotePreview doc={doc} {...(onOpenLink === undefined ? {} : { onOpenLink })} />
        </div>
      )}
    </div>
  );
}
