import type { Bytes } from './pages';
import { countVarints } from './varint';

/**
 * The positions of a list, each less by `offset`. Positions that would be negative cannot occur: the
 * units before them belong to the same document, or the intersection drops them.
 */
export function positionsOfPair(list: Bytes, offset: number): Uint32Array {
  const { bytes, start, end } = list;
  const positions = new Uint32Array(countVarints(bytes, start, end));
  const count = decode(list, positions, 0, offset);
  return count === positions.length ? positions : positions.subarray(0, count);
}

/** Those of the ascending `found` at which, `offset` units on, a position of the list stands. */
export function intersect(found: Uint32Array, list: Bytes, offset: number): Uint32Array {
  return sift(found, list, offset, true);
}

/** Those of the ascending `found` at which, `offset` units on, no position of the list stands. */
export function subtract(found: Uint32Array, list: Bytes, offset: number): Uint32Array {
  return sift(found, list, offset, false);
}

function sift(found: Uint32Array, list: Bytes, offset: number, isThere: boolean): Uint32Array {
  const { bytes, end } = list;
  const kept = new Uint32Array(found.length);
  const last = found.length;
  let count = 0;
  let index = 0;
  let wanted = (found[0] ?? 0) + offset;
  let position = 0;
  let at = list.start;
  while (at < end && index < last) {
    let byte = bytes[at++] as number;
    let distance = byte & 0x7f;
    for (let shift = 7; byte > 0x7f; shift += 7) {
      byte = bytes[at++] as number;
      distance |= (byte & 0x7f) << shift;
    }
    position += distance;
    while (wanted <= position) {
      if ((wanted === position) === isThere) kept[count++] = wanted - offset;
      index += 1;
      if (index === last) break;
      wanted = (found[index] as number) + offset;
    }
  }
  if (!isThere) while (index < last) kept[count++] = found[index++] as number;
  return kept.subarray(0, count);
}

/**
 * The positions of several adjoining lists in one ascending order.
 *
 * @param ends where the lists begin and the last one ends, from any origin
 * @param limit no position is as high
 */
export function positionsOfUnit(all: Bytes, ends: Uint32Array, limit: number): Uint32Array {
  const { bytes, start, end } = all;
  const origin = start - (ends[0] as number);
  const positions = new Uint32Array(countVarints(bytes, start, end));
  // Few are sorted; many are ticked off on a map of all positions, which takes the same time always.
  if (positions.length * 64 >= limit) {
    const map = new Int32Array((limit >>> 5) + 1);
    for (let list = 1; list < ends.length; list += 1)
      tickOff(bytes, (ends[list - 1] as number) + origin, (ends[list] as number) + origin, map);
    readOff(map, positions);
    return positions;
  }
  let count = 0;
  for (let list = 1; list < ends.length; list += 1) {
    const from = (ends[list - 1] as number) + origin;
    count = decode(
      { bytes, start: from, end: (ends[list] as number) + origin },
      positions,
      count,
      0,
    );
  }
  return ends.length === 2 ? positions : positions.sort();
}

function tickOff(bytes: Uint8Array, start: number, end: number, map: Int32Array): void {
  let position = 0;
  let at = start;
  while (at < end) {
    let byte = bytes[at++] as number;
    let distance = byte & 0x7f;
    for (let shift = 7; byte > 0x7f; shift += 7) {
      byte = bytes[at++] as number;
      distance |= (byte & 0x7f) << shift;
    }
    position = (position + distance) | 0;
    (map[position >>> 5] as number) |= 1 << (position & 31);
  }
}

/** Writes the numbers of the bits that are set, ascending. */
function readOff(map: Int32Array, positions: Uint32Array): void {
  let count = 0;
  for (let word = 0; word < map.length; word += 1) {
    let bits = map[word] as number;
    while (bits !== 0) {
      positions[count++] = (word << 5) + 31 - Math.clz32(bits & -bits);
      bits &= bits - 1;
    }
  }
}

/** @returns how many are in `target` */
function decode(list: Bytes, target: Uint32Array, from: number, offset: number): number {
  const { bytes, end } = list;
  let at = list.start;
  let count = from;
  let position = -offset;
  while (at < end) {
    let byte = bytes[at++] as number;
    let distance = byte & 0x7f;
    for (let shift = 7; byte > 0x7f; shift += 7) {
      byte = bytes[at++] as number;
      distance |= (byte & 0x7f) << shift;
    }
    position += distance;
    if (position >= 0) target[count++] = position;
  }
  return count;
}
