/** Where two lines of the source meet in a paragraph. */
export interface Seam {
  /** UTF-16 offset in the paragraph's text at which the line begins. */
  offset: number;
  /** 1-based line that begins here. */
  line: number;
}

/**
 * Finds where in a paragraph's text the lines that it was put together from begin. What differs
 * (white space, hyphens that were mended, markup that was taken off, repaired punctuation) is passed
 * over; from a line whose words do not agree on there are no more seams.
 */
export function seamsOf(
  text: string,
  lines: readonly { line: number; text: string }[],
): readonly Seam[] {
  const seams: Seam[] = [];
  let at = 0;
  for (const { line, text: lineText } of lines) {
    const end = match(text, at, lineText);
    if (end === null) break;
    if (at > 0) seams.push({ offset: skipSpace(text, at), line });
    at = end;
  }
  return seams;
}

/** Where the words of a line end in the text, beginning at `from`; `null` when they are others. */
function match(text: string, from: number, line: string): number | null {
  let at = from;
  for (const char of line) {
    if (/\s/.test(char)) continue;
    at = skipSpace(text, at);
    const there = String.fromCodePoint(text.codePointAt(at) ?? 0);
    const isHere = at < text.length && (there === char || (isPoint(there) && isPoint(char)));
    if (isHere) at += there.length;
    else if (!isPoint(char)) return null;
  }
  return at;
}

function skipSpace(text: string, from: number): number {
  let at = from;
  while (at < text.length && /\s/.test(text[at] ?? '')) at += 1;
  return at;
}

function isPoint(char: string): boolean {
  return !/[\p{L}\p{N}]/u.test(char);
}
