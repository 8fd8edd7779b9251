import type { ArticleText } from '@domain/model';
import type { Settings } from '@renderer/archive/settings';
import { afterPaint } from '@renderer/ui/after-paint';
import { useCallback, useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { snapPassage } from './snap';
import type { TextDom } from './text-dom';
import type { Passage } from './text-offsets';
import { useTouchSelection } from './use-touch-selection';

/** Palette, menus and dialogs take the selection away only for as long as they are open. */
const OVERLAYS = '[role=dialog], [role=menu], [role=listbox]';

/**
 * The passage that is selected in the text, once the pointer has let go of it: grown to whole characters,
 * words or sentences, without white space.
 */
export function usePassage(dom: TextDom | null, text: ArticleText, snap: Settings['snap']) {
  const meant = useCallback(
    (selected: Passage) => snapPassage(text.text, text.paragraphs, selected, snap),
    [text, snap],
  );
  const [passage, setPassage] = useState<Passage | null>(null);
  const latest = useRef<Passage | null>(null);

  const set = useCallback((next: Passage | null) => {
    const before = latest.current;
    if (before?.start === next?.start && before?.end === next?.end) return;
    latest.current = next;
    setPassage(next);
  }, []);

  useEffect(() => {
    if (dom === null) return;
    let dragging = false;
    let covered = false;
    const read = () => {
      if (dragging) return;
      if (document.activeElement?.closest(OVERLAYS) != null) {
        covered = true;
        return;
      }
      const selected = dom.passageOf(window.getSelection());
      if (covered && selected === null && latest.current !== null) {
        dom.select(latest.current.start, latest.current.end);
      } else {
        set(selected === null ? null : meant(selected));
      }
      covered = false;
    };
    const press = (event: PointerEvent) => {
      dragging = event.target instanceof Node && dom.root.contains(event.target);
    };
    let late: ReturnType<typeof setTimeout> | undefined;
    const release = () => {
      dragging = false;
      // The click that collapses an old selection does so after the pointer is up.
      late = setTimeout(() => {
        late = undefined;
        read();
      });
    };
    // A key right after the pointer is up is about what was selected, not about what was before.
    const catchUp = () => {
      if (late === undefined) return;
      clearTimeout(late);
      late = undefined;
      flushSync(read);
    };
    document.addEventListener('selectionchange', read);
    window.addEventListener('pointerdown', press, true);
    window.addEventListener('pointerup', release, true);
    window.addEventListener('pointercancel', release, true);
    window.addEventListener('keydown', catchUp, true);
    return () => {
      clearTimeout(late);
      document.removeEventListener('selectionchange', read);
      window.removeEventListener('pointerdown', press, true);
      window.removeEventListener('pointerup', release, true);
      window.removeEventListener('pointercancel', release, true);
      window.removeEventListener('keydown', catchUp, true);
    };
  }, [dom, meant, set]);

  useTouchSelection(dom, text);

  const clear = useCallback(() => {
    if (latest.current !== null) window.getSelection()?.removeAllRanges();
    set(null);
  }, [set]);

  /**
   * Takes the selection off the screen at once, and tells so when the next frame is drawn and what was done
   * with it is done: so that what is painted where it was does not wait for all that is drawn anew without a
   * selection, and who sees its toolbar go finds what it has made.
   */
  const release = useCallback(async (done: Promise<void>) => {
    if (latest.current !== null) window.getSelection()?.removeAllRanges();
    latest.current = null;
    await Promise.all([afterPaint(), done]);
    if (latest.current === null) setPassage(null);
  }, []);

  return { passage, clear, release };
}
