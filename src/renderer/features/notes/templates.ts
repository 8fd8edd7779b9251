import type { NoteTemplate } from '@domain/model-history';
import { summaryTemplate, useNoteTemplates } from '@renderer/archive/note-templates';
import { useT } from '@renderer/i18n';
import { useMemo } from 'react';

/** The forms a note can begin with, as the researcher has them now. */
export function useTemplates(): { templates: NoteTemplate[] } {
  const t = useT();
  const builtIn = useMemo(
    () => summaryTemplate(t('notes.template.summary'), t('notes.template.summary.markdown')),
    [t],
  );
  return { templates: useNoteTemplates(builtIn) ?? EMPTY };
}

const EMPTY: NoteTemplate[] = [];
