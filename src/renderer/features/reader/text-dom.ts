import { graphemeAt } from '@domain/anchor/graphemes';
import type { Paragraph } from '@domain/model';
import { TextLayout } from './text-layout';
import { type Passage, type Piece, paragraphIndexAt, piecesOf } from './text-offsets';

/** Marks the one element of each paragraph; it holds exactly one text node. */
const PARAGRAPH = 'data-paragraph';
/** Marks the elements that hold some paragraphs each. */
const CHUNK = 'data-chunk';

interface Point {
  node: Node;
  offset: number;
}

/** Translates between the article's offsets and places in its drawn text, which it never changes. */
export class TextDom {
  /** The paragraphs' elements. */
  readonly blocks: readonly HTMLElement[];
  /** What holds them. */
  readonly chunks: readonly HTMLElement[];
  readonly layout: TextLayout;
  private readonly indexes: ReadonlyMap<Element, number>;

  constructor(
    readonly root: HTMLElement,
    readonly paragraphs: readonly Paragraph[],
    /** By paragraph, as `widthsOf` answers them; without them its layout cannot be asked. */
    widths: readonly number[] = [],
  ) {
    this.blocks = [...root.querySelectorAll<HTMLElement>(`[${PARAGRAPH}]`)];
    this.chunks = [...root.querySelectorAll<HTMLElement>(`[${CHUNK}]`)];
    this.layout = new TextLayout(root, this.chunks, this.blocks, widths);
    this.indexes = new Map(this.blocks.map((block, index) => [block, index]));
  }

  /** Which paragraph an element is; -1 when it is none. */
  indexOf(block: Element): number {
    return this.indexes.get(block) ?? -1;
  }

  /** The indexes of a chunk's paragraphs. */
  indexesIn(chunk: Element): number[] {
    return [...chunk.querySelectorAll(`[${PARAGRAPH}]`)].map((block) => this.indexOf(block));
  }

  /** A range inside one paragraph, so that what is painted on it leaves the margins alone. */
  staticRange({ index, from, to }: Piece): StaticRange | null {
    const node = this.textOf(index);
    if (node === null) return null;
    const ends = { startContainer: node, startOffset: from, endContainer: node, endOffset: to };
    return new StaticRange(ends);
  }

  /** The passage as one range of the document; null when it holds no character. */
  range(passage: Passage): Range | null {
    const pieces = piecesOf(this.paragraphs, passage);
    const start = this.point(pieces[0], 'from');
    const end = this.point(pieces.at(-1), 'to');
    if (start === null || end === null) return null;
    const range = document.createRange();
    range.setStart(start.node, start.offset);
    range.setEnd(end.node, end.offset);
    return range;
  }

  /** What the user has selected of the text; null when nothing of it. */
  passageOf(selection: Selection | null): Passage | null {
    if (selection === null || selection.rangeCount === 0 || selection.isCollapsed) return null;
    const range = selection.getRangeAt(0);
    if (!range.intersectsNode(this.root)) return null;
    const start = this.offsetOf(range.startContainer, range.startOffset);
    const end = this.offsetOf(range.endContainer, range.endOffset);
    return start < end ? { start, end } : null;
  }

  /** Selects a passage as the user would; `anchor` may lie behind `focus`. */
  select(anchor: number, focus: number): void {
    const from = this.caret(anchor);
    const to = this.caret(focus);
    if (from === null || to === null) return;
    window.getSelection()?.setBaseAndExtent(from.node, from.offset, to.node, to.offset);
  }

  /** The offset one line above or below another, in the same column. */
  lineAway(offset: number, direction: 'backward' | 'forward'): number {
    const selection = window.getSelection();
    const from = this.caret(offset);
    if (selection === null || from === null) return offset;
    selection.collapse(from.node, from.offset);
    selection.modify('move', direction, 'line');
    const { focusNode, focusOffset } = selection;
    if (focusNode === null || !this.root.contains(focusNode)) return offset;
    return this.offsetOf(focusNode, focusOffset);
  }

  /** The offset of the caret that is nearest to a point of the window; null beside the text. */
  offsetAt(x: number, y: number): number | null {
    const caret = document.caretPositionFromPoint(x, y);
    if (caret === null || !this.root.contains(caret.offsetNode)) return null;
    return this.offsetOf(caret.offsetNode, caret.offset);
  }

  /** The offset of the character at a point of the window; null beside the text. */
  characterAt(x: number, y: number): number | null {
    const caret = document.caretPositionFromPoint(x, y);
    if (caret === null || !this.root.contains(caret.offsetNode)) return null;
    const at = this.offsetOf(caret.offsetNode, caret.offset);
    // A caret stands between two characters; the point is on one of them.
    for (const offset of [at, at - 1]) {
      const character = this.graphemeAt(offset);
      const rects = this.range(character)?.getClientRects() ?? [];
      for (const rect of rects) {
        if (x >= rect.left && x <= rect.right && y >= rect.top && y <= rect.bottom) {
          return character.start;
        }
      }
    }
    return null;
  }

  /** The user-perceived character that a code unit belongs to. */
  graphemeAt(offset: number): Passage {
    const index = paragraphIndexAt(this.paragraphs, offset);
    const start = this.paragraphs[index]?.start ?? 0;
    const { start: from, end } = graphemeAt(this.textOf(index)?.data ?? '', offset - start);
    return { start: start + from, end: start + end };
  }

  /** Where a caret before the character at `offset` stands. */
  private caret(offset: number): Point | null {
    const index = paragraphIndexAt(this.paragraphs, offset);
    const paragraph = this.paragraphs[index];
    const node = this.textOf(index);
    if (paragraph === undefined || node === null) return null;
    return { node, offset: Math.min(offset, paragraph.end) - paragraph.start };
  }

  private point(piece: Piece | undefined, side: 'from' | 'to'): Point | null {
    const node = piece === undefined ? null : this.textOf(piece.index);
    return piece === undefined || node === null ? null : { node, offset: piece[side] };
  }

  private textOf(index: number): Text | null {
    const node = this.blocks[index]?.firstChild;
    return node instanceof Text ? node : null;
  }

  private offsetOf(node: Node, offset: number): number {
    const element = node instanceof Element ? node : node.parentElement;
    const block = element?.closest<HTMLElement>(`[${PARAGRAPH}]`);
    const inside = block === null || block === undefined ? -1 : this.indexOf(block);
    const paragraph = this.paragraphs[inside];
    if (paragraph !== undefined) {
      if (node instanceof Text) return Math.min(paragraph.start + offset, paragraph.end);
      return offset === 0 ? paragraph.start : paragraph.end;
    }
    return this.startAfter(node, offset);
  }

  /** The start of the first paragraph behind a place between paragraphs, or the end of the text. */
  private startAfter(node: Node, offset: number): number {
    const place = document.createRange();
    place.setStart(node, offset);
    const index = this.blocks.findIndex((block) => place.comparePoint(block, 0) >= 0);
    return this.paragraphs[index]?.start ?? this.paragraphs.at(-1)?.end ?? 0;
  }
}
