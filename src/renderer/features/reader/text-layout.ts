/** While it is there, chunks far from the view are not drawn; see `article-text.module.css`. */
const PARTIAL = 'data-partial';

/**
 * Where the paragraphs lie. It is read once for each way that the text is set: each chunk is then told
 * how high it is, so that those that are not drawn keep their room to the pixel and nothing ever moves
 * when they are. Scrolling asks here and not the document, which would have to be laid out for it.
 */
export class TextLayout {
  private tops: number[] = [];
  private bottoms: number[] = [];
  private size = '';

  constructor(
    private readonly root: HTMLElement,
    private readonly chunks: readonly HTMLElement[],
    private readonly blocks: readonly HTMLElement[],
  ) {}

  /** To be called when the text is set anew, before anything asks where something is. */
  measure(): void {
    this.root.removeAttribute(PARTIAL);
    const heights = this.chunks.map((chunk) => chunk.getBoundingClientRect().height);
    const zero = this.root.getBoundingClientRect().top;
    const rects = this.blocks.map((block) => block.getBoundingClientRect());
    this.tops = rects.map(({ top }) => top - zero);
    this.bottoms = rects.map(({ bottom }) => bottom - zero);
    this.size = this.sizeNow();
    for (const [index, chunk] of this.chunks.entries()) {
      chunk.style.containIntrinsicBlockSize = `${heights[index] ?? 0}px`;
    }
    this.root.setAttribute(PARTIAL, '');
  }

  /** Measures if the text is not as it was measured. */
  check(): void {
    if (this.sizeNow() !== this.size) this.measure();
  }

  /** Pixels of a paragraph's edges below the text's own top. */
  placeOf(index: number): { top: number; bottom: number } {
    return { top: this.tops[index] ?? 0, bottom: this.bottoms[index] ?? 0 };
  }

  /** The first paragraph that ends below so many pixels from the text's top; -1: none. */
  firstBelow(y: number): number {
    let low = 0;
    let high = this.bottoms.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.bottoms[middle] ?? 0) <= y) low = middle + 1;
      else high = middle;
    }
    return low < this.bottoms.length ? low : -1;
  }

  private sizeNow(): string {
    const { width, height } = this.root.getBoundingClientRect();
    return `${width}×${height}`;
  }
}
