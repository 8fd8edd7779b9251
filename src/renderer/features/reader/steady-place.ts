import { firstInView } from './scrolling';
import type { TextDom } from './text-dom';

/** Keeps the words at the top of the view there when the text is set anew, wider or larger. */
export class SteadyPlace {
  /** The first paragraph in view, and how much of it is above, as a share of its height. */
  private place: { block: HTMLElement; share: number } | null = null;

  constructor(
    private readonly dom: TextDom,
    private readonly scroller: HTMLElement,
  ) {}

  /** To be called whenever the view has been scrolled. */
  remember(): void {
    // Set anew already, but not yet put back where it was.
    if (!this.dom.layout.isAsSet()) return;
    const block = this.dom.blocks[firstInView(this.scroller, this.dom)];
    if (block === undefined || this.scroller.scrollTop === 0) {
      this.place = null;
      return;
    }
    const rect = block.getBoundingClientRect();
    const above = this.scroller.getBoundingClientRect().top - rect.top;
    this.place = { block, share: above / Math.max(1, rect.height) };
  }

  /** To be called when the text has been set anew. */
  restore(): void {
    if (this.place === null) return;
    const { block, share } = this.place;
    const rect = block.getBoundingClientRect();
    const wanted = this.scroller.getBoundingClientRect().top - share * rect.height;
    this.scroller.scrollTop += rect.top - wanted;
  }
}
