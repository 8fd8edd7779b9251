import type { SegmentLayout } from './layout';

/** Owners that alone are asked for. */
export interface Narrowed {
  /** By owner. */
  mask: Uint8Array;
  /** By document; `null` where there is none. */
  asked: Map<SegmentLayout, Uint8Array | null>;
}

/** The documents of a segment that are asked for; looked up once. */
export function askedOf(layout: SegmentLayout, { mask, asked }: Narrowed): Uint8Array | null {
  const before = asked.get(layout);
  if (before !== undefined) return before;
  const { wanted, owners } = layout;
  const bits = new Uint8Array(wanted.length);
  let some = 0;
  for (let document = 0; document < bits.length; document += 1) {
    const bit = (wanted[document] as number) & (mask[owners[document] as number] ?? 0);
    bits[document] = bit;
    some |= bit;
  }
  const found = some === 0 ? null : bits;
  asked.set(layout, found);
  return found;
}

/** With a 1 for each of these. */
export function maskOf(ordinals: Uint32Array, size: number): Uint8Array {
  const mask = new Uint8Array(size);
  for (const ordinal of ordinals) mask[ordinal] = 1;
  return mask;
}
