/** A text by its lines (1-based, parted by LF) without a copy of every line. */
export interface Lines {
  count: number;
  /** Empty for a line that is not there. */
  text(line: number): string;
  isBlank(line: number): boolean;
}

/** One pass over the text; afterwards each line is found at once, also in a file of 200 MB. */
export function linesOf(text: string): Lines {
  const starts: number[] = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  // A line break at the very end begins no line.
  if (text.endsWith('\n')) starts.pop();
  const lineText = (line: number): string => {
    const start = starts[line - 1];
    if (start === undefined) return '';
    const next = starts[line];
    const end = next === undefined ? text.length : next - 1;
    return text.slice(start, next === undefined && text.endsWith('\n') ? end - 1 : end);
  };
  return { count: starts.length, text: lineText, isBlank: (line) => !/\S/.test(lineText(line)) };
}
