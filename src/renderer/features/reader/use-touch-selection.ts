import type { ArticleText } from '@domain/model';
import { useEffect } from 'react';
import { snapPassage } from './snap';
import type { TextDom } from './text-dom';
import type { Passage } from './text-offsets';

/** Milliseconds that a finger rests until it selects, and pixels by which it may slip meanwhile. */
const HOLD = 500;
const SLIP = 10;

/**
 * Lets a finger select: it rests on a word, and may then be drawn on. Chromium does that by itself on some
 * systems only; where it has, this leaves it alone.
 */
export function useTouchSelection(dom: TextDom | null, text: ArticleText): void {
  useEffect(() => {
    if (dom === null) return;
    const { root } = dom;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let at = { x: 0, y: 0 };
    /** What the finger took first; it stays selected wherever the finger goes. */
    let word: Passage | null = null;

    const take = (before: Passage | null) => {
      const now = dom.passageOf(window.getSelection());
      if (now !== null && (now.start !== before?.start || now.end !== before.end)) return;
      const offset = dom.characterAt(at.x, at.y);
      if (offset === null) return;
      word = snapPassage(text.text, text.paragraphs, { start: offset, end: offset + 1 }, 'word');
      if (word === null) return;
      // As a mouse does when it is pressed; the keys are about the text from here on.
      root.focus({ preventScroll: true });
      dom.select(word.start, word.end);
    };
    const onStart = ({ touches }: TouchEvent) => {
      clearTimeout(timer);
      word = null;
      const [touch] = touches;
      if (touch === undefined || touches.length > 1) return;
      at = { x: touch.clientX, y: touch.clientY };
      const before = dom.passageOf(window.getSelection());
      timer = setTimeout(() => take(before), HOLD);
    };
    const onMove = (event: TouchEvent) => {
      const [touch] = event.touches;
      if (touch === undefined) return;
      const { clientX: x, clientY: y } = touch;
      if (word === null) {
        if (Math.hypot(x - at.x, y - at.y) > SLIP) clearTimeout(timer);
        return;
      }
      // It would scroll.
      event.preventDefault();
      const offset = dom.offsetAt(x, y);
      if (offset === null) return;
      if (offset < word.start) dom.select(word.end, offset);
      else dom.select(word.start, Math.max(offset, word.end));
    };
    const onEnd = (event: TouchEvent) => {
      clearTimeout(timer);
      // It would be a click, which takes the selection away.
      if (word !== null) event.preventDefault();
      word = null;
    };
    const active = { passive: false };
    root.addEventListener('touchstart', onStart, { passive: true });
    root.addEventListener('touchmove', onMove, active);
    root.addEventListener('touchend', onEnd, active);
    root.addEventListener('touchcancel', onEnd, active);
    return () => {
      clearTimeout(timer);
      root.removeEventListener('touchstart', onStart);
      root.removeEventListener('touchmove', onMove);
      root.removeEventListener('touchend', onEnd);
      root.removeEventListener('touchcancel', onEnd);
    };
  }, [dom, text]);
}
