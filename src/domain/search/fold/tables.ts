import { checksum } from '../checksum';
import { CLASSES } from './classes';

/**
 * For each UTF-16 unit what it is folded to. Halves of surrogate pairs stay: pairs are looked up in
 * `FOLDED_PAIRS`. Nothing is folded to U+FFFE and U+FFFF (which are no characters): the index has uses
 * of its own for them.
 */
export const FOLDED_UNITS = new Uint16Array(0x10000);

/** For each character beyond the basic plane that is not folded to itself, by code point. */
export const FOLDED_PAIRS = new Map<number, number>();

for (let unit = 0; unit < 0x10000; unit += 1) FOLDED_UNITS[unit] = unit;
for (const line of `\ufffd\ufffe\uffff\n${CLASSES}`.split('\n')) {
  const first = line.codePointAt(0);
  for (const character of line) {
    const code = character.codePointAt(0);
    if (first === undefined || code === undefined) continue;
    if (code > 0xffff) {
      if (code !== first) FOLDED_PAIRS.set(code, first);
    } else {
      FOLDED_UNITS[code] = first;
    }
  }
}

/** Changes whenever the tables do: what was folded by others must not be compared. */
export const FOLD_FINGERPRINT = checksum(
  new Uint8Array(
    Uint32Array.from([checksum(new Uint8Array(FOLDED_UNITS.buffer)), ...pairs()]).buffer,
  ),
);

function* pairs(): Generator<number> {
  for (const pair of FOLDED_PAIRS) yield* pair;
}

/** Whether `written`, a UTF-16 unit, can have become `folded`; halves of pairs can become any other. */
export function foldsTo(written: number, folded: number): boolean {
  return FOLDED_UNITS[written] === folded || (isHalf(written) && isHalf(folded));
}

function isHalf(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdfff;
}
