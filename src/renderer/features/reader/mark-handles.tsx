import type { ArticleText } from '@domain/model';
import type { Settings } from '@renderer/archive/settings';
import {
  type PointerEvent,
  type RefObject,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import styles from './mark-handles.module.css';
import { paintPreview } from './painter';
import { snapPassage } from './snap';
import type { TextDom } from './text-dom';
import type { Passage } from './text-offsets';
import { useLatest } from './use-stable';

interface Props {
  dom: TextDom;
  text: ArticleText;
  /** What the selected annotation covers. */
  range: Passage;
  scroller: RefObject<HTMLElement | null>;
  snap: Settings['snap'];
  /** Called once, with what it covers from now on. */
  onResize: (range: Passage) => void;
}

type Side = 'start' | 'end';
interface Spot {
  left: number;
  top: number;
  height: number;
}

/** The two ends of the selected annotation, to be dragged. The keys `,` `.` `<` `>` do the same. */
export function MarkHandles({ dom, text, range, scroller, snap, onResize }: Props) {
  const [preview, setPreview] = useState<Passage | null>(null);
  const [spots, setSpots] = useState<Record<Side, Spot> | null>(null);
  const dragged = useRef<Passage | null>(null);
  const { start, end } = preview ?? range;

  const place = useLatest(() => {
    if (scroller.current !== null) setSpots(spotsOf(scroller.current, dom, { start, end }));
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: placed anew when these change
  useLayoutEffect(place, [dom, start, end, place]);
  useEffect(() => {
    const resized = new ResizeObserver(place);
    resized.observe(dom.root);
    return () => resized.disconnect();
  }, [dom, place]);
  useEffect(() => () => paintPreview(dom, null), [dom]);
  const through = useSelecting(dom);

  const show = (next: Passage | null) => {
    dragged.current = next;
    setPreview(next);
    paintPreview(dom, next);
  };
  const onMove = (side: Side, event: PointerEvent) => {
    if (dragged.current === null) return;
    const offset = dom.offsetAt(event.clientX, event.clientY);
    if (offset === null) return;
    const wanted =
      side === 'start'
        ? { start: Math.min(offset, range.end - 1), end: range.end }
        : { start: range.start, end: Math.max(offset, range.start + 1) };
    const grown = snapPassage(text.text, text.paragraphs, wanted, snap);
    // The other end stays where it is, also when it stands within a word.
    if (grown !== null) show({ ...range, [side]: grown[side] });
  };
  const finish = (event: PointerEvent<HTMLElement>) => {
    event.currentTarget.style.pointerEvents = '';
    const to = dragged.current;
    show(null);
    const isOther = to !== null && (to.start !== range.start || to.end !== range.end);
    if (isOther && event.type === 'pointerup') onResize(to);
  };

  if (spots === null) return null;
  return (['start', 'end'] as const).map((side) => (
    <span
      aria-hidden="true"
      className={`${styles.handle} ${styles[side]}`}
      data-handle={side}
      key={side}
      onPointerCancel={finish}
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        event.preventDefault();
        event.currentTarget.setPointerCapture(event.pointerId);
        // What lies under the pointer is asked for, and that is the text.
        event.currentTarget.style.pointerEvents = 'none';
        show({ start: range.start, end: range.end });
      }}
      onPointerMove={(event) => onMove(side, event)}
      onPointerUp={finish}
      style={through ? { ...spots[side], pointerEvents: 'none' } : spots[side]}
    />
  ));
}

/** Whether something is being selected in the text: then the pointer has to reach it everywhere. */
function useSelecting(dom: TextDom): boolean {
  const [selecting, setSelecting] = useState(false);
  useEffect(() => {
    const press = () => setSelecting(true);
    const release = () => setSelecting(false);
    dom.root.addEventListener('pointerdown', press);
    window.addEventListener('pointerup', release, true);
    window.addEventListener('pointercancel', release, true);
    return () => {
      dom.root.removeEventListener('pointerdown', press);
      window.removeEventListener('pointerup', release, true);
      window.removeEventListener('pointercancel', release, true);
    };
  }, [dom]);
  return selecting;
}

/** Pixels from the top left of the scrolled content; null when the words are not drawn. */
function spotsOf(
  scroller: HTMLElement,
  dom: TextDom,
  { start, end }: Passage,
): Record<Side, Spot> | null {
  const first = dom.range(dom.graphemeAt(start))?.getClientRects()[0];
  const last = dom.range(dom.graphemeAt(end - 1))?.getClientRects();
  const lastRect = last?.[last.length - 1];
  if (first === undefined || lastRect === undefined) return null;
  const view = scroller.getBoundingClientRect();
  const y = scroller.scrollTop - view.top;
  const x = scroller.scrollLeft - view.left;
  return {
    start: { left: first.left + x, top: first.top + y, height: first.height },
    end: { left: lastRect.right + x, top: lastRect.top + y, height: lastRect.height },
  };
}
