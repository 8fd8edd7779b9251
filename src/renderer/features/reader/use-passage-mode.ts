import { graphemeAt } from '@domain/anchor/graphemes';
import { type KeyboardEvent, type RefObject, useState } from 'react';
import { type CursorStep, moveCursor } from './passage-cursor';
import { scrollToPassage } from './scrolling';
import type { TextDom } from './text-dom';
import type { Passage } from './text-offsets';

/** A cursor in the text: `anchor` is where the selection began, null as long as it has not. */
export interface PassageMode {
  offset: number;
  anchor: number | null;
}

interface Options {
  dom: TextDom | null;
  scroller: RefObject<HTMLElement | null>;
  text: string;
  /** Where the cursor appears. */
  startOffset: () => number;
  /** Enter on a selected passage. */
  onConfirm: () => void;
  /** Escape. */
  onCancel: () => void;
}

/** Selecting a passage by the keyboard: the cursor is ours, the selection the window's own. */
export function usePassageMode(options: Options) {
  const { dom, scroller, text, startOffset, onConfirm, onCancel } = options;
  const [mode, setMode] = useState<PassageMode | null>(null);

  const go = (next: PassageMode) => {
    setMode(next);
    if (dom === null) return;
    dom.select(next.anchor ?? next.offset, next.offset);
    const seen = cursorOf(next, text);
    if (scroller.current !== null) scrollToPassage(scroller.current, dom, seen);
  };

  const begin = () => go({ offset: startOffset(), anchor: null });

  /** Answers whether the key was one of the mode's. */
  const onKey = (event: KeyboardEvent): boolean => {
    if (dom === null) return false;
    const starts = mode === null && event.shiftKey && isArrow(event.key);
    if (mode === null && !starts) return false;
    const at = mode ?? { offset: startOffset(), anchor: null };
    if (event.key === 'Escape') {
      setMode(null);
      onCancel();
      return true;
    }
    if (event.key === 'Enter') {
      if (at.anchor === null) go({ ...at, anchor: at.offset });
      else if (at.anchor !== at.offset) {
        setMode(null);
        onConfirm();
      }
      return true;
    }
    const offset = destination(event, at.offset, dom, text);
    if (offset === null) return false;
    const anchor = at.anchor ?? (event.shiftKey ? at.offset : null);
    const forward = event.key === 'ArrowRight' || event.key === 'ArrowDown';
    go({ offset: anchor === null ? onCharacter(offset, forward, dom, text) : offset, anchor });
    return true;
  };

  return { mode, begin, onKey, end: () => setMode(null) };
}

/** The character under the cursor. */
function cursorOf({ offset }: PassageMode, text: string): Passage {
  return graphemeAt(text, offset);
}

/** The character that the painter shows as the cursor: none once a selection has begun. */
export function shownCursor(mode: PassageMode | null, text: string): Passage | null {
  return mode === null || mode.anchor !== null ? null : cursorOf(mode, text);
}

/** Without a selection the cursor has to stand on a character, or it could not be seen. */
function onCharacter(offset: number, forward: boolean, dom: TextDom, text: string): number {
  const there = text[offset];
  if (there !== undefined && there !== '\n') return offset;
  if (forward && there === '\n') return offset + 1;
  return moveCursor(text, dom.paragraphs, offset, 'character', -1);
}

function isArrow(key: string): boolean {
  return /^Arrow(Left|Right|Up|Down)$/.test(key);
}

function destination(
  event: KeyboardEvent,
  offset: number,
  dom: TextDom,
  text: string,
): number | null {
  const by = (step: CursorStep, direction: 1 | -1) =>
    moveCursor(text, dom.paragraphs, offset, step, direction);
  if (event.metaKey) return null;
  const far = event.ctrlKey;
  const across = event.altKey ? 'sentence' : far ? 'word' : 'character';
  switch (event.key) {
    case 'ArrowRight':
      return by(across, 1);
    case 'ArrowLeft':
      return by(across, -1);
    case 'ArrowDown':
      return far ? by('paragraph', 1) : dom.lineAway(offset, 'forward');
    case 'ArrowUp':
      return far ? by('paragraph', -1) : dom.lineAway(offset, 'backward');
    case 'End':
      return by('paragraph', 1);
    case 'Home':
      return by('paragraph', -1);
    default:
      return null;
  }
}
