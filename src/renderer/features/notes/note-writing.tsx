import { emptyNote } from '@domain/note/plain';
import { restoreNoteDoc } from '@domain/note/restore';
import { deleteNote, type NoteTarget } from '@renderer/archive/notes';
import { t as translate } from '@renderer/i18n';
import { showToast } from '@renderer/ui/toasts';
import { errorCodeOf } from '@shared/errors';
import { EditorContent, useEditorState } from '@tiptap/react';
import { useCallback, useRef, useState } from 'react';
import { Backlinks } from './backlinks';
import { FootnoteList } from './footnotes';
import { toStoredDoc } from './note-content';
import type { NoteViewProps } from './note-editor';
import styles from './note-frame.module.css';
import { noteSaverOf } from './note-savers';
import { SaveFailure } from './save-failure';
import { TemplateOffer } from './template-offer';
import { TemplatesDialog } from './templates-dialog';
import { TypedMenuList } from './typed-menu-list';
import { useNoteDocument } from './use-note-document';
import { type Caret, useFirstFocus, useNoteEditor } from './use-note-editor';
import { type MenuKeys, useTypedMenu } from './use-typed-menu';
import { VersionsDialog } from './versions-dialog';
import { type ToolBar, WritingTools } from './writing-tools';

interface Props extends NoteViewProps {
  toolbar: 'above' | 'below';
  caret?: Caret;
  /** Escape was pressed in the text. */
  onEscape?: () => void;
}

/** The editor of one note, with its tools. */
export function NoteWriting({ target, note, toolbar, ...props }: Props) {
  const [bar, setBar] = useState<ToolBar>(null);
  const [dialog, setDialog] = useState<'versions' | 'templates' | null>(null);
  const keys = useRef<MenuKeys>(() => false);
  const startFootnote = useCallback(() => setBar('footnote'), []);
  const latest = useRef(props);
  latest.current = props;
  const box = useRef<HTMLFieldSetElement>(null);
  // Words that still wait to be stored are newer than what storage has.
  const begin = () => noteSaverOf(target).held ?? restoreNoteDoc(note?.doc ?? emptyNote());
  const editor = useNoteEditor(begin, latest, { tools: box, keys, startFootnote });
  const menu = useTypedMenu(editor, { target, keys, startFootnote });
  const doc = useEditorState({ editor, selector: ({ editor: current }) => current.state.doc });
  useNoteDocument(editor, target, note);
  useFirstFocus(editor, props.caret ?? (props.autoFocus === true ? 'end' : null));

  const tools = (
    <WritingTools
      bar={bar}
      box={box}
      editor={editor}
      onBar={setBar}
      place={toolbar}
      whole={{
        onDelete: () => void removeNote(target),
        onTemplates: () => setDialog('templates'),
        onVersions: () => setDialog('versions'),
      }}
    />
  );
  return (
    <div className={styles.writing}>
      {toolbar === 'above' && tools}
      <EditorContent className={styles.scroller} editor={editor} />
      <FootnoteList doc={toStoredDoc(doc.toJSON())} />
      <TemplateOffer editor={editor} place={toolbar} />
      {toolbar === 'below' && tools}
      {toolbar === 'above' && <Backlinks onOpen={props.onOpenLink} target={target} />}
      {menu !== null && <TypedMenuList editor={editor} menu={menu} />}
      {dialog === 'versions' && (
        <VersionsDialog
          doc={toStoredDoc(doc.toJSON())}
          onClose={() => setDialog(null)}
          target={target}
        />
      )}
      {dialog === 'templates' && (
        <TemplatesDialog
          doc={editor.isEmpty ? null : toStoredDoc(doc.toJSON())}
          onClose={() => setDialog(null)}
        />
      )}
      <SaveFailure target={target} />
    </div>
  );
}

/** What was typed last is stored first, so that undoing brings it all back. */
async function removeNote(target: NoteTarget): Promise<void> {
  try {
    await noteSaverOf(target).flush();
    await deleteNote(target.id);
  } catch (error) {
    showToast({ kind: 'error', text: translate(`error.${errorCodeOf(error)}`) });
  }
}
