/**
 * Small helpers over Chinese text. Offsets are UTF-16 code units unless a name says code points.
 */

const HAN = /^\p{Script=Han}/u;

/** Whether the string begins with a Han character (ideographs, 〇 and 々 included). */
export function startsWithHan(text: string): boolean {
  return HAN.test(text);
}

/** Whether a UTF-16 code unit is a Han ideograph of the basic plane. Quick test for hot loops. */
export function isHanUnit(unit: number): boolean {
  return (
    (unit >= 0x4e00 && unit <= 0x9fff) ||
    (unit >= 0x3400 && unit <= 0x4dbf) ||
    (unit >= 0xf900 && unit <= 0xfaff) ||
    unit === 0x3007 ||
    unit === 0x3005
  );
}

/** Whether a UTF-16 code unit takes two columns in a fixed-width setting (East Asian wide). */
export function isWideUnit(unit: number): boolean {
  return (
    (unit >= 0x2e80 && unit <= 0xd7ff) ||
    (unit >= 0xf900 && unit <= 0xfaff) ||
    (unit >= 0xfe30 && unit <= 0xfe4f) ||
    (unit >= 0xff00 && unit <= 0xff60) ||
    (unit >= 0xffe0 && unit <= 0xffe6) ||
    // The quotes, dash and ellipsis that Chinese shares with Latin are set wide in Chinese text.
    (unit >= 0x2014 && unit <= 0x2026)
  );
}

/** Whether a UTF-16 code unit is a high (leading) surrogate. */
function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}

/** Whether a UTF-16 code unit is a low (trailing) surrogate. */
function isLowSurrogate(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff;
}

const LOW_SURROGATE = /[\udc00-\udfff]/;

/** The number of Unicode code points in a string; a lone surrogate counts as one. */
export function countCodePoints(text: string): number {
  // Few texts have any pairs, and this looks for them in a fraction of the time.
  if (!LOW_SURROGATE.test(text)) return text.length;
  let count = text.length;
  for (let i = 1; i < text.length; i += 1) {
    if (isLowSurrogate(text.charCodeAt(i)) && isHighSurrogate(text.charCodeAt(i - 1))) count -= 1;
  }
  return count;
}

/** Moves an offset that would cut a surrogate pair back to the pair's start; clamps to the text. */
function snapToCodePoint(text: string, offset: number): number {
  const at = Math.max(0, Math.min(text.length, Math.trunc(offset) || 0));
  const cuts =
    at > 0 &&
    at < text.length &&
    isLowSurrogate(text.charCodeAt(at)) &&
    isHighSurrogate(text.charCodeAt(at - 1));
  return cuts ? at - 1 : at;
}

/** `text.slice(start, end)` in UTF-16 units that never cuts a surrogate pair (ends move back). */
export function sliceSafe(text: string, start: number, end: number = text.length): string {
  return text.slice(snapToCodePoint(text, start), snapToCodePoint(text, end));
}

/** Converts a UTF-16 offset into a code point offset. An offset inside a pair counts as its start. */
export function utf16ToCodePoint(text: string, offset: number): number {
  return countCodePoints(text.slice(0, snapToCodePoint(text, offset)));
}

/** Converts a code point offset into a UTF-16 offset; beyond the end it is the text's length. */
export function codePointToUtf16(text: string, offset: number): number {
  let at = 0;
  for (let left = offset; left > 0 && at < text.length; left -= 1) {
    const pair =
      isHighSurrogate(text.charCodeAt(at)) &&
      at + 1 < text.length &&
      isLowSurrogate(text.charCodeAt(at + 1));
    at += pair ? 2 : 1;
  }
  return at;
}

/** Columns a string takes in a fixed-width setting (wide characters two), counted up to `limit`. */
export function countColumns(text: string, limit: number = Number.POSITIVE_INFINITY): number {
  let columns = 0;
  for (let i = 0; i < text.length && columns < limit; i += 1) {
    columns += isWideUnit(text.charCodeAt(i)) ? 2 : 1;
  }
  return columns;
}

const CLOSING = new Set('。！？!?…．｡');
const PAUSING = new Set('，,、､');
const QUOTE_END = new Set('”’」』"\'〉》）)】］]〕');

/** Whether a character ends a sentence, full or half width. The plain `.` depends on context. */
export function isSentenceEnd(char: string): boolean {
  return CLOSING.has(char);
}

/** Whether a character is a comma or an enumeration comma, full or half width. */
export function isPause(char: string): boolean {
  return PAUSING.has(char);
}

/** Whether a character closes a quotation or bracket. */
export function isClosingMark(char: string): boolean {
  return QUOTE_END.has(char);
}
