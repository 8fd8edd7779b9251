const segmenter = new Intl.Segmenter('zh', { granularity: 'grapheme' });

/** The last edge between user-perceived characters at or before `offset` (UTF-16 code units). */
export function graphemeStart(text: string, offset: number): number {
  return edges(text, offset)[0];
}

/** The first edge between user-perceived characters at or after `offset` (UTF-16 code units). */
export function graphemeEnd(text: string, offset: number): number {
  return edges(text, offset)[1];
}

/** The user-perceived character that the code unit at `offset` belongs to. */
export function graphemeAt(text: string, offset: number): { start: number; end: number } {
  const start = graphemeStart(text, offset);
  return { start, end: graphemeEnd(text, start + 1) };
}

function edges(text: string, offset: number): [number, number] {
  if (offset <= 0 || offset >= text.length) return [offset, offset];
  // No cluster reaches over a line feed (Unicode Annex 29, GB4 and GB5), so one line is enough.
  const from = text.lastIndexOf('\n', offset - 1) + 1;
  const newline = text.indexOf('\n', offset);
  const line = text.slice(from, newline === -1 ? text.length : newline + 1);
  const segment = segmenter.segment(line).containing(offset - from);
  if (!segment || segment.index === offset - from) return [offset, offset];
  return [from + segment.index, from + segment.index + segment.segment.length];
}

/** Drops half of a surrogate pair at either end of a cut. */
export function withoutHalfPairs(cut: string): string {
  return cut.replace(/^[\uDC00-\uDFFF]/, '').replace(/[\uD800-\uDBFF]$/, '');
}
