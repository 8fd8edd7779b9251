/**
 * A long text is read in windows, so that what is worked out about its lines never takes more memory
 * than one window's worth. A window ends at a line's end.
 */

export interface TextWindow {
  text: string;
  /** Offset of its first character in the whole text. */
  offset: number;
  /** 1-based line with which it begins. */
  firstLine: number;
  /** It reaches to the end of the text. */
  isLast: boolean;
}

/** Lines in a window, unless a single article is longer. */
export const WINDOW_LINES = 20_000;
/** UTF-16 units after which a window ends although it has fewer lines. */
const WINDOW_LENGTH = 4_000_000;

const LF = 10;
const CR = 13;

/** Cuts the window of about `lines` lines that begins at `offset`. */
export function takeWindow(
  text: string,
  offset: number,
  firstLine: number,
  lines: number,
): TextWindow {
  const longest = (WINDOW_LENGTH / WINDOW_LINES) * Math.max(lines, WINDOW_LINES);
  // Every line has a character at least: a text this short is one window.
  if (text.length - offset < Math.min(lines, longest)) {
    return { text: offset === 0 ? text : text.slice(offset), offset, firstLine, isLast: true };
  }
  let count = 0;
  for (let at = offset; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit !== LF && unit !== CR) continue;
    if (unit === CR && text.charCodeAt(at + 1) === LF) at += 1;
    count += 1;
    if (at + 1 >= text.length) break;
    if (count >= lines || at - offset >= longest) {
      return { text: text.slice(offset, at + 1), offset, firstLine, isLast: false };
    }
  }
  return { text: offset === 0 ? text : text.slice(offset), offset, firstLine, isLast: true };
}

/** Offset at which line `line` begins; the window must hold it. */
export function offsetOfLine({ text, offset, firstLine }: TextWindow, line: number): number {
  let left = line - firstLine;
  let at = 0;
  for (; left > 0 && at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit !== LF && unit !== CR) continue;
    if (unit === CR && text.charCodeAt(at + 1) === LF) at += 1;
    left -= 1;
  }
  return offset + at;
}

/** The number of lines, the last one counted even if it is empty. */
export function countLines(text: string): number {
  let count = 1;
  if (!text.includes('\r')) {
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count += 1;
    return count;
  }
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit === LF || (unit === CR && text.charCodeAt(at + 1) !== LF)) count += 1;
  }
  return count;
}
