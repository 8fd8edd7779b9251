import { useT } from '@renderer/i18n';
import { afterPaint } from '@renderer/ui/after-paint';
import {
  type KeyboardEvent,
  type PointerEvent,
  type RefObject,
  useEffect,
  useRef,
  useState,
} from 'react';
import styles from './overview-strip.module.css';
import type { Mark } from './painter';
import { firstInView } from './scrolling';
import type { TextDom } from './text-dom';
import { type Passage, piecesOf } from './text-offsets';
import { useLatest } from './use-stable';
import { whenAtRest } from './when-at-rest';

interface Props {
  dom: TextDom;
  marks: readonly Mark[];
  /** What a search in the article has found. */
  found: readonly Passage[];
  scroller: RefObject<HTMLElement | null>;
  /** Goes to an offset of the text. */
  onGo: (offset: number) => void;
}

/** Pixels. */
const WIDTH = 8;
const LEAST = 2;

/** Along the scroll bar: where the annotations lie, in their colours, and what is in view. */
export function OverviewStrip({ dom, marks, found, scroller, onGo }: Props) {
  const t = useT();
  const canvas = useRef<HTMLCanvasElement>(null);
  const view = useRef<HTMLSpanElement>(null);
  const [seen, setSeen] = useState(0);

  const draw = useLatest(() => {
    if (canvas.current !== null && scroller.current !== null) {
      drawMarks(canvas.current, scroller.current, dom, marks, found);
    }
  });
  const follow = useLatest(() => {
    const from = scroller.current;
    if (from === null || view.current === null) return;
    const share = from.clientHeight / from.scrollHeight;
    // Nothing is laid out anew for it.
    view.current.style.transform = `translateY(${from.scrollTop * share}px) scaleY(${Math.min(1, share)})`;
  });
  const first = () => (scroller.current === null ? -1 : firstInView(scroller.current, dom));
  const tell = useLatest(() => setSeen(Math.max(0, first())));

  const asked = useRef(false);
  // The text comes first; what asks several times in a frame is drawn once.
  const drawSoon = useLatest(() => {
    if (asked.current) return;
    asked.current = true;
    void afterPaint().then(() => {
      asked.current = false;
      draw();
    });
  });

  // biome-ignore lint/correctness/useExhaustiveDependencies: drawn anew when these change
  useEffect(drawSoon, [dom, marks, found, drawSoon]);
  useEffect(() => {
    const from = scroller.current;
    if (from === null) return;
    const resized = new ResizeObserver(() => {
      drawSoon();
      follow();
      tell();
    });
    resized.observe(dom.root);
    resized.observe(from);
    const theme = matchMedia('(prefers-color-scheme: dark)');
    theme.addEventListener('change', draw);
    from.addEventListener('scroll', follow, { passive: true });
    const stop = whenAtRest(from, tell);
    return () => {
      resized.disconnect();
      theme.removeEventListener('change', draw);
      from.removeEventListener('scroll', follow);
      stop();
    };
  }, [dom, scroller, draw, drawSoon, follow, tell]);

  const goTo = (index: number) => {
    const paragraph = dom.paragraphs[Math.max(0, Math.min(index, dom.paragraphs.length - 1))];
    if (paragraph !== undefined) onGo(paragraph.start);
  };
  const onPointerDown = (event: PointerEvent) => {
    const from = scroller.current;
    if (from === null) return;
    const strip = event.currentTarget.getBoundingClientRect();
    const wanted = ((event.clientY - strip.top) / strip.height) * from.scrollHeight;
    from.scrollTop = wanted - from.clientHeight * 0.3;
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const from = first();
    const ends: Record<string, number> = {
      ArrowDown: from + 1,
      ArrowUp: from - 1,
      PageDown: from + 10,
      PageUp: from - 10,
      Home: 0,
      End: dom.paragraphs.length - 1,
    };
    const to = ends[event.key];
    if (to === undefined) return;
    event.preventDefault();
    goTo(to);
  };
  const value = { number: seen + 1, paragraphs: dom.paragraphs.length, count: marks.length };
  return (
    <div
      aria-label={t('reader.overview')}
      aria-orientation="vertical"
      aria-valuemax={dom.paragraphs.length}
      aria-valuemin={1}
      aria-valuenow={seen + 1}
      aria-valuetext={t('reader.overview.value', value)}
      className={styles.strip}
      onKeyDown={onKeyDown}
      onPointerDown={onPointerDown}
      role="slider"
      tabIndex={0}
    >
      <canvas className={styles.marks} ref={canvas} />
      <span aria-hidden="true" className={styles.view} ref={view} />
    </div>
  );
}

/** Asks nothing of the document that is not known: only where the text begins. */
function drawMarks(
  canvas: HTMLCanvasElement,
  scroller: HTMLElement,
  dom: TextDom,
  marks: readonly Mark[],
  found: readonly Passage[],
): void {
  const ratio = window.devicePixelRatio;
  const height = scroller.clientHeight;
  canvas.width = WIDTH * ratio;
  canvas.height = height * ratio;
  const context = canvas.getContext('2d');
  if (context === null) return;
  context.scale(ratio, ratio);
  const style = getComputedStyle(canvas);
  const scale = height / scroller.scrollHeight;
  const above =
    dom.root.getBoundingClientRect().top -
    scroller.getBoundingClientRect().top +
    scroller.scrollTop;
  const inks = new Map<string, string>();
  const inkOf = (name: string) => {
    const ink = inks.get(name) ?? style.getPropertyValue(name);
    inks.set(name, ink);
    return ink;
  };
  const drawn = [
    ...marks.map((mark) => {
      return { passage: mark, color: mark.color === null ? '--ink-quiet' : `--line-${mark.color}` };
    }),
    ...found.map((passage) => ({ passage, color: '--cinnabar' })),
  ];
  for (const { passage, color } of drawn) {
    context.fillStyle = inkOf(color);
    for (const { index, from, to } of piecesOf(dom.paragraphs, passage)) {
      const paragraph = dom.paragraphs[index];
      if (paragraph === undefined) continue;
      const { top, bottom } = dom.layout.roughPlaceOf(index);
      const each = ((bottom - top) * scale) / Math.max(1, paragraph.end - paragraph.start);
      const length = Math.max(LEAST, (to - from) * each);
      context.fillRect(1, (above + top) * scale + from * each, WIDTH - 2, length);
    }
  }
}
