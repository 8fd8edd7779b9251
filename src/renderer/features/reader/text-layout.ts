import { firstAbove } from '@shared/sorted-numbers';
import { estimatedHeight, type TypeSize } from './estimated-heights';
import { whenIdle } from './when-idle';

/** Set when all of the text has been measured and nothing will move any more. */
const LAID = 'data-laid';

/** Some paragraphs that follow one another and are drawn only near the view. */
interface Part {
  /** Its room is as high as it is told, unless it is drawn: see `article-text.module.css`. */
  chunk: HTMLElement;
  /** What is in it: as high as the words are. */
  inner: HTMLElement;
  blocks: readonly HTMLElement[];
  /** Index of its first paragraph. */
  from: number;
}

/** Where a part's paragraphs lie. Pixels below its top. */
interface Inside {
  tops: number[];
  bottoms: number[];
  /** How high its words are. */
  height: number;
  /** Whether all this was read of the words laid out, and not reckoned. */
  measured: boolean;
}

/** Pixels that a height may differ without being another: sums of fractions do. */
const SAME = 0.01;

/**
 * Where the paragraphs lie. A long text is not laid out at once: its parts are given the room that their
 * characters will take; they are measured when nothing else is to be done; then all are given the room that
 * they really take, so that nothing moves while it is scrolled. What is asked for before is measured when it
 * is asked for. Scrolling asks here and not the document, which would have to be laid out for it.
 */
export class TextLayout {
  private readonly parts: readonly Part[];
  /** By paragraph: the part that it is in. */
  private readonly partOf: readonly number[];
  private insides: Inside[] = [];
  /** By part, in pixels: how high it is in the document now, and its top below the text's own. */
  private rooms: number[] = [];
  private tops: number[] = [];
  private lineWidth = 0;
  private scroller: HTMLElement | null = null;
  private stop: () => void = () => undefined;

  constructor(
    private readonly root: HTMLElement,
    chunks: readonly HTMLElement[],
    blocks: readonly HTMLElement[],
    /** By paragraph: of its words in one line, in em. */
    private readonly widths: readonly number[],
  ) {
    this.parts = partsOf(chunks, blocks);
    this.partOf = this.parts.flatMap((part, index) => part.blocks.map(() => index));
  }

  /** To be called when the text is set anew, before anything asks where something is. */
  begin(scroller: HTMLElement): void {
    this.stop();
    this.scroller = scroller;
    const size = typeSizeOf(this.root);
    this.lineWidth = size.width;
    this.root.removeAttribute(LAID);
    this.insides = this.parts.map((part) => this.reckon(part, size));
    this.makeRoom();
    let next = 0;
    this.stop = whenIdle(() => {
      if (next < this.parts.length) {
        this.inside(next);
        next += 1;
        return true;
      }
      this.keepPlace(() => this.makeRoom());
      this.root.setAttribute(LAID, '');
      return false;
    });
  }

  /** Stops measuring; `begin` may be called again. */
  end(): void {
    this.stop();
  }

  /** Whether the lines are still as wide as they were when all this began. */
  isAsSet(): boolean {
    return this.root.clientWidth === this.lineWidth;
  }

  /** To be called when the text's height has changed: parts that are drawn take what they need. */
  checkHeights(): void {
    const heights = this.parts.map(({ chunk }) => chunk.getBoundingClientRect().height);
    const isKnown = (height: number, index: number) =>
      Math.abs(height - (this.rooms[index] ?? 0)) < SAME;
    if (!heights.every(isKnown)) this.keepPlace(() => this.setRooms(heights));
  }

  /** Pixels of a paragraph's edges below the text's own top. */
  placeOf(index: number): { top: number; bottom: number } {
    this.inside(this.partOf[index] ?? 0);
    return this.roughPlaceOf(index);
  }

  /** The same, perhaps only reckoned: nothing is laid out for it. */
  roughPlaceOf(index: number): { top: number; bottom: number } {
    const at = this.partOf[index] ?? 0;
    const within = index - (this.parts[at]?.from ?? 0);
    const above = this.tops[at] ?? 0;
    const inside = this.insides[at];
    return {
      top: above + (inside?.tops[within] ?? 0),
      bottom: above + (inside?.bottoms[within] ?? 0),
    };
  }

  /** The first paragraph that ends below so many pixels from the text's top; -1: none. */
  firstBelow(y: number): number {
    const from = Math.max(0, firstAbove(this.tops, y) - 1);
    for (let at = from; at < this.parts.length; at += 1) {
      const within = firstAbove(this.inside(at)?.bottoms ?? [], y - (this.tops[at] ?? 0));
      const part = this.parts[at];
      if (part !== undefined && within < part.blocks.length) return part.from + within;
    }
    return -1;
  }

  private reckon(part: Part, size: TypeSize): Inside {
    let height = 0;
    const tops: number[] = [];
    const bottoms: number[] = [];
    for (const at of part.blocks.keys()) {
      tops.push(height);
      height += estimatedHeight(this.widths[part.from + at] ?? 0, size);
      bottoms.push(height);
    }
    return { tops, bottoms, height, measured: false };
  }

  /** Where a part's paragraphs lie, measured. Nothing around it moves for it. */
  private inside(index: number): Inside | undefined {
    const known = this.insides[index];
    const part = this.parts[index];
    if (known?.measured !== false || part === undefined) return known;
    const { top, height } = part.inner.getBoundingClientRect();
    const rects = part.blocks.map((block) => block.getBoundingClientRect());
    const inside = {
      tops: rects.map((rect) => rect.top - top),
      bottoms: rects.map((rect) => rect.bottom - top),
      height,
      measured: true,
    };
    this.insides[index] = inside;
    return inside;
  }

  /** Gives each part as much room as is known that it takes. */
  private makeRoom(): void {
    this.setRooms(this.insides.map(({ height }) => height));
  }

  private setRooms(heights: number[]): void {
    this.rooms = heights;
    let top = 0;
    this.tops = heights.map((height, index) => {
      const style = this.parts[index]?.chunk.style;
      if (style !== undefined) style.containIntrinsicBlockSize = `${height}px`;
      top += height;
      return top - height;
    });
  }

  /** Scrolls by as much as a change moves the part that is at the top of the view. */
  private keepPlace(change: () => void): void {
    const { scroller } = this;
    if (scroller === null) return change();
    const y = scroller.getBoundingClientRect().top - this.root.getBoundingClientRect().top;
    const at = firstAbove(this.tops, y) - 1;
    const before = this.tops[at];
    change();
    const moved = before === undefined ? 0 : (this.tops[at] ?? 0) - before;
    if (moved !== 0) scroller.scrollTop += moved;
  }
}

function partsOf(chunks: readonly HTMLElement[], blocks: readonly HTMLElement[]): Part[] {
  let from = 0;
  return chunks.map((chunk) => {
    const first = from;
    while (from < blocks.length && chunk.contains(blocks[from] ?? null)) from += 1;
    const inner = chunk.firstElementChild;
    return {
      chunk,
      inner: inner instanceof HTMLElement ? inner : chunk,
      blocks: blocks.slice(first, from),
      from: first,
    };
  });
}

function typeSizeOf(root: HTMLElement): TypeSize {
  const style = getComputedStyle(root);
  return {
    fontSize: Number.parseFloat(style.fontSize),
    lineHeight: Number.parseFloat(style.lineHeight),
    width: root.clientWidth,
  };
}
