/** So many units between what stands before and behind; `most` may be infinite. */
export interface Gap {
  least: number;
  most: number;
}

/** Literals with gaps between them, one behind the other. UTF-16 units. */
export type SequencePart = { text: string } | Gap;
export type Sequence = readonly SequencePart[];

/** Copies of what is repeated that are told one by one. */
const COPIES = 3;

/** Each of the first followed by each of the second; of too many only the lengths of the second are told. */
export function product(
  first: readonly Sequence[],
  second: readonly Sequence[],
  most: number,
): Sequence[] {
  const next = first.length * second.length > most ? [[gapOf(second)]] : second;
  return first.flatMap((before) => next.map((behind) => [...before, ...behind]));
}

/** `least` to `most` times one of these sequences. */
export function repeated(
  of: readonly Sequence[],
  least: number,
  most: number,
  alternatives: number,
): readonly Sequence[] {
  if (least === 1 && most === 1) return of;
  if (least === 0 && most === 1 && of.length < alternatives) return [[], ...of];
  const each = gapOf(of);
  const copies = Math.min(least, COPIES);
  let found: readonly Sequence[] = [[]];
  for (let copy = 0; copy < copies; copy += 1) found = product(found, of, alternatives);
  const rest = { least: times(least - copies, each.least), most: times(most - copies, each.most) };
  return found.map((parts) => [...parts, rest]);
}

/** How long sequences are. */
export function gapOf(sequences: readonly Sequence[]): Gap {
  const lengths = sequences.map(lengthOf);
  return {
    least: Math.min(...lengths.map(({ least }) => least)),
    most: Math.max(...lengths.map(({ most }) => most)),
  };
}

function lengthOf(parts: Sequence): Gap {
  let [least, most] = [0, 0];
  for (const part of parts) {
    least += 'text' in part ? part.text.length : part.least;
    most += 'text' in part ? part.text.length : part.most;
  }
  return { least, most };
}

/** Literals and gaps that adjoin are one each. */
export function joined(parts: Sequence): SequencePart[] {
  const all: SequencePart[] = [];
  for (const part of parts) {
    const last = all.at(-1);
    if ('text' in part) {
      if (last !== undefined && 'text' in last)
        all[all.length - 1] = { text: last.text + part.text };
      else all.push(part);
    } else if (part.most > 0) {
      if (last === undefined || 'text' in last) all.push(part);
      else {
        all[all.length - 1] = { least: last.least + part.least, most: last.most + part.most };
      }
    }
  }
  return all;
}

/** Nothing, however often, is nothing. */
function times(count: number, length: number): number {
  return count === 0 || length === 0 ? 0 : count * length;
}
