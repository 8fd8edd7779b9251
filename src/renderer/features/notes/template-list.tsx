import type { NoteDoc } from '@domain/model';
import type { NoteTemplate } from '@domain/model-history';
import { isEmptyNote, noteToPlain } from '@domain/note/plain';
import { deleteTemplate, saveTemplate } from '@renderer/archive/note-templates';
import { useT } from '@renderer/i18n';
import { Button, IconButton } from '@renderer/ui/button';
import { EmptyState } from '@renderer/ui/empty-state';
import { Field } from '@renderer/ui/field';
import { showToast } from '@renderer/ui/toasts';
import { errorCodeOf } from '@shared/errors';
import { useState } from 'react';
import styles from './note-dialogs.module.css';
import { useTemplates } from './templates';

interface Props {
  doc: NoteDoc | null;
  onEdit: (template: NoteTemplate) => void;
}

/** Every form with its first words; below them, the note at hand can become one. */
export function TemplateList({ doc, onEdit }: Props) {
  const t = useT();
  const { all } = useTemplates();
  const [name, setName] = useState('');
  const tell = (work: Promise<void>) => {
    work.catch((error: unknown) =>
      showToast({ kind: 'error', text: t(`error.${errorCodeOf(error)}`) }),
    );
  };
  const save = () => {
    const wanted = name.trim();
    if (doc === null || wanted === '') return;
    tell(saveTemplate(wanted, doc, all.find((each) => each.name === wanted) ?? null));
    setName('');
  };
  return (
    <>
      <p className={styles.hint}>{t('notes.templates.hint')}</p>
      {all.length === 0 && <EmptyState text={t('notes.templates.none')} />}
      <ul aria-label={t('notes.templates')} className={styles.list}>
        {all.map((template) => (
          <li className={styles.template} key={template.id}>
            <span className={styles.templateText}>
              <span className={styles.templateName}>{template.name}</span>
              <span className={styles.templateWords} lang="zh-CN">
                {isEmptyNote(template.doc)
                  ? t('notes.noWords')
                  : noteToPlain(template.doc)
                      .trim()
                      .replace(/\s*\n\s*/g, ' · ')}
              </span>
            </span>
            {doc !== null && (
              <Button
                onPress={() => tell(saveTemplate(template.name, doc, template))}
                variant="quiet"
              >
                {t('notes.template.replace')}
              </Button>
            )}
            <IconButton
              icon="edit"
              label={t('notes.template.edit', { name: template.name })}
              onPress={() => onEdit(template)}
            />
            <IconButton
              icon="trash"
              label={t('notes.template.delete', { name: template.name })}
              onPress={() => tell(deleteTemplate(template))}
            />
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
    </>
  );
}
