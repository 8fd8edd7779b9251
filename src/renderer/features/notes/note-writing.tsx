import type { NoteNode } from '@domain/model';
import { type LinkTarget, linkHref, targetOf } from '@domain/note/links';
import { emptyNote } from '@domain/note/plain';
import { restoreNoteDoc } from '@domain/note/restore';
import { deleteNote, type NoteTarget } from '@renderer/archive/notes';
import { t as translate, useT } from '@renderer/i18n';
import { showToast } from '@renderer/ui/toasts';
import { errorCodeOf } from '@shared/errors';
import { NodeSelection } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { type Editor, EditorContent, useEditor, useEditorState } from '@tiptap/react';
import {
  type KeyboardEvent,
  type RefObject,
  useCallback,
  useEffect,
  useRef,
  useState,
} from 'react';
import { Backlinks } from './backlinks';
import { FootnoteBar } from './footnote-bar';
import { FootnoteList } from './footnotes';
import { LinkBar } from './link-bar';
import { toStoredDoc } from './note-content';
import content from './note-content.module.css';
import type { NoteViewProps } from './note-editor';
import { noteExtensions } from './note-extensions';
import styles from './note-frame.module.css';
import { noteSaverOf } from './note-savers';
import { NoteToolbar } from './note-toolbar';
import { SaveFailure } from './save-failure';
import { takePictures } from './take-pictures';
import { TemplateOffer } from './template-offer';
import { TemplatesDialog } from './templates-dialog';
import { TypedMenuList } from './typed-menu-list';
import { useNoteDocument } from './use-note-document';
import { type MenuKeys, useTypedMenu } from './use-typed-menu';
import { VersionsDialog } from './versions-dialog';

/** Where the cursor goes first: the end, or the letter under a point of the window. */
export type Caret = 'end' | { x: number; y: number };

interface Props extends NoteViewProps {
  toolbar: 'above' | 'below';
  caret?: Caret;
  /** Escape was pressed in the text. */
  onEscape?: () => void;
}

/** The editor of one note, with its tools. */
export function NoteWriting({ target, note, toolbar, ...props }: Props) {
  const t = useT();
  const [bar, setBar] = useState<'link' | 'footnote' | null>(null);
  const [dialog, setDialog] = useState<'versions' | 'templates' | null>(null);
  const keys = useRef<MenuKeys>(() => false);
  const startFootnote = useCallback(() => setBar('footnote'), []);
  const latest = useRef(props);
  latest.current = props;
  const box = useRef<HTMLFieldSetElement>(null);
  const editor = useNoteEditor(target, note, latest, { tools: box, keys, startFootnote });
  const menu = useTypedMenu(editor, { target, keys, startFootnote });
  const doc = useEditorState({ editor, selector: ({ editor: current }) => current.state.doc });
  useNoteDocument(editor, target, note);
  useFirstFocus(editor, props.caret ?? (props.autoFocus === true ? 'end' : null));

  const backToText = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    event.preventDefault();
    editor.commands.focus();
  };
  const tools = (
    <fieldset
      aria-label={t('notes.tools')}
      className={styles.tools}
      data-place={toolbar}
      onKeyDown={backToText}
      ref={box}
    >
      {bar === 'link' && <LinkBar editor={editor} onClose={() => setBar(null)} />}
      {bar === 'footnote' && <FootnoteBar editor={editor} onClose={() => setBar(null)} />}
      {bar === null && (
        <NoteToolbar
          editor={editor}
          onDelete={() => void removeNote(target)}
          onLink={() => setBar('link')}
          onTemplates={() => setDialog('templates')}
          onVersions={() => setDialog('versions')}
        />
      )}
    </fieldset>
  );
  return (
    <div className={styles.writing}>
      {toolbar === 'above' && tools}
      <EditorContent className={styles.scroller} editor={editor} />
      <FootnoteList doc={toStoredDoc(doc.toJSON())} />
      <TemplateOffer editor={editor} />
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

interface EditorParts {
  tools: RefObject<HTMLFieldSetElement | null>;
  keys: RefObject<MenuKeys>;
  startFootnote: () => void;
}

type Latest = RefObject<Omit<Props, 'target' | 'note' | 'toolbar'>>;

function useNoteEditor(
  target: NoteTarget,
  note: NoteViewProps['note'],
  latest: Latest,
  { tools, keys, startFootnote }: EditorParts,
): Editor {
  const t = useT();
  // Made once: the editor must not be set up anew with every letter.
  const [options] = useState(() => ({
    extensions: noteExtensions({
      placeholder: latest.current.placeholder,
      taskLabel: (words) => t('notes.task', { words }),
      onOpen: (href) => latest.current.onOpenLink?.(href),
      onFootnote: startFootnote,
    }),
    // Words that still wait to be stored are newer than what storage has.
    content: noteSaverOf(target).held ?? restoreNoteDoc(note?.doc ?? emptyNote()),
    injectCSS: false,
    editorProps: {
      // The tools stay at the top of the page while it scrolls; the cursor must not get under them.
      scrollMargin: { top: 56, right: 0, bottom: 24, left: 0 },
      scrollThreshold: { top: 56, right: 0, bottom: 24, left: 0 },
      attributes: {
        class: content.content ?? '',
        'aria-label': latest.current.label,
        'aria-multiline': 'true',
        lang: 'zh-CN',
        role: 'textbox',
        spellcheck: 'false',
      },
      handlePaste: (view: EditorView, { clipboardData }: ClipboardEvent) =>
        takePictures(view, clipboardData, null),
      handleDrop: (view: EditorView, { dataTransfer, clientX, clientY }: DragEvent) =>
        takePictures(view, dataTransfer, { left: clientX, top: clientY }),
      handleKeyDown: (view: EditorView, event: globalThis.KeyboardEvent) => {
        if (event.isComposing || event.keyCode === 229) return false;
        if (keys.current(event)) return true;
        const link = event.key === 'Enter' ? selectedLink(view) : null;
        if (link !== null) return latest.current.onOpenLink?.(linkHref(link)) !== null;
        if (event.key === 'F10' && event.altKey) return focusFirstTool(tools.current);
        if (event.key !== 'Escape' || latest.current.onEscape === undefined) return false;
        latest.current.onEscape();
        return true;
      },
      handleDOMEvents: {
        click: (_: unknown, event: MouseEvent) => {
          const link = event.target instanceof Element ? event.target.closest('a[href]') : null;
          const href = link?.getAttribute('href');
          if (href === null || href === undefined) return false;
          event.preventDefault();
          if (event.ctrlKey || event.metaKey) latest.current.onOpenLink?.(href);
          return false;
        },
      },
    },
  }));
  return useEditor(options);
}

/** The link that is selected as a whole. */
function selectedLink({ state }: EditorView): LinkTarget | null {
  const { selection } = state;
  if (!(selection instanceof NodeSelection)) return null;
  return targetOf(selection.node.toJSON() as NoteNode);
}

function focusFirstTool(tools: HTMLFieldSetElement | null): boolean {
  const button = tools?.querySelector('button');
  button?.focus();
  return button !== null && button !== undefined;
}

function useFirstFocus(editor: Editor, caret: Caret | null): void {
  const first = useRef(caret);
  useEffect(() => {
    if (first.current === null) return;
    const { current } = first;
    const found =
      current === 'end' ? null : editor.view.posAtCoords({ left: current.x, top: current.y });
    editor.commands.focus(found?.pos ?? 'end');
  }, [editor]);
}
