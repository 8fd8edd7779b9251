/**
 * Finds at which line each child of a container in a JSON text begins.
 * @param text valid JSON (RFC 8259)
 * @param path keys from the root to the container; empty for the root itself
 * @returns 1-based lines in order; of a key that occurs twice the last counts, as in `JSON.parse`
 */
export function childLines(text: string, path: readonly string[]): number[] {
  let lines: number[] = [];
  let line = 1;
  /** Open containers, the innermost last; true for an object. A stack, so that depth is no danger. */
  const open: boolean[] = [];
  /** How many of the open containers, from the root, lie on the path. */
  let onPath = 0;
  /** The key just read belongs to the path. */
  let isStep = true;
  let valueNext = true;
  for (let i = 0; i < text.length; i += 1) {
    const char = text.charCodeAt(i);
    if (char === 0x0a) line += 1;
    if (char <= 0x20) continue;
    if (char === 0x2c /* , */) {
      valueNext = open[open.length - 1] === false;
      continue;
    }
    if (char === 0x3a /* : */) {
      valueNext = true;
      continue;
    }
    if (char === 0x7d /* } */ || char === 0x5d /* ] */) {
      open.pop();
      onPath = Math.min(onPath, open.length);
      valueNext = false;
      continue;
    }
    if (valueNext && open.length === path.length + 1 && onPath === open.length) lines.push(line);
    if (char === 0x7b /* { */ || char === 0x5b /* [ */) {
      if (onPath === open.length && isStep && onPath <= path.length) {
        onPath += 1;
        if (onPath === path.length + 1) lines = [];
      }
      open.push(char === 0x7b);
      isStep = false;
      valueNext = char === 0x5b;
    } else if (char === 0x22 /* " */) {
      const end = endOfString(text, i);
      if (!valueNext && onPath === open.length && onPath <= path.length) {
        isStep = JSON.parse(text.slice(i, end + 1)) === path[onPath - 1];
      } else {
        isStep = false;
      }
      i = end;
      valueNext = false;
    } else {
      valueNext = false;
    }
  }
  return lines;
}

/** Index of the quote that closes the string opened at `start`. */
function endOfString(text: string, start: number): number {
  let i = start + 1;
  while (i < text.length) {
    const char = text.charCodeAt(i);
    if (char === 0x22) return i;
    i += char === 0x5c /* \ */ ? 2 : 1;
  }
  return text.length - 1;
}
