import { useT } from '@renderer/i18n';
import type { Editor } from '@tiptap/react';
import type { ComponentProps, KeyboardEvent, RefObject } from 'react';
import { focusEditor } from './focus-editor';
import { FootnoteBar } from './footnote-bar';
import { LinkBar } from './link-bar';
import styles from './note-frame.module.css';
import { NoteToolbar } from './note-toolbar';

/** What has taken the toolbar's place. */
export type ToolBar = 'link' | 'footnote' | null;

interface Props {
  editor: Editor;
  place: 'above' | 'below';
  box: RefObject<HTMLFieldSetElement | null>;
  bar: ToolBar;
  onBar: (bar: ToolBar) => void;
  whole?: ComponentProps<typeof NoteToolbar>['whole'];
}

/** The toolbar of a text that is written, or the field of a link's address or a footnote's words. */
export function WritingTools({ editor, place, box, bar, onBar, whole }: Props) {
  const t = useT();
  const backToText = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    event.preventDefault();
    focusEditor(editor);
  };
  return (
    <fieldset
      aria-label={t('notes.tools')}
      className={styles.tools}
      data-place={place}
      onKeyDown={backToText}
      ref={box}
    >
      {bar === 'link' && <LinkBar editor={editor} onClose={() => onBar(null)} />}
      {bar === 'footnote' && <FootnoteBar editor={editor} onClose={() => onBar(null)} />}
      {bar === null && (
        <NoteToolbar
          editor={editor}
          onLink={() => onBar('link')}
          {...(whole === undefined ? {} : { whole })}
        />
      )}
    </fieldset>
  );
}
