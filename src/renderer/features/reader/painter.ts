import './highlights.css';
import type { HighlightColor } from '@domain/model';
import { assignLanes } from './lanes';
import type { TextDom } from './text-dom';
import type { Passage } from './text-offsets';

/** An annotation as the text shows it. `color` null: tagged or noted only. */
export interface Mark extends Passage {
  id: string;
  color: HighlightColor | null;
}

/** Shows marks on the text without changing its document. */
export interface Painter {
  /** Shows exactly these marks from now on. */
  paint(marks: readonly Mark[]): void;
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
const PRIORITY = { lane: 1, selected: 10, match: 20, cursor: 30 } as const;

/** Paints with the CSS Custom Highlight API; `highlights.css` has the looks by name. */
export class CssHighlightPainter implements Painter {
  private readonly own = new Map<string, Highlight>();
  private marks: readonly Mark[] = [];
  private selected: string | null = null;

  constructor(private readonly dom: TextDom) {}

  paint(marks: readonly Mark[]): void {
    this.marks = marks;
    const coloured = marks.filter((mark) => mark.color !== null);
    const lanes = assignLanes(coloured);
    const wanted = new Map<string, StaticRange[]>();
    const add = (name: string, mark: Mark) => {
      const ranges = wanted.get(name) ?? [];
      ranges.push(...this.dom.staticRanges(mark));
      wanted.set(name, ranges);
    };
    coloured.forEach((mark, index) => {
      add(`zj-${mark.color}-${lanes[index] ?? 0}`, mark);
    });
    for (const mark of marks) if (mark.color === null) add('zj-none', mark);
    for (const name of this.own.keys()) {
      if (/^zj-.+-\d$|^zj-none$/.test(name) && !wanted.has(name)) this.set(name, [], 0);
    }
    for (const [name, ranges] of wanted) {
      this.set(name, ranges, name === 'zj-none' ? 0 : PRIORITY.lane + Number(name.at(-1)));
    }
    this.setSelected(this.selected);
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
    for (const [name, highlight] of this.own) {
      // The next article's painter may have taken the name already.
      if (CSS.highlights.get(name) === highlight) CSS.highlights.delete(name);
    }
    this.own.clear();
  }

  private setOne(name: string, passage: Passage | null, priority: number): void {
    this.set(name, passage === null ? [] : this.dom.staticRanges(passage), priority);
  }

  private set(name: string, ranges: readonly StaticRange[], priority: number): void {
    const highlight = this.own.get(name) ?? new Highlight();
    highlight.clear();
    for (const range of ranges) highlight.add(range);
    highlight.priority = priority;
    this.own.set(name, highlight);
    CSS.highlights.set(name, highlight);
  }
}
