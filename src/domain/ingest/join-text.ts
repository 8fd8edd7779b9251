/** Puts the pieces of a paragraph together again. */

export interface Joined {
  text: string;
  /** Hyphens that were taken out because they only marked a word broken at a line's end. */
  mended: number;
}

/** Above all Latin letters and digits of the basic kind. */
const FIRST_WIDE = 0x2e80;
const WORD_END = /[A-Za-z\u00C0-\u024F][A-Za-z\u00C0-\u024F'’]*$/;

/**
 * Joins two pieces: nothing between Han characters, digits or punctuation, one space between Latin
 * words (also between a Latin word and a number). `commu-` + `nity` becomes `community`.
 */
export function joinPieces(before: string, after: string): Joined {
  // Before Chinese nothing is mended or set apart.
  if (after.charCodeAt(0) >= FIRST_WIDE) return { text: before + after, mended: 0 };
  // `e-commerce`: no word is parted after its first letter.
  if (/(?:^|[^A-Za-z])[A-Za-z]-$/.test(before) && /^[a-z]/.test(after))
    return { text: before + after, mended: 0 };
  if (/[a-z\u00DF-\u00FF]-$/.test(before) && /^[a-z\u00DF-\u00FF]/.test(after)) {
    return { text: before.slice(0, -1) + after, mended: 1 };
  }
  const latinBefore = /[A-Za-z\u00C0-\u024F]$/.test(before);
  const latinAfter = /^[A-Za-z\u00C0-\u024F]/.test(after);
  const spaced =
    (latinBefore && (latinAfter || /^\d/.test(after))) ||
    (latinAfter &&
      /(?:^|\s)[\d.,]+$/.test(before.slice(-12)) &&
      WORD_END.test(after.slice(0, 1))) ||
    (latinAfter && /[A-Za-z][,;:.!?]$/.test(before));
  return { text: spaced ? `${before} ${after}` : before + after, mended: 0 };
}
