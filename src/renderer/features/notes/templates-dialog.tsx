import type { NoteDoc } from '@domain/model';
import { deleteTemplate, renameTemplate, saveTemplate } from '@renderer/archive/note-templates';
import { useT } from '@renderer/i18n';
import { Button, IconButton } from '@renderer/ui/button';
import { Dialog } from '@renderer/ui/dialog';
import { Field } from '@renderer/ui/field';
import { showToast } from '@renderer/ui/toasts';
import { errorCodeOf } from '@shared/errors';
import { useState } from 'react';
import content from './note-content.module.css';
import styles from './note-dialogs.module.css';
import { NotePreview } from './note-preview';
import { useTemplates } from './templates';

interface Props {
  /** The note as it is, to be kept as a form; `null` while it is empty. */
  doc: NoteDoc | null;
  onClose: () => void;
}

/** The forms a note can begin with: to name, to replace by the note at hand, to delete. */
export function TemplatesDialog({ doc, onClose }: Props) {
  const t = useT();
  const { templates } = useTemplates();
  const [name, setName] = useState('');
  const tell = (work: Promise<void>) => {
    work.catch((error: unknown) =>
      showToast({ kind: 'error', text: t(`error.${errorCodeOf(error)}`) }),
    );
  };
  const save = () => {
    const wanted = name.trim();
    if (doc === null || wanted === '') return;
    tell(saveTemplate(wanted, doc, templates.find((each) => each.name === wanted) ?? null));
    setName('');
  };
  return (
    <Dialog onClose={onClose} title={t('notes.templates')}>
      <p className={styles.hint}>{t('notes.templates.hint')}</p>
      <ul aria-label={t('notes.templates')} className={styles.list}>
        {templates.map((template) => (
          <li className={styles.template} key={template.id}>
            <div className={styles.line}>
              <NameField
                name={template.name}
                onName={(next) => tell(renameTemplate(template, next))}
              />
              <Button
                isDisabled={doc === null}
                onPress={() => doc !== null && tell(saveTemplate(template.name, doc, template))}
                variant="quiet"
              >
                {t('notes.template.replace')}
              </Button>
              <IconButton
                icon="trash"
                label={t('notes.template.delete', { name: template.name })}
                onPress={() => tell(deleteTemplate(template))}
              />
            </div>
            <details>
              <summary>{t('notes.template.content')}</summary>
              <div className={content.content} lang="zh-CN">
                <NotePreview doc={template.doc} />
              </div>
            </details>
          </li>
        ))}
      </ul>
      {doc !== null && (
        <div className={styles.line}>
          <Field
            label={t('notes.template.saveAs')}
            onChange={setName}
            onEnter={save}
            value={name}
          />
          <Button isDisabled={name.trim() === ''} onPress={save}>
            {t('notes.template.save')}
          </Button>
        </div>
      )}
    </Dialog>
  );
}

function NameField({ name, onName }: { name: string; onName: (name: string) => void }) {
  const t = useT();
  const [typed, setTyped] = useState(name);
  const done = () => {
    const wanted = typed.trim();
    if (wanted === '') setTyped(name);
    else if (wanted !== name) onName(wanted);
  };
  return (
    <Field
      hideLabel
      label={t('notes.template.name')}
      onBlur={done}
      onChange={setTyped}
      onEnter={done}
      value={typed}
    />
  );
}
