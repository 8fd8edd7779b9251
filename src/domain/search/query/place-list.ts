import type { Places } from '../source';

/** Places that are gathered one by one in arrays that grow. */
export class PlaceList {
  private rows = new Uint32Array(3 * 64);
  length = 0;

  add(owner: number, start: number, end: number): void {
    const at = this.length * 3;
    if (at === this.rows.length) {
      const larger = new Uint32Array(this.rows.length * 2);
      larger.set(this.rows);
      this.rows = larger;
    }
    this.rows[at] = owner;
    this.rows[at + 1] = start;
    this.rows[at + 2] = end;
    this.length += 1;
  }

  /** In the order in which they were added. */
  places(): Places {
    const { length, rows } = this;
    const owners = new Uint32Array(length);
    const starts = new Uint32Array(length);
    const ends = new Uint32Array(length);
    for (let index = 0; index < length; index += 1) {
      owners[index] = rows[index * 3] ?? 0;
      starts[index] = rows[index * 3 + 1] ?? 0;
      ends[index] = rows[index * 3 + 2] ?? 0;
    }
    return { owners, starts, ends };
  }
}

export const NO_PLACES: Places = new PlaceList().places();

/** Both in one, each ascending by owner, start, end; a place of both stands twice. */
export function mergePlaces(a: Places, b: Places): Places {
  const [aLength, bLength] = [a.owners.length, b.owners.length];
  if (aLength === 0) return b;
  if (bLength === 0) return a;
  const merged = room(aLength + bLength);
  let i = 0;
  let j = 0;
  for (let at = 0; i < aLength || j < bLength; at += 1) {
    const first = j >= bLength || (i < aLength && !isBefore(b, j, a, i));
    const from = first ? a : b;
    const index = first ? i++ : j++;
    merged.owners[at] = from.owners[index] as number;
    merged.starts[at] = from.starts[index] as number;
    merged.ends[at] = from.ends[index] as number;
  }
  return merged;
}

function room(length: number): Places {
  return {
    owners: new Uint32Array(length),
    starts: new Uint32Array(length),
    ends: new Uint32Array(length),
  };
}

function isBefore(a: Places, i: number, b: Places, j: number): boolean {
  const owners = (a.owners[i] as number) - (b.owners[j] as number);
  if (owners !== 0) return owners < 0;
  const starts = (a.starts[i] as number) - (b.starts[j] as number);
  if (starts !== 0) return starts < 0;
  return (a.ends[i] as number) < (b.ends[j] as number);
}

/** The places for which `keep` says yes, given the index of each. */
export function filterPlaces(places: Places, keep: (index: number) => boolean): Places {
  const { length } = places.owners;
  const kept = new Uint8Array(length);
  let count = 0;
  for (let index = 0; index < length; index += 1) {
    if (!keep(index)) continue;
    kept[index] = 1;
    count += 1;
  }
  return picked(places, kept, count);
}

/** Those with a 1, of which there are `count`. */
function picked(places: Places, kept: Uint8Array, count: number): Places {
  if (count === kept.length) return places;
  if (count === 0) return NO_PLACES;
  const { owners, starts, ends } = places;
  const found = room(count);
  for (let index = 0, at = 0; at < count; index += 1) {
    if (kept[index] === 0) continue;
    found.owners[at] = owners[index] as number;
    found.starts[at] = starts[index] as number;
    found.ends[at] = ends[index] as number;
    at += 1;
  }
  return found;
}

/** The places whose owners are wanted; each owner is asked about once. */
export function filterOwners(places: Places, wants: (owner: number) => boolean): Places {
  const { owners } = places;
  const kept = new Uint8Array(owners.length);
  let count = 0;
  for (let from = 0; from < owners.length; ) {
    const owner = owners[from] as number;
    let to = from + 1;
    while (owners[to] === owner) to += 1;
    if (wants(owner)) {
      // Runs are short: to fill them takes longer.
      for (let at = from; at < to; at += 1) kept[at] = 1;
      count += to - from;
    }
    from = to;
  }
  return picked(places, kept, count);
}

function hasOverlap({ owners, starts, ends }: Places): boolean {
  for (let index = 1; index < owners.length; index += 1) {
    if (
      owners[index] === owners[index - 1] &&
      (starts[index] as number) < (ends[index - 1] as number)
    ) {
      return true;
    }
  }
  return false;
}

/**
 * Without overlap, from the left: of places that begin at the same character the longest stays, and
 * what overlaps one that stays goes.
 */
export function withoutOverlap(places: Places): Places {
  const before = known.get(places);
  if (before !== undefined) return before;
  const kept = hasOverlap(places) ? freed(places) : places;
  known.set(places, kept);
  known.set(kept, kept);
  return kept;
}

/** What is asked for to count a term and again to put its places in order. */
const known = new WeakMap<Places, Places>();

function freed(places: Places): Places {
  const { owners, starts, ends } = places;
  const keep = new Uint8Array(owners.length);
  let owner = -1;
  let free = 0;
  for (let index = 0; index < owners.length; ) {
    const start = starts[index] ?? 0;
    if (owners[index] !== owner) {
      owner = owners[index] ?? 0;
      free = 0;
    }
    let last = index;
    while (owners[last + 1] === owner && starts[last + 1] === start) last += 1;
    if (start >= free) {
      keep[last] = 1;
      free = ends[last] ?? 0;
    }
    index = last + 1;
  }
  return filterPlaces(places, (index) => keep[index] === 1);
}
