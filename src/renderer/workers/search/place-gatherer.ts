import type { Places } from '@domain/search/source';

/** Starts of places by their owners, which are in one part each. */
interface Part {
  owners: Uint32Array;
  starts: Uint32Array;
}

/**
 * Puts places from several parts in the order of their owners. The places of one owner are given one
 * after the other and ascending.
 */
export class PlaceGatherer {
  private readonly parts: Part[] = [];
  private loose: { owners: number[]; starts: number[] } = { owners: [], starts: [] };

  /** @param length of every place, in UTF-16 code units */
  constructor(private readonly length: number) {}

  addAll(owners: Uint32Array, starts: Uint32Array): void {
    if (owners.length > 0) this.parts.push({ owners, starts });
  }

  add(owner: number, start: number): void {
    this.loose.owners.push(owner);
    this.loose.starts.push(start);
  }

  /** @param owners how many ordinals there are */
  places(owners: number): Places {
    const { loose } = this;
    const parts = [
      ...this.parts,
      { owners: Uint32Array.from(loose.owners), starts: Uint32Array.from(loose.starts) },
    ];
    const total = parts.reduce((sum, part) => sum + part.owners.length, 0);
    const found =
      oneAfterAnother(parts, total) ??
      (total < FEW ? sorted(parts, total) : counted(parts, total, owners));
    const ends = new Uint32Array(total);
    for (let at = 0; at < total; at += 1) ends[at] = (found.starts[at] as number) + this.length;
    return { ...found, ends };
  }
}

/** Parts are put together by their runs when these are no more than so many. */
const MOST_RUNS = 4096;

/**
 * Parts are mostly a few runs of ascending owners, none of which reaches into another: then they are
 * copied as they are. `null` when it is otherwise.
 */
function oneAfterAnother(parts: readonly Part[], total: number): Part | null {
  const runs: Part[] = [];
  for (const { owners, starts } of parts) {
    for (let from = 0; from < owners.length; ) {
      let to = from + 1;
      while (to < owners.length && (owners[to] as number) >= (owners[to - 1] as number)) to += 1;
      if (runs.length === MOST_RUNS) return null;
      runs.push({ owners: owners.subarray(from, to), starts: starts.subarray(from, to) });
      from = to;
    }
  }
  runs.sort((a, b) => (a.owners[0] as number) - (b.owners[0] as number));
  for (let at = 1; at < runs.length; at += 1) {
    if ((runs[at - 1]?.owners.at(-1) ?? 0) >= (runs[at]?.owners[0] ?? 0)) return null;
  }
  const only = runs[0];
  if (runs.length === 1 && only !== undefined) return only;
  const found = { owners: new Uint32Array(total), starts: new Uint32Array(total) };
  let at = 0;
  for (const { owners, starts } of runs) {
    found.owners.set(owners, at);
    found.starts.set(starts, at);
    at += owners.length;
  }
  return found;
}

/** So few places are sorted: the others are counted, for which all owners are gone through. */
const FEW = 1024;

function sorted(parts: readonly Part[], total: number): Part {
  const all: Part = { owners: new Uint32Array(total), starts: new Uint32Array(total) };
  let at = 0;
  for (const { owners, starts } of parts) {
    all.owners.set(owners, at);
    all.starts.set(starts, at);
    at += owners.length;
  }
  const order = Uint32Array.from(all.owners.keys());
  // Of one owner in the order in which they were given.
  order.sort((a, b) => (all.owners[a] as number) - (all.owners[b] as number) || a - b);
  return {
    owners: order.map((index) => all.owners[index] as number),
    starts: order.map((index) => all.starts[index] as number),
  };
}

/** @param ordinals how many there are */
function counted(parts: readonly Part[], total: number, ordinals: number): Part {
  const at = beginnings(parts, ordinals);
  const found = { owners: new Uint32Array(total), starts: new Uint32Array(total) };
  for (const part of parts) {
    for (let index = 0; index < part.owners.length; index += 1) {
      const owner = part.owners[index] as number;
      const to = at[owner] as number;
      at[owner] = to + 1;
      found.owners[to] = owner;
      found.starts[to] = part.starts[index] as number;
    }
  }
  return found;
}

/** Where the places of each owner begin. */
function beginnings(parts: readonly Part[], owners: number): Uint32Array {
  const at = new Uint32Array(owners);
  for (const part of parts) {
    for (const owner of part.owners) at[owner] = (at[owner] as number) + 1;
  }
  let before = 0;
  for (let owner = 0; owner < owners; owner += 1) {
    const count = at[owner] as number;
    at[owner] = before;
    before += count;
  }
  return at;
}
