import { PARAGRAPH_KINDS, type ParagraphKind } from '../../model';
import type { IndexedParagraph } from './segment';
import { type ByteSink, writeVarint } from './varint';

/** Paragraphs as three varints each: kind, distance from the end before (zigzag), length. */

export function writeParagraphs(sink: ByteSink, paragraphs: readonly IndexedParagraph[]): void {
  sink.reserve(paragraphs.length * 15);
  let before = 0;
  for (const { kind, start, end } of paragraphs) {
    const gap = start - before;
    sink.length = writeVarint(sink.bytes, sink.length, PARAGRAPH_KINDS.indexOf(kind));
    sink.length = writeVarint(sink.bytes, sink.length, gap < 0 ? -2 * gap - 1 : 2 * gap);
    sink.length = writeVarint(sink.bytes, sink.length, end - start);
    before = end;
  }
}

/** @returns those that were written to the bytes `[start, end)` */
export function paragraphsAt(bytes: Uint8Array, start: number, end: number): IndexedParagraph[] {
  const paragraphs: IndexedParagraph[] = [];
  let at = start;
  let before = 0;
  const next = () => {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[at++] as number;
      value |= (byte & 0x7f) << shift;
      if (byte < 0x80) return value >>> 0;
    }
  };
  while (at < end) {
    const kind = PARAGRAPH_KINDS[next()] as ParagraphKind;
    const zigzag = next();
    const from = before + (zigzag % 2 === 0 ? zigzag / 2 : -(zigzag + 1) / 2);
    before = from + next();
    paragraphs.push({ kind, start: from, end: before });
  }
  return paragraphs;
}
