import type { NoteTarget } from '@renderer/archive/notes';
import type { AnnotationView } from '@renderer/archive/queries';
import type { ReactNode } from 'react';

/** What other features put into the reader's panel. */
export interface ReaderSlots {
  /** The editor of a note. */
  note(target: NoteTarget, options: { autoFocus: boolean; compact: boolean }): ReactNode;
  /** An annotation's tags, with the picker that adds one. */
  tags(
    view: AnnotationView,
    options: { open: boolean; onOpenChange(open: boolean): void },
  ): ReactNode;
}
