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
    const at = beginnings(parts, owners);
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
    return { ...found, ends: found.starts.map((start) => start + this.length) };
  }
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
