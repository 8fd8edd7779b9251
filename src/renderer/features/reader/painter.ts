import './highlights.css';
import type { HighlightColor } from '@domain/model';
import { assignLanes, LANES } from './lanes';
import { SharedHighlight } from './shared-highlight';
import type { TextDom } from './text-dom';
import { type Passage, type Piece, piecesOf } from './text-offsets';

/** An annotation as the text shows it. `color` null: tagged or noted only. */
export interface Mark extends Passage {
  id: string;
  color: HighlightColor | null;
}

/** Shows marks on the text without changing its document. */
export interface Painter {
  /** Shows exactly these marks from now on, in lanes as `lanesOf` answers them. */
  paint(marks: readonly Mark[], lanes: readonly (number | null)[]): void;
  /** Marks that are not stored yet, beside the others: cheap, however many there are of those. */
  setEarly(marks: readonly Mark[]): void;
  /** The annotation that stands out, if it is among the marks. */
  setSelected(id: string | null): void;
  /** The place that the user came for. */
  setMatch(passage: Passage | null): void;
  /** The character on which the keyboard's cursor stands. */
  setCursor(passage: Passage | null): void;
  /** Takes everything away. */
  dispose(): void;
}

/** What lies above what; lanes fill the numbers between. */
const PRIORITY = { none: 0, lane: 1, selected: 10, match: 20, cursor: 30 } as const;

/** What is painted on one paragraph, by the names of `highlights.css`. */
interface Stroke {
  name: string;
  priority: number;
  piece: Piece;
}

/** By what tells a stroke from others on its paragraph: how it is taken away. */
type Painted = Map<string, () => void>;

const NOTHING: Painted = new Map();

/**
 * Paints with the CSS Custom Highlight API; `highlights.css` has the looks by name. Only paragraphs
 * in or near the view carry marks: Chromium draws far more of a page than is seen, and thousands of
 * marks would make scrolling slow.
 */
export class CssHighlightPainter implements Painter {
  private readonly highlights = new Map<string, SharedHighlight>();
  private readonly near: IntersectionObserver;
  private readonly visible = new Set<number>();
  /** By paragraph: what is not stored yet, and all that is on it now. */
  private early = new Map<number, Stroke[]>();
  private readonly painted = new Map<number, Painted>();
  private marks: readonly Mark[] = [];
  /** By mark; those without a colour have none. */
  private lanes: readonly (number | null)[] = [];
  private selected: string | null = null;

  constructor(
    private readonly dom: TextDom,
    scroller: HTMLElement,
  ) {
    this.near = new IntersectionObserver((entries) => this.onMove(entries), {
      root: scroller,
      rootMargin: '30% 0px',
    });
    for (const chunk of dom.chunks) this.near.observe(chunk);
  }

  paint(marks: readonly Mark[], lanes: readonly (number | null)[]): void {
    this.marks = marks;
    this.lanes = lanes;
    for (const index of this.visible) this.refresh(index);
    this.setSelected(this.selected);
  }

  setEarly(marks: readonly Mark[]): void {
    const before = [...this.early.keys()];
    this.early = earlyStrokes(marks, this.marks, this.dom);
    for (const index of new Set([...before, ...this.early.keys()])) this.refresh(index);
  }

  setSelected(id: string | null): void {
    this.selected = id;
    const mark = this.marks.find((candidate) => candidate.id === id);
    this.setOne('zj-selected', mark ?? null, PRIORITY.selected);
  }

  setMatch(passage: Passage | null): void {
    this.setOne('zj-match', passage, PRIORITY.match);
  }

  setCursor(passage: Passage | null): void {
    this.setOne('zj-cursor', passage, PRIORITY.cursor);
  }

  dispose(): void {
    this.near.disconnect();
    for (const highlight of this.highlights.values()) highlight.clear();
    this.highlights.clear();
  }

  private onMove(entries: IntersectionObserverEntry[]): void {
    for (const { target, isIntersecting } of entries) {
      for (const index of this.dom.indexesIn(target)) {
        if (isIntersecting) this.visible.add(index);
        else this.visible.delete(index);
        this.refresh(index);
      }
    }
  }

