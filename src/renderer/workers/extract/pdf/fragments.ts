import type { TextItem } from './items';

/** Puts pieces of text that stand on one baseline together. Points; `y` downwards. */

/** Pieces on one baseline without a wide gap between them: at most one line of one column. */
export interface Fragment {
  /** From the left to the right, never empty. */
  items: TextItem[];
  x: number;
  right: number;
  /** Of the baseline. */
  y: number;
  /** That of most of its characters. */
  size: number;
}

/** Ems: a gap that is wider may be one between columns. */
const WIDE_GAP = 0.85;
/** A letter so many times as large stands beside several lines. */
export const CAP_RATIO = 1.8;
const BASELINE = 0.25;
/** A text is raised when its type is at least so much smaller than that beside it. */
const SMALLER = 0.8;
const RAISED_LENGTH = 12;

/** Groups a page's items into fragments, from the top to the bottom. */
export function groupItems(items: readonly TextItem[]): Fragment[] {
  const fragments = baselineRows(items, (item) => item.size).flatMap((row) => splitAtGaps(row));
  return attachRaised(fragments);
}

/** Sorts into rows whose baselines are the same but for a quarter of an em. */
export function baselineRows<T extends { x: number; y: number }>(
  things: readonly T[],
  sizeOf: (thing: T) => number,
): T[][] {
  const sorted = [...things].sort((a, b) => a.y - b.y || a.x - b.x);
  const rows: T[][] = [];
  let y = Number.NaN;
  let size = 0;
  for (const thing of sorted) {
    const own = sizeOf(thing);
    const row = rows.at(-1);
    if (row && thing.y - y <= BASELINE * Math.min(size, own)) row.push(thing);
    else {
      rows.push([thing]);
      y = thing.y;
      size = own;
    }
  }
  for (const row of rows) row.sort((a, b) => a.x - b.x);
  return rows;
}

function splitAtGaps(row: readonly TextItem[]): Fragment[] {
  const groups: TextItem[][] = [];
  let right = 0;
  for (const item of row) {
    const group = groups.at(-1);
    const last = group?.at(-1);
    const em = Math.min(last?.size ?? 0, item.size);
    const gap = item.x - right;
    const alike = Math.max(last?.size ?? 0, item.size) < CAP_RATIO * em;
    // What lies over the text before it is another text.
    const joins = alike && gap <= WIDE_GAP * em && gap >= -Math.max(em, item.width / 2);
    if (group && joins) group.push(item);
    else groups.push([item]);
    right = item.x + item.width;
  }
  return groups.map(toFragment);
}

/** `items` are sorted and not empty. */
export function toFragment(items: TextItem[]): Fragment {
  const main = mainItem(items);
  return {
    items,
    x: items[0]?.x ?? 0,
    right: items.reduce((right, item) => Math.max(right, item.x + item.width), 0),
    y: main?.y ?? 0,
    size: main?.size ?? 0,
  };
}

/** The one in whose size most characters are set. */
function mainItem(items: readonly TextItem[]): TextItem | undefined {
  const lengths = new Map<number, number>();
  let best = items[0];
  for (const item of items) {
    const length = (lengths.get(item.size) ?? 0) + item.text.length;
    lengths.set(item.size, length);
    if (best && length > (lengths.get(best.size) ?? 0)) best = item;
  }
  return best;
}

/** Puts raised and lowered figures (superscripts) into the line that they belong to. */
function attachRaised(fragments: readonly Fragment[]): Fragment[] {
  const sorted = [...fragments].sort((a, b) => a.y - b.y);
  const added = new Map<Fragment, TextItem[]>();
  const gone = new Set<Fragment>();
  sorted.forEach((small, index) => {
    if (fragmentLength(small) > RAISED_LENGTH) return;
    const base = findBase(sorted, index);
    if (!base || gone.has(base)) return;
    gone.add(small);
    added.set(base, [...(added.get(base) ?? base.items), ...small.items]);
    const more = added.get(small);
    if (more) added.set(base, [...(added.get(base) ?? []), ...more.slice(small.items.length)]);
  });
  return sorted
    .filter((fragment) => !gone.has(fragment))
    .map((fragment) => {
      const items = added.get(fragment);
      if (!items) return fragment;
      return toFragment(items.sort((a, b) => a.x - b.x));
    });
}

function findBase(sorted: readonly Fragment[], index: number): Fragment | null {
  const small = sorted[index];
  if (!small) return null;
  const reach = small.size * 3;
  for (const step of [1, -1]) {
    for (let i = index + step; i >= 0 && i < sorted.length; i += step) {
      const base = sorted[i];
      if (!base || Math.abs(base.y - small.y) > reach) break;
      if (isRaisedOn(small, base)) return base;
    }
  }
  return null;
}

function isRaisedOn(small: Fragment, base: Fragment): boolean {
  if (small.size > base.size * SMALLER) return false;
  const up = base.y - small.y;
  if (up > base.size * 0.7 || up < -base.size * 0.3) return false;
  const reach = base.size * 0.4;
  return small.x >= base.x - reach && small.x <= base.right + reach;
}

function fragmentLength(fragment: Fragment): number {
  return fragment.items.reduce((sum, item) => sum + item.text.length, 0);
}

/** The words of a row, as they are needed to tell what it is. */
export function textOf(row: readonly Fragment[]): string {
  return row.flatMap((each) => each.items.map((item) => item.text)).join('');
}
