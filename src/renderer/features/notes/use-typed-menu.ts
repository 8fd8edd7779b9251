import {
  type LinkCandidate,
  matchCandidates,
  namedCandidates,
  passageCandidates,
} from '@renderer/archive/note-links';
import type { NoteTarget } from '@renderer/archive/notes';
import { useT } from '@renderer/i18n';
import type { Range } from '@tiptap/core';
import type { Editor } from '@tiptap/react';
import { type RefObject, useEffect, useMemo, useRef, useState } from 'react';
import { findTrigger, type Trigger } from './find-trigger';
import { commandItems, linkItem, type MenuItem } from './menu-items';
import { useTagItems } from './tag-items';
import { useTemplates } from './templates';

/** The list that is open while something is typed, and where. */
export interface TypedMenu {
  items: MenuItem[];
  active: number;
  /** Window coordinates of the sign that opened it, in pixels. */
  at: { left: number; top: number; bottom: number };
  choose: (item: MenuItem) => void;
}

interface Open extends Trigger {
  /** Where the sign stands in the document. */
  from: number;
  to: number;
}

export type MenuKeys = (event: KeyboardEvent) => boolean;

interface Options {
  /** What the note is on; `null` for what is no note. */
  target: NoteTarget | null;
  /** Set to what the editor has to ask first about a key. */
  keys: RefObject<MenuKeys>;
  startFootnote: () => void;
}

/**
 * Follows what is typed into a note and offers links after `[[`, commands after `/` and tags after
 * `#`. Keys reach it only outside of an input method's composition.
 */
export function useTypedMenu(editor: Editor, options: Options): TypedMenu | null {
  const { target, keys, startFootnote } = options;
  const t = useT();
  const open = useTrigger(editor, target?.kind === 'annotation');
  const [active, setActive] = useState(0);
  const [dismissed, setDismissed] = useState<number | null>(null);
  const [passages, setPassages] = useState(false);
  const candidates = useCandidates(open?.kind === 'link');
  const { templates } = useTemplates();
  const tagItems = useTagItems(target?.id ?? '', open?.kind === 'tag' ? open.query : null);

  const kind = open?.kind ?? null;
  const query = open?.query ?? '';
  const items = useMemo(() => {
    if (kind === 'tag') return tagItems;
    if (kind === 'link') {
      const some = passages ? candidates.filter((each) => each.kind === 'annotation') : candidates;
      return matchCandidates(some, query).map((each) => linkItem(each, passages, t));
    }
    if (kind === null) return [];
    const startLink = (current: Editor, quoted: boolean) => {
      setPassages(quoted);
      current.chain().focus().insertContent('[[').run();
    };
    return commandItems(query, { templates, t, startLink, startFootnote });
  }, [kind, query, tagItems, candidates, passages, templates, t, startFootnote]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another query makes another list
  useEffect(() => setActive(0), [kind, query]);
  useEffect(() => {
    if (kind === null) setDismissed(null);
    // The command that asks for a passage has put the sign in by now.
    if (kind !== 'link' && kind !== 'command') setPassages(false);
  }, [kind]);

  const shown = open !== null && open.from !== dismissed && items.length > 0 ? open : null;
  const choose = (item: MenuItem) => {
    if (shown === null) return;
    const range: Range = { from: shown.from, to: shown.to };
    item.run(editor, range);
  };
  keys.current = (event) => {
    if (shown === null) return false;
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0) setActive((active + step + items.length) % items.length);
    else if (event.key === 'Escape') setDismissed(shown.from);
    else if (event.key === 'Enter' || event.key === 'Tab') {
      const item = items[Math.min(active, items.length - 1)];
      if (item !== undefined) choose(item);
    } else return false;
    return true;
  };
  if (shown === null) return null;
  return {
    items,
    active: Math.min(active, items.length - 1),
    at: editor.view.coordsAtPos(shown.from),
    choose,
  };
}

/** The trigger that stands before the cursor. */
function useTrigger(editor: Editor, tags: boolean): Open | null {
  const [open, setOpen] = useState<Open | null>(null);
  useEffect(() => {
    const look = () => {
      const next = editor.isFocused ? triggerAt(editor, tags) : null;
      setOpen((last) => (JSON.stringify(last) === JSON.stringify(next) ? last : next));
    };
    const close = () => setOpen(null);
    editor.on('transaction', look);
    editor.on('blur', close);
    return () => {
      editor.off('transaction', look);
      editor.off('blur', close);
    };
  }, [editor, tags]);
  return open;
}

function triggerAt(editor: Editor, tags: boolean): Open | null {
  const { selection } = editor.state;
  const { $from, empty } = selection;
  if (!empty || !$from.parent.isTextblock || $from.parent.type.name === 'codeBlock') return null;
  if (editor.isActive('code')) return null;
  const before = $from.parent.textBetween(0, $from.parentOffset, '\n', '\uFFFC');
  const trigger = findTrigger(before);
  if (trigger === null || (trigger.kind === 'tag' && !tags)) return null;
  return { ...trigger, from: $from.pos - trigger.length, to: $from.pos };
}

/** Read once each time the list opens: what is written meanwhile is not looked for in it. */
function useCandidates(wanted: boolean): readonly LinkCandidate[] {
  const [candidates, setCandidates] = useState<readonly LinkCandidate[]>([]);
  const turn = useRef(0);
  useEffect(() => {
    turn.current += 1;
    const mine = turn.current;
    if (!wanted) return;
    const read = async () => {
      const named = await namedCandidates();
      // What was there the last time stays until all is read: Enter is not to find the list gone.
      if (turn.current === mine) setCandidates((last) => (last.length === 0 ? named : last));
      const passages = await passageCandidates();
      if (turn.current === mine) setCandidates([...named, ...passages]);
    };
    void read();
  }, [wanted]);
  return candidates;
}
