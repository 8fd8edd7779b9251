import type { NoteDoc } from '@domain/model';
import type { NoteTemplate } from '@domain/model-history';
import { newTemplate } from '@renderer/archive/note-templates';
import { useT } from '@renderer/i18n';
import { Button } from '@renderer/ui/button';
import { Dialog } from '@renderer/ui/dialog';
import { useState } from 'react';
import { TemplateList } from './template-list';
import { TemplateWriting } from './template-writing';

interface Props {
  /** The note at hand, to be kept as a form; `null` when there is none or it is empty. */
  doc: NoteDoc | null;
  onClose: () => void;
}

/** The forms a note can begin with: to make, name, write, replace by the note at hand, delete. */
export function TemplatesDialog({ doc, onClose }: Props) {
  const t = useT();
  const [open, setOpen] = useState<{ template: NoteTemplate; isNew: boolean } | null>(null);
  if (open === null) {
    return (
      <Dialog
        footer={
          <Button
            icon="plus"
            onPress={() => setOpen({ template: newTemplate(), isNew: true })}
            variant="primary"
          >
            {t('notes.template.new')}
          </Button>
        }
        // A dialog of its own takes the focus, which went with the editor that was left.
        key="list"
        onClose={onClose}
        title={t('notes.templates')}
        wide
      >
        <TemplateList doc={doc} onEdit={(template) => setOpen({ template, isNew: false })} />
      </Dialog>
    );
  }
  const back = () => setOpen(null);
  return (
    <Dialog
      footer={
        <Button onPress={back} variant="primary">
          {t('app.done')}
        </Button>
      }
      key="writing"
      onClose={onClose}
      title={t(open.isNew ? 'notes.template.new' : 'notes.template.editing')}
      wide
    >
      <TemplateWriting {...open} key={open.template.id} onDone={back} />
    </Dialog>
  );
}
