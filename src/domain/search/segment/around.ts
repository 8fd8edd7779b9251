import type { Bytes } from './pages';

/** What lies no more than `reach` before or behind ascending positions. */
export interface Around {
  positions: Uint32Array;
  reach: number;
}

/** Positions that a bit of the map stands for, as a power of two. */
const BLOCK_BITS = 3;

/** Kept, because making it takes longer than using it. */
let map = new Int32Array();

/**
 * As `positionsOfUnit`, but without what is near to none of some positions, or up to a block farther away. To
 * put all of a frequent unit in order takes longer than to leave out what is not wanted.
 */
export function positionsNear(
  all: Bytes,
  ends: Uint32Array,
  around: Around,
  limit: number,
): Uint32Array {
  draw(around, limit);
  const { bytes, start } = all;
  const origin = start - (ends[0] as number);
  let found = new Uint32Array(1024);
  let count = 0;
  for (let list = 1; list < ends.length; list += 1) {
    const end = (ends[list] as number) + origin;
    let at = (ends[list - 1] as number) + origin;
    let position = 0;
    while (at < end) {
      let byte = bytes[at++] as number;
      let distance = byte & 0x7f;
      for (let shift = 7; byte > 0x7f; shift += 7) {
        byte = bytes[at++] as number;
        distance |= (byte & 0x7f) << shift;
      }
      position += distance;
      const block = position >>> BLOCK_BITS;
      if ((((map[block >>> 5] as number) >>> (block & 31)) & 1) === 0) continue;
      if (count === found.length) {
        const larger = new Uint32Array(count * 2);
        larger.set(found);
        found = larger;
      }
      found[count++] = position;
    }
  }
  const kept = found.subarray(0, count);
  return ends.length === 2 ? kept : kept.sort();
}

/** Sets the bits of all blocks that are near to something. */
function draw({ positions, reach }: Around, limit: number): void {
  const size = (limit >>> (BLOCK_BITS + 5)) + 1;
  if (map.length < size) map = new Int32Array(size);
  map.fill(0, 0, size);
  for (let at = 0; at < positions.length; at += 1) {
    const position = positions[at] as number;
    const last = Math.min(position + reach, limit) >>> BLOCK_BITS;
    for (let block = Math.max(0, position - reach) >>> BLOCK_BITS; block <= last; block += 1) {
      (map[block >>> 5] as number) |= 1 << (block & 31);
    }
  }
}