  /** Makes a paragraph look as it should, and leaves alone what does already. */
  private refresh(index: number): void {
    const strokes = this.visible.has(index)
      ? [...this.strokesOn(index), ...(this.early.get(index) ?? [])]
      : [];
    const before = this.painted.get(index) ?? NOTHING;
    const now: Painted = new Map();
    for (const stroke of strokes) {
      const key = `${stroke.name} ${stroke.piece.from} ${stroke.piece.to}`;
      // Two that look the same at the same place look like one.
      if (!now.has(key)) now.set(key, before.get(key) ?? this.draw(stroke));
    }
    for (const [key, takeAway] of before) if (!now.has(key)) takeAway();
    if (now.size === 0) this.painted.delete(index);
    else this.painted.set(index, now);
  }

  private draw({ name, priority, piece }: Stroke): () => void {
    const range = this.dom.staticRange(piece);
    if (range === null) return () => undefined;
    const highlight = this.highlight(name, priority);
    highlight.add(range);
    return () => highlight.delete(range);
  }

  /**
   * What of the stored marks belongs on a paragraph. Only a few paragraphs are in view: working it out for
   * these costs less than keeping it for all, of which a long article has thousands.
   */
  private strokesOn(index: number): Stroke[] {
    const paragraph = this.dom.paragraphs[index];
    if (paragraph === undefined) return [];
    const { start, end } = paragraph;
    const strokes: Stroke[] = [];
    for (let at = 0; at < this.marks.length; at += 1) {
      const mark = this.marks[at];
      if (mark === undefined || mark.start >= end || mark.end <= start) continue;
      const from = Math.max(mark.start, start) - start;
      const piece = { index, from, to: Math.min(mark.end, end) - start };
      const lane = this.lanes[at] ?? null;
      if (lane === null) strokes.push({ name: 'zj-none', priority: PRIORITY.none, piece });
      else strokes.push({ ...inLane(mark, lane), piece });
    }
    return strokes;
  }

  private setOne(name: string, passage: Passage | null, priority: number): void {
    const highlight = this.highlight(name, priority);
    highlight.clear();
    const pieces = passage === null ? [] : piecesOf(this.dom.paragraphs, passage);
    for (const piece of pieces) {
      const range = this.dom.staticRange(piece);
      if (range !== null) highlight.add(range);
    }
  }

  private highlight(name: string, priority: number): SharedHighlight {
    const known = this.highlights.get(name);
    if (known !== undefined) return known;
    const highlight = new SharedHighlight(name, priority);
    this.highlights.set(name, highlight);
    return highlight;
  }
}

/** What an annotation would cover while an end of it is dragged; `null`: nothing. */
export function paintPreview(dom: TextDom, passage: Passage | null): void {
  const pieces = passage === null ? [] : piecesOf(dom.paragraphs, passage);
  const ranges = pieces.map((piece) => dom.staticRange(piece)).filter((range) => range !== null);
  if (ranges.length === 0) return void CSS.highlights.delete('zj-preview');
  const highlight = new Highlight(...ranges);
  highlight.priority = PRIORITY.selected + 1;
  CSS.highlights.set('zj-preview', highlight);
}

/** Each in the first lane that nothing stored takes at its place. */
function earlyStrokes(
  early: readonly Mark[],
  stored: readonly Mark[],
  { paragraphs }: TextDom,
): Map<number, Stroke[]> {
  const named = early.map((mark) => {
    const there = stored.filter(
      ({ start, end, color }) => color !== null && start < mark.end && end > mark.start,
    );
    const lanes = assignLanes([...there, mark]);
    const taken = new Set(lanes.slice(0, -1));
    const free = Array.from({ length: LANES }, (_, lane) => lane).find((lane) => !taken.has(lane));
    return { mark, ...inLane(mark, free ?? LANES) };
  });
  return byParagraph(named, paragraphs);
}

/** A line that lay on another's would make both unreadable: what has no lane darkens the ground instead. */
function inLane({ color }: Mark, lane: number): { name: string; priority: number } {
  const name = lane < LANES ? `zj-${color}-${lane}` : 'zj-more';
  return { name, priority: PRIORITY.lane + lane };
}

function byParagraph(
  named: readonly { mark: Mark; name: string; priority: number }[],
  paragraphs: TextDom['paragraphs'],
): Map<number, Stroke[]> {
  const strokes = new Map<number, Stroke[]>();
  for (const { mark, name, priority } of named) {
    for (const piece of piecesOf(paragraphs, mark)) {
      const there = strokes.get(piece.index);
      const stroke = { name, priority, piece };
      if (there === undefined) strokes.set(piece.index, [stroke]);
      else there.push(stroke);
    }
  }
  return strokes;
}
