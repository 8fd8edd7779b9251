import { isClosingMark, isSentenceEnd } from './segments';

/**
 * The sentence or sentences that a passage lies in, within its paragraphs: from behind the last end of
 * a sentence (or line) before it to the next one at or after its end, closing marks included.
 *
 * @returns UTF-16 offsets, end exclusive, without white space at either end
 */
export function sentenceAround(
  text: string,
  start: number,
  end: number,
): { start: number; end: number } {
  let from = start;
  while (from > 0) {
    const before = text[from - 1] ?? '';
    if (before === '\n' || isSentenceEnd(before)) break;
    if (isClosingMark(before) && endsBefore(text, from - 1)) break;
    from -= 1;
  }
  // A passage that ends with its sentence is not taken into the next.
  let to = Math.max(start, end - 1);
  while (to < text.length && text[to] !== '\n' && !isSentenceEnd(text[to] ?? '')) to += 1;
  while (to < text.length && isSentenceEnd(text[to] ?? '')) to += 1;
  while (to < text.length && isClosingMark(text[to] ?? '')) to += 1;
  to = Math.max(to, end);
  while (from < start && /\s/u.test(text[from] ?? '')) from += 1;
  while (to > end && /\s/u.test(text[to - 1] ?? '')) to -= 1;
  return { start: from, end: to };
}

/** Whether the closing marks up to and with `at` follow the end of a sentence. */
function endsBefore(text: string, at: number): boolean {
  let look = at;
  while (look >= 0 && isClosingMark(text[look] ?? '')) look -= 1;
  return look >= 0 && isSentenceEnd(text[look] ?? '');
}
