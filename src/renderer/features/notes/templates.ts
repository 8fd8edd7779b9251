import type { NoteTemplate } from '@domain/model-history';
import { isEmptyNote } from '@domain/note/plain';
import { summaryTemplate, useNoteTemplates } from '@renderer/archive/note-templates';
import { useT } from '@renderer/i18n';
import { useMemo } from 'react';

/** The forms a note can begin with, as the researcher has them now: those with words, and all. */
export function useTemplates(): { templates: NoteTemplate[]; all: NoteTemplate[] } {
  const t = useT();
  const builtIn = useMemo(
    () => summaryTemplate(t('notes.template.summary'), t('notes.template.summary.markdown')),
    [t],
  );
  const all = useNoteTemplates(builtIn) ?? EMPTY;
  const templates = useMemo(() => all.filter(({ doc }) => !isEmptyNote(doc)), [all]);
  return { templates, all };
}

const EMPTY: NoteTemplate[] = [];
