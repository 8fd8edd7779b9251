import { useT } from '@renderer/i18n';
import { useActions } from '@renderer/ui/actions';
import { useState } from 'react';
import { TemplatesDialog } from './templates-dialog';

/** The action that opens the forms of notes from anywhere, and what it opens. */
export function NoteTemplates() {
  const t = useT();
  const [open, setOpen] = useState(false);
  useActions([
    { id: 'go.templates', label: t('notes.templates'), group: 'go', run: () => setOpen(true) },
  ]);
  return open ? <TemplatesDialog doc={null} onClose={() => setOpen(false)} /> : null;
}
