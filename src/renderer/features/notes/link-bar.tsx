import { useT } from '@renderer/i18n';
import { Button } from '@renderer/ui/button';
import { Field } from '@renderer/ui/field';
import type { Editor } from '@tiptap/react';
import { useState } from 'react';
import { applyLink, linkAtCursor, toHref } from './editor-commands';
import { focusEditor } from './focus-editor';
import styles from './link-bar.module.css';

/** Asks for the address of a link, in the place of the toolbar. */
export function LinkBar({ editor, onClose }: { editor: Editor; onClose: () => void }) {
  const t = useT();
  const [before] = useState(() => linkAtCursor(editor));
  const [typed, setTyped] = useState(before);
  const [wrong, setWrong] = useState(false);

  const close = () => {
    onClose();
    focusEditor(editor);
  };
  const apply = (address: string) => {
    const href = toHref(address);
    setWrong(href === null);
    if (href === null) return;
    onClose();
    applyLink(editor, href);
  };

  return (
    <div className={styles.bar}>
      <Field
        autoFocus
        hideLabel
        icon="link"
        label={t('notes.link.address')}
        onChange={(value) => {
          setTyped(value);
          setWrong(false);
        }}
        onEnter={() => apply(typed)}
        onEscape={close}
        placeholder={t('notes.link.placeholder')}
        value={typed}
        {...(wrong ? { error: t('notes.link.wrong') } : {})}
      />
      {before !== '' && (
        <Button onPress={() => apply('')} variant="quiet">
          {t('notes.link.remove')}
        </Button>
      )}
      <Button onPress={close} variant="quiet">
        {t('app.cancel')}
      </Button>
      <Button onPress={() => apply(typed)}>{t('app.done')}</Button>
    </div>
  );
}
