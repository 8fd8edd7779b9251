import type { Bytes } from './pages';
import { type ByteSink, countVarints, writeVarint } from './varint';

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
  if (positions.length * 512 >= limit) {
    const words = (limit >>> 5) + 1;
    if (scratch.length < words) scratch = new Int32Array(words);
    const map = scratch.subarray(0, words);
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

/** Kept, because making it takes longer than using it; zeros between uses. */
let scratch = new Int32Array(0);

/** Writes the numbers of the bits that are set, ascending, and clears them. */
function readOff(map: Int32Array, positions: Uint32Array): void {
  let count = 0;
  for (let word = 0; word < map.length; word += 1) {
    let bits = map[word] as number;
    if (bits === 0) continue;
    map[word] = 0;
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

/** Writes `[from, to)` of ascending positions as a list. */
export function writePositions(
  sink: ByteSink,
  positions: Uint32Array,
  from: number,
  to: number,
): void {
  sink.reserve((to - from) * 5);
  const { bytes } = sink;
  let { length } = sink;
  let before = 0;
  for (let at = from; at < to; at += 1) {
    const position = positions[at] as number;
    const distance = position - before;
    before = position;
    if (distance < 0x80) bytes[length++] = distance;
    else if (distance < 0x4000) {
      bytes[length++] = (distance & 0x7f) | 0x80;
      bytes[length++] = distance >>> 7;
    } else length = writeVarint(bytes, length, distance);
  }
  sink.length = length;
}
