import type { Likeness, Places, SearchSource, TextField } from '../source';
import { filterPlaces, mergePlaces, NO_PLACES } from './place-list';
import type { Gap, Sequence } from './sequence';
import { ownersOf, type Work } from './work';

/** Places that an index looks through in the time in which one text is read. */
const PLACES_PER_TEXT = 40_000;

/** A literal of a sequence and what lies between it and the one before. */
interface Step {
  text: string;
  before: Gap;
}

/**
 * The owners in which one of some sequences may stand: all of its literals, as far from each other as
 * they may. What is left out has none; what is left has to be read. The rarest literal is looked for
 * first, and frequent ones no more when hardly an owner is left.
 *
 * @param sequences each with a literal
 */
export async function sequenceOwners(
  work: Work,
  field: TextField,
  sequences: readonly Sequence[],
  likeness: Likeness,
  among: Uint32Array | undefined,
): Promise<Uint32Array> {
  let owners = NO_PLACES.owners;
  for (const parts of sequences) {
    owners = union(owners, await ownersOfOne(work, field, stepsOf(parts), likeness, among));
  }
  return owners;
}

async function ownersOfOne(
  work: Work,
  field: TextField,
  steps: readonly Step[],
  likeness: Likeness,
  among: Uint32Array | undefined,
): Promise<Uint32Array> {
  const found = new Map<number, Places>();
  let owners = among;
  for (const { at, text, count } of byRarity(work.source, steps)) {
    if (found.size > 0 && (owners?.length ?? 0) * PLACES_PER_TEXT < count) break;
    found.set(at, await work.find(field, { text, likeness }, owners));
    owners = ownersOf(inTurn(steps, found));
    if (owners.length === 0) break;
  }
  return owners ?? NO_PLACES.owners;
}

/** The rarest first; where a source cannot tell, the longest is taken for it. */
function byRarity(source: SearchSource, steps: readonly Step[]) {
  return steps
    .map(({ text }, at) => ({ at, text, count: source.roughCount?.(text) ?? 1 / text.length }))
    .sort((a, b) => a.count - b.count || b.text.length - a.text.length);
}

function stepsOf(parts: Sequence): Step[] {
  const steps: Step[] = [];
  let before: Gap = { least: 0, most: 0 };
  for (const part of parts) {
    if ('text' in part) {
      steps.push({ text: part.text, before });
      before = { least: 0, most: 0 };
    } else before = part;
  }
  return steps;
}

/** Places of the last literal looked for before which the others stand in turn. */
function inTurn(steps: readonly Step[], found: ReadonlyMap<number, Places>): Places {
  let last: Places | null = null;
  let [least, most] = [0, 0];
  for (const [at, { text, before }] of steps.entries()) {
    least += before.least;
    most += before.most;
    const places = found.get(at);
    if (places === undefined) {
      least += text.length;
      most += text.length;
      continue;
    }
    last = last === null ? places : following(last, places, least, most);
    [least, most] = [0, 0];
  }
  return last ?? NO_PLACES;
}

/** The places that begin `least` to `most` units behind the end of one before. */
function following(before: Places, places: Places, least: number, most: number): Places {
  let from = 0;
  const { owners, ends } = before;
  return filterPlaces(places, (index) => {
    const owner = places.owners[index] as number;
    const start = places.starts[index] as number;
    while (
      (owners[from] as number) < owner ||
      (owners[from] === owner && (ends[from] as number) + most < start)
    ) {
      from += 1;
    }
    return owners[from] === owner && (ends[from] as number) + least <= start;
  });
}

/** What is in one of two ascending lists. */
function union(a: Uint32Array, b: Uint32Array): Uint32Array {
  if (a.length === 0) return b;
  const nothing = (owners: Uint32Array): Places => ({ owners, starts: owners, ends: owners });
  return ownersOf(mergePlaces(nothing(a), nothing(b)));
}
