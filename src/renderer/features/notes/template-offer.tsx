import { useT } from '@renderer/i18n';
import { Button } from '@renderer/ui/button';
import { type Editor, useEditorState } from '@tiptap/react';
import styles from './template-offer.module.css';
import { useTemplates } from './templates';

/** Below an empty note: the forms it can begin with. */
export function TemplateOffer({ editor }: { editor: Editor }) {
  const t = useT();
  const { templates } = useTemplates();
  const empty = useEditorState({ editor, selector: ({ editor: current }) => current.isEmpty });
  if (!empty || templates.length === 0) return null;
  return (
    <fieldset aria-label={t('notes.templates')} className={styles.offer}>
      <span>{t('notes.template.offer')}</span>
      {templates.slice(0, 5).map((template) => (
        <Button
          key={template.id}
          onPress={() =>
            editor
              .chain()
              .insertContent(template.doc.content ?? [])
              .focus('end')
              .run()
          }
          variant="quiet"
        >
          {template.name}
        </Button>
      ))}
    </fieldset>
  );
}
