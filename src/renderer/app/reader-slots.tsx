import { NoteEditor } from '@renderer/features/notes/note-editor';
import type { ReaderSlots } from '@renderer/features/reader/slots';
import { TagChips } from '@renderer/features/tags/tag-chips';
import { useMemo } from 'react';
import { openLink } from './places';
import type { Go } from './use-navigation';

/** What the reader shows of other features: notes and tags. */
export function useReaderSlots(go: Go): ReaderSlots {
  return useMemo(
    () => ({
      note: (target, options) => (
        <NoteEditor onOpenLink={(href) => openLink(href, go)} target={target} {...options} />
      ),
      tags: (view, options) => <TagChips onOpenTag={go.tag} view={view} {...options} />,
    }),
    [go],
  );
}
