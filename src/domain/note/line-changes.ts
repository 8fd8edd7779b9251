/** A line of a text that is in both of two states or only in the one before or after. */
export interface LineChange {
  kind: 'same' | 'before' | 'after';
  text: string;
}

/** Beyond this many pairs of lines the middle is shown as replaced: a table of them would not fit. */
const MOST_PAIRS = 1_000_000;

/** What differs between two texts line by line (longest common subsequence), in reading order. */
export function lineChanges(before: string, after: string): LineChange[] {
  const a = before.split('\n');
  const b = after.split('\n');
  let head = 0;
  while (head < Math.min(a.length, b.length) && a[head] === b[head]) head++;
  let tail = 0;
  while (tail < Math.min(a.length, b.length) - head && a.at(-1 - tail) === b.at(-1 - tail)) tail++;
  const as = (kind: LineChange['kind'], lines: string[]) => lines.map((text) => ({ kind, text }));
  return [
    ...as('same', a.slice(0, head)),
    ...middle(a.slice(head, a.length - tail), b.slice(head, b.length - tail)),
    ...as('same', a.slice(a.length - tail)),
  ];
}

function middle(a: string[], b: string[]): LineChange[] {
  const result: LineChange[] = [];
  const width = b.length + 1;
  const fits = a.length * b.length <= MOST_PAIRS;
  const table = fits ? commonLengths(a, b) : new Uint32Array(0);
  const common = (i: number, j: number) => table[i * width + j] ?? 0;
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    const [left, right] = [a[i], b[j]];
    if (fits && left !== undefined && left === right) {
      result.push({ kind: 'same', text: left });
      i++;
      j++;
    } else if (
      left !== undefined &&
      (right === undefined || common(i + 1, j) >= common(i, j + 1))
    ) {
      result.push({ kind: 'before', text: left });
      i++;
    } else {
      result.push({ kind: 'after', text: right ?? '' });
      j++;
    }
  }
  return result;
}

/** For each pair of places how many lines the rests have in common. */
function commonLengths(a: string[], b: string[]): Uint32Array {
  const width = b.length + 1;
  const table = new Uint32Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      const skip = Math.max(table[(i + 1) * width + j] ?? 0, table[i * width + j + 1] ?? 0);
      table[i * width + j] = a[i] === b[j] ? (table[(i + 1) * width + j + 1] ?? 0) + 1 : skip;
    }
  }
  return table;
}
