import type { Note } from '@domain/model';
import type { NoteTarget } from '@renderer/archive/notes';
import { useNote } from '@renderer/archive/queries';
import { useLanguage, useT } from '@renderer/i18n';
import { Loading } from '@renderer/ui/loading';
import { CompactNote } from './compact-note';
import { NoteWriting } from './note-writing';

interface NoteEditorProps {
  target: NoteTarget;
  /** In a card: only to read until it is clicked, its tools shown while it is written. */
  compact?: boolean;
  /** Puts the cursor at the end; in a compact note also when it becomes true later. */
  autoFocus?: boolean;
  /** Shown while the note is empty. */
  placeholder?: string;
  /** What the note is called to a screen reader. */
  label?: string;
  /** A link was followed: clicked where the note is read, Ctrl-clicked where it is written. */
  onOpenLink?: (href: string) => unknown;
  /** The user has finished writing a compact note. */
  onDone?: () => void;
}

export type NoteViewProps = Required<Pick<NoteEditorProps, 'target' | 'placeholder' | 'label'>> &
  Pick<NoteEditorProps, 'autoFocus' | 'onOpenLink' | 'onDone'> & { note: Note | null };

/** The note on a passage, an article or the archive, stored while it is typed. */
export function NoteEditor(props: NoteEditorProps) {
  const language = useLanguage();
  // A state of its own for each note: what is typed must never reach another one. Names are given to an
  // editor once, so that another language needs another one; the words wait in the saver.
  const key = `${props.target.kind}-${props.target.id}-${language}`;
  return <NoteOfTarget key={key} {...props} />;
}

function NoteOfTarget({ compact = false, placeholder, label, ...props }: NoteEditorProps) {
  const t = useT();
  const note = useNote(props.target.id);
  if (note === undefined) return compact ? null : <Loading />;
  const view: NoteViewProps = {
    ...props,
    note,
    placeholder: placeholder ?? t('notes.placeholder'),
    label: label ?? t('notes.note'),
  };
  return compact ? <CompactNote {...view} /> : <NoteWriting {...view} toolbar="above" />;
}
