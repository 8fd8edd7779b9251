import type { NoteTemplate } from '@domain/model-history';
import { useT } from '@renderer/i18n';
import { Field } from '@renderer/ui/field';
import { EditorContent } from '@tiptap/react';
import { type KeyboardEvent, useCallback, useEffect, useRef, useState } from 'react';
import { focusEditor } from './focus-editor';
import { FootnoteList } from './footnotes';
import { toStoredDoc } from './note-content';
import dialog from './note-dialogs.module.css';
import styles from './note-frame.module.css';
import { TypedMenuList } from './typed-menu-list';
import { type EditorProps, useFirstFocus, useNoteEditor } from './use-note-editor';
import { useTemplateSaver } from './use-template-saver';
import { type MenuKeys, useTypedMenu } from './use-typed-menu';
import { type ToolBar, WritingTools } from './writing-tools';

interface Props {
  /** The form as it was when this opened. */
  template: NoteTemplate;
  isNew: boolean;
  onDone: () => void;
}

/** A form's name and text, stored while they are typed; all that one sitting changes is one step. */
export function TemplateWriting({ template, isNew, onDone }: Props) {
  const t = useT();
  const [bar, setBar] = useState<ToolBar>(null);
  const [name, setName] = useState(template.name);
  const keys = useRef<MenuKeys>(() => false);
  const box = useRef<HTMLFieldSetElement>(null);
  const startFootnote = useCallback(() => setBar('footnote'), []);
  const latest = useRef<EditorProps>(null as never);
  latest.current = {
    placeholder: t('notes.template.placeholder'),
    label: t('notes.template.content'),
    onEscape: onDone,
  };
  const editor = useNoteEditor(() => template.doc, latest, { tools: box, keys, startFootnote });
  const menu = useTypedMenu(editor, { target: null, keys, startFootnote });
  useFirstFocus(editor, isNew ? null : 'end');

  const saver = useTemplateSaver(isNew ? null : template, template);
  const named = name.trim() || template.name || t('notes.template.unnamed');
  const save = useCallback(
    (to: string) => {
      const { doc } = editor.state;
      saver.change(() => ({ name: to, doc: toStoredDoc(doc.toJSON()) }));
    },
    [editor, saver],
  );
  useEffect(() => {
    const onUpdate = () => save(named);
    editor.on('update', onUpdate);
    return () => {
      editor.off('update', onUpdate);
    };
  }, [editor, save, named]);

  // What the text or a tool has taken Escape for must not close the window around it as well.
  const keepEscape = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && event.isDefaultPrevented()) event.stopPropagation();
  };
  return (
    <fieldset aria-label={t('notes.template')} className={dialog.writing} onKeyDown={keepEscape}>
      <Field
        autoFocus={isNew}
        label={t('notes.template.name')}
        onChange={(next) => {
          setName(next);
          save(next.trim() || named);
        }}
        onEnter={() => focusEditor(editor, 'end')}
        placeholder={t('notes.template.unnamed')}
        value={name}
      />
      <div className={dialog.sheet}>
        <WritingTools bar={bar} box={box} editor={editor} onBar={setBar} place="above" />
        <EditorContent className={styles.scroller} editor={editor} />
        <FootnoteList doc={toStoredDoc(editor.getJSON())} />
      </div>
      {menu !== null && <TypedMenuList editor={editor} menu={menu} />}
    </fieldset>
  );
}
