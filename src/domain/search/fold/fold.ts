import { FOLDED_UNITS } from './tables';

/** The text with every unit folded; as long as the text. */
export function fold(text: string): string {
  const units = new Uint16Array(text.length);
  foldInto(text, units, 0);
  let folded = '';
  for (let at = 0; at < units.length; at += 8192)
    folded += String.fromCharCode(...units.subarray(at, at + 8192));
  return folded;
}

/**
 * Writes the folded text's units to `units` from `at` on.
 *
 * @returns where they end
 */
export function foldInto(text: string, units: Uint16Array, at: number): number {
  const { length } = text;
  for (let index = 0; index < length; index += 1)
    units[at + index] = FOLDED_UNITS[text.charCodeAt(index)] as number;
  return at + length;
}
