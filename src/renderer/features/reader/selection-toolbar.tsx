import { HIGHLIGHT_COLORS, type HighlightColor } from '@domain/model';
import type { Settings } from '@renderer/archive/settings';
import { useT } from '@renderer/i18n';
import { IconButton } from '@renderer/ui/button';
import { ShortcutKeys } from '@renderer/ui/shortcut-keys';
import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { ToggleButton, Toolbar, Tooltip, TooltipTrigger } from 'react-aria-components';
import { ColorSign } from './color-sign';
import styles from './selection-toolbar.module.css';
import type { TextDom } from './text-dom';
import type { Passage } from './text-offsets';
import type { Annotating } from './use-annotating';
import type { Reshaping } from './use-reshaping';

interface Props {
  passage: Passage;
  dom: TextDom;
  scroller: RefObject<HTMLElement | null>;
  annotating: Annotating;
  reshaping: Reshaping;
  snap: Settings['snap'];
  /** Whether the keyboard is to go on in it. */
  autoFocus: boolean;
}

const GAP = 8;

/** What can be done with the selected passage, beside it. */
export function SelectionToolbar(props: Props) {
  const { passage, dom, scroller, annotating, reshaping, snap, autoFocus } = props;
  const t = useT();
  const bar = useRef<HTMLDivElement>(null);
  const [at, setAt] = useState<{ left: number; top: number } | null>(null);

  useLayoutEffect(() => {
    const view = scroller.current;
    const put = () => {
      const range = dom.range(passage);
      if (bar.current === null || view === null || range === null) return;
      setAt(placeFor(range, bar.current, view));
    };
    put();
    // The lines break elsewhere when the room or the type changes.
    const resizes = new ResizeObserver(put);
    resizes.observe(dom.root);
    if (view !== null) resizes.observe(view);
    return () => resizes.disconnect();
  }, [dom, passage, scroller]);

  // Before it has its place it is hidden and cannot take the focus.
  const placed = at !== null;
  useEffect(() => {
    if (autoFocus && placed) bar.current?.querySelector('button')?.focus();
  }, [autoFocus, placed]);

  const shown = annotating.currentColor();
  return (
    <div
      className={styles.place}
      ref={bar}
      style={at === null ? { visibility: 'hidden' } : { left: at.left, top: at.top }}
    >
      <Toolbar aria-label={t('reader.toolbar')} className={styles.bar ?? ''}>
        {HIGHLIGHT_COLORS.map((color, index) => (
          <ColorButton
            color={color}
            key={color}
            onPress={() => annotating.highlight(color)}
            selected={shown === color}
            shortcut={String(index + 1)}
          />
        ))}
        <span className={styles.line} />
        <IconButton icon="tag" label={t('reader.tag')} onPress={annotating.tag} shortcut="t" />
        <IconButton icon="note" label={t('reader.note')} onPress={annotating.note} shortcut="n" />
        <IconButton icon="quote" label={t('reader.copy')} onPress={annotating.copy} shortcut="c" />
        <TooltipTrigger delay={500}>
          <ToggleButton
            aria-label={t(`reader.snap.${snap}`)}
            className={styles.snap ?? ''}
            isSelected={snap !== 'off'}
            onPress={reshaping.snap}
          >
            {t(`reader.snap.${snap}.short`)}
          </ToggleButton>
          <Tooltip className={styles.tooltip ?? ''} offset={6}>
            {t('reader.snap')}
            <ShortcutKeys shortcut="w" />
          </Tooltip>
        </TooltipTrigger>
      </Toolbar>
    </div>
  );
}

interface ColorButtonProps {
  color: HighlightColor;
  shortcut: string;
  selected: boolean;
  onPress: () => void;
}

function ColorButton({ color, shortcut, selected, onPress }: ColorButtonProps) {
  const t = useT();
  const label = t('reader.highlightIn', { color: t(`color.${color}`) });
  return (
    <TooltipTrigger delay={500}>
      <ToggleButton
        aria-label={label}
        className={styles.color ?? ''}
        isSelected={selected}
        onPress={onPress}
      >
        <ColorSign color={color} />
      </ToggleButton>
      <Tooltip className={styles.tooltip ?? ''} offset={6}>
        {label}
        <ShortcutKeys shortcut={shortcut} />
      </Tooltip>
    </TooltipTrigger>
  );
}

/** Above the passage if there is room, else below it, else at the top of what is in view. */
function placeFor(range: Range, bar: HTMLElement, scroller: HTMLElement) {
  const rects = [...range.getClientRects()];
  const first = rects[0] ?? range.getBoundingClientRect();
  const last = rects.at(-1) ?? first;
  const view = scroller.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = bar;
  const above = first.top - height - GAP;
  const below = last.bottom + GAP;
  let top = view.top + GAP;
  let beside = first;
  if (above >= view.top) top = above;
  else if (last.bottom >= view.top && below + height <= view.bottom) {
    top = below;
    beside = last;
  }
  const middle = (beside.left + beside.right) / 2 - width / 2;
  const left = Math.max(view.left + GAP, Math.min(middle, view.right - width - 2 * GAP));
  return { left: left - view.left, top: top - view.top + scroller.scrollTop };
}
