import type { TextItem } from './items';

/** Vertical writing in a horizontal font: single Han set one under the other. */

/** Characters: fewer may stand under each other by chance. */
const LEAST = 3;
/** Ems. */
const SAME_X = 0.3;
const MIN_STEP = 0.8;
const MAX_STEP = 2;
/** What has a neighbour this near to the side is part of a line. */
const BESIDE = 1.5;

/** Parts the stacks, each from the top to the bottom in the order of setting, from the rest. */
export function partStacks(items: readonly TextItem[]): { rest: TextItem[]; stacks: TextItem[][] } {
  const stacks: TextItem[][] = [];
  let run: TextItem[] = [];
  for (const item of items) {
    const last = run.at(-1);
    if (isSingle(item) && last && isUnder(last, item)) run.push(item);
    else {
      if (run.length >= LEAST) stacks.push(run);
      run = isSingle(item) ? [item] : [];
    }
  }
  if (run.length >= LEAST) stacks.push(run);
  const alone = stacks.filter((stack) => standsAlone(stack, items));
  const gone = new Set(alone.flat());
  return { rest: items.filter((item) => !gone.has(item)), stacks: alone };
}

function isSingle(item: TextItem): boolean {
  return /^\p{Script=Han}$/u.test(item.text);
}

function isUnder(above: TextItem, below: TextItem): boolean {
  const em = above.size;
  const step = (below.y - above.y) / em;
  const same = Math.abs(above.x - below.x) < SAME_X * em && Math.abs(em - below.size) < 0.5;
  return same && step > MIN_STEP && step < MAX_STEP;
}

/** Most of its characters have nothing at their side that is no such stack itself. */
function standsAlone(stack: readonly TextItem[], items: readonly TextItem[]): boolean {
  const own = new Set(stack);
  const beside = stack.filter((item) =>
    items.some(
      (other) =>
        !own.has(other) &&
        !isSingle(other) &&
        Math.abs(other.y - item.y) < item.size / 2 &&
        other.x < item.x + (1 + BESIDE) * item.size &&
        other.x + other.width > item.x - BESIDE * item.size,
    ),
  );
  return beside.length < stack.length / 3;
}
