import { FOLDED_PAIRS, FOLDED_UNITS } from './tables';

/** Arguments that a call takes without trouble. */
const CHUNK = 1024;
const decoder = new TextDecoder('utf-16le', { ignoreBOM: true });

/** The text with every character folded; as long as the text. */
export function fold(text: string): string {
  const sign = signOf(text);
  if (sign === 'folded') return text;
  const units = new Uint16Array(text.length);
  foldInto(text, units, 0);
  if (sign === 'plain') return decoder.decode(units);
  // The decoder would replace halves of pairs that stand alone.
  let folded = '';
  for (let at = 0; at < units.length; at += CHUNK)
    folded += String.fromCharCode(...units.subarray(at, at + CHUNK));
  return folded;
}

/** `folded`: nothing is to do. `halves`: there are halves of surrogate pairs. */
function signOf(text: string): 'folded' | 'plain' | 'halves' {
  let isFolded = true;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    if (FOLDED_UNITS[unit] !== unit) isFolded = false;
    else if (unit >= 0xd800 && unit <= 0xdfff) return 'halves';
  }
  return isFolded ? 'folded' : 'plain';
}

/**
 * Writes the folded text's UTF-16 code units to `units` from `at` on.
 *
 * @returns where they end
 */
export function foldInto(text: string, units: Uint16Array, at: number): number {
  const { length } = text;
  const table = FOLDED_UNITS;
  for (let index = 0; index < length; index += 1) {
    const unit = text.charCodeAt(index);
    units[at + index] = table[unit] as number;
    if (unit >= 0xdc00 && unit <= 0xdfff && index > 0) foldPair(units, at + index - 1);
  }
  return at + length;
}

/** Folds the pair that begins at `at`, if there is one. */
function foldPair(units: Uint16Array, at: number): void {
  const high = units[at] as number;
  if (high < 0xd800 || high > 0xdbff) return;
  const low = units[at + 1] as number;
  const folded = FOLDED_PAIRS.get((high - 0xd800) * 0x400 + low - 0xdc00 + 0x10000);
  if (folded === undefined) return;
  units[at] = 0xd800 + ((folded - 0x10000) >>> 10);
  units[at + 1] = 0xdc00 + ((folded - 0x10000) & 0x3ff);
}
