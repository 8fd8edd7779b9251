import { useT } from '@renderer/i18n';
import { Button } from '@renderer/ui/button';
import { Field } from '@renderer/ui/field';
import type { Editor } from '@tiptap/react';
import { useState } from 'react';
import { focusEditor } from './focus-editor';
import styles from './link-bar.module.css';

/** Asks for a footnote's text; the one that is selected is changed, or a new one is put in. */
export function FootnoteBar({ editor, onClose }: { editor: Editor; onClose: () => void }) {
  const t = useT();
  const selected = editor.isActive('footnote');
  const [text, setText] = useState(() => String(editor.getAttributes('footnote').text ?? ''));
  const done = () => {
    const words = text.replace(/\s+/g, ' ').trim();
    const chain = editor.chain().focus();
    if (words === '' && selected) chain.deleteSelection();
    else if (words !== '' && selected) {
      chain.updateAttributes('footnote', { text: words });
      chain.setTextSelection(editor.state.selection.to);
    } else if (words !== '') chain.insertContent({ type: 'footnote', attrs: { text: words } });
    chain.run();
    onClose();
  };
  return (
    <div className={styles.bar}>
      <Field
        autoFocus
        hideLabel
        label={t('notes.footnote.text')}
        onChange={setText}
        onEnter={done}
        onEscape={() => {
          onClose();
          focusEditor(editor);
        }}
        placeholder={t('notes.footnote.text')}
        value={text}
      />
      <Button onPress={done}>{t('notes.footnote.done')}</Button>
    </div>
  );
}
