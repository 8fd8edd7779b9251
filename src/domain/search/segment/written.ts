/**
 * Of places where a text stands when folded, those where it stands exactly as written.
 *
 * @param text what the places are in
 * @param starts offsets, ascending
 */
export function keepWritten(text: string, literal: string, starts: Uint32Array): Uint32Array {
  return starts.filter((start) => text.startsWith(literal, start));
}
