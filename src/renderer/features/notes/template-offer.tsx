import type { NoteDoc } from '@domain/model';
import { useT } from '@renderer/i18n';
import { Button } from '@renderer/ui/button';
import { type Editor, useEditorState } from '@tiptap/react';
import styles from './template-offer.module.css';
import { useTemplates } from './templates';

/** The place of the first empty paragraph, where the writing begins. */
function firstRoom({ content = [] }: NoteDoc): number | 'end' {
  let at = 0;
  for (const block of content) {
    if (block.type === 'paragraph' && !block.content) return at + 1;
    if (block.type !== 'paragraph' && block.type !== 'heading') return 'end';
    if (block.content?.some((node) => node.text === undefined)) return 'end';
    // Both ends of a block count as one, its text by UTF-16 units.
    at += 2 + (block.content ?? []).reduce((sum, { text = '' }) => sum + text.length, 0);
  }
  return 'end';
}

/** Below an empty note: the forms it can begin with. */
export function TemplateOffer({ editor, place }: { editor: Editor; place: 'above' | 'below' }) {
  const t = useT();
  const { templates } = useTemplates();
  const empty = useEditorState({ editor, selector: ({ editor: current }) => current.isEmpty });
  if (!empty || templates.length === 0) return null;
  return (
    <fieldset aria-label={t('notes.templates')} className={styles.offer} data-place={place}>
      <span>{t('notes.template.offer')}</span>
      {templates.slice(0, 5).map((template) => (
        <Button
          key={template.id}
          onPress={() =>
            editor
              .chain()
              .insertContent(template.doc.content ?? [])
              .focus(firstRoom(template.doc))
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
