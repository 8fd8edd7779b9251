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
  if (a.owners.length === 0) return b;
  if (b.owners.length === 0) return a;
  const length = a.owners.length + b.owners.length;
  const merged: Places = {
    owners: new Uint32Array(length),
    starts: new Uint32Array(length),
    ends: new Uint32Array(length),
  };
  let i = 0;
  let j = 0;
  for (let at = 0; at < length; at += 1) {
    const first = j >= b.owners.length || (i < a.owners.length && !isBefore(b, j, a, i));
    const from = first ? a : b;
    const index = first ? i++ : j++;
    merged.owners[at] = from.owners[index] as number;
    merged.starts[at] = from.starts[index] as number;
    merged.ends[at] = from.ends[index] as number;
  }
  return merged;
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
  const kept = new Uint32Array(places.owners.length);
  let count = 0;
  for (let index = 0; index < kept.length; index += 1) if (keep(index)) kept[count++] = index;
  if (count === kept.length) return places;
  const pick = (from: Uint32Array) => {
    const to = new Uint32Array(count);
    for (let at = 0; at < count; at += 1) to[at] = from[kept[at] ?? 0] ?? 0;
    return to;
  };
  return { owners: pick(places.owners), starts: pick(places.starts), ends: pick(places.ends) };
}

/** The places whose owners are wanted; each owner is asked about once. */
export function filterOwners(places: Places, wants: (owner: number) => boolean): Places {
  const { owners } = places;
  let owner = -1;
  let wanted = false;
  return filterPlaces(places, (index) => {
    const mine = owners[index] as number;
    if (mine !== owner) {
      owner = mine;
      wanted = wants(mine);
    }
    return wanted;
  });
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
  if (!hasOverlap(places)) return places;
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
