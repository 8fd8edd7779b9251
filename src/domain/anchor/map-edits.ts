import type { Anchor, Annotation, Paragraph } from '@domain/model';
import type { EditEffect } from '@domain/model-history';
import { createAnchor } from './anchor';
import type { TextEdits } from './edits';

/** UTF-16 offsets, end exclusive. */
interface Span {
  start: number;
  end: number;
}

/**
 * Where a range lies after edits. What is put in at its edge does not belong to it, what is put in
 * or replaced inside does, what is deleted makes it smaller.
 *
 * @returns `null` when all of it was deleted, or replaced together with something beside it
 */
export function mapSpan({ start, end }: Span, edits: TextEdits): Span | null {
  let from = start;
  let to = end;
  let shift = 0;
  for (const edit of edits) {
    if (edit.start >= end) break;
    const delta = edit.text.length - (edit.end - edit.start);
    if (edit.end <= start) {
      from += delta;
      to += delta;
    } else if (edit.start >= start && edit.end <= end) {
      // Inside: the new words stand for the old ones.
      to += delta;
    } else if (edit.start < start && edit.end >= end) {
      return null;
    } else if (edit.start < start) {
      from = edit.start + shift + edit.text.length;
      to += delta;
    } else {
      to = edit.start + shift;
    }
    shift += delta;
  }
  return from < to ? { start: from, end: to } : null;
}

export interface Mapped {
  annotation: Annotation;
  /** `null`: it has no place any more and keeps the anchor that held last. */
  anchor: Anchor | null;
}

export interface MappedAnnotations {
  /** Every placed annotation whose anchor is another now, if only in what surrounds it. */
  changes: Mapped[];
  /** What there is to tell; an annotation that stayed where it was has no effect. */
  effects: EditEffect[];
}

/** What edits do to annotations. Those without a place stay as they are. */
export function mapAnnotations(
  annotations: readonly Annotation[],
  after: string,
  edits: TextEdits,
): MappedAnnotations {
  const changes: Mapped[] = [];
  const effects: EditEffect[] = [];
  for (const annotation of annotations) {
    if (annotation.unplaced === true) continue;
    const { id, start, end, exact } = annotation;
    const tell = (effect: EditEffect['effect']) =>
      effects.push({ annotationId: id, effect, exact, start, end });
    const span = mapSpan(annotation, edits);
    if (span === null || after.slice(span.start, span.end).trim() === '') {
      changes.push({ annotation, anchor: null });
      tell('unplaced');
      continue;
    }
    const anchor = createAnchor(after, span.start, span.end);
    if (anchor.exact !== exact) tell('adjusted');
    else if (anchor.start !== start) tell('moved');
    if (!sameAnchor(annotation, anchor)) changes.push({ annotation, anchor });
  }
  return { changes, effects };
}

/** Whether two anchors name the same place by the same words. */
export function sameAnchor(a: Anchor, b: Anchor): boolean {
  return (
    a.start === b.start && a.exact === b.exact && a.prefix === b.prefix && a.suffix === b.suffix
  );
}

/**
 * The paragraphs of the text after edits: one per line. Each takes kind and source lines from the old
 * paragraph that it begins in; one that was joined to it adds its lines.
 *
 * @param inverse the edits that lead back to the text before
 */
export function mapParagraphs(
  paragraphs: readonly Paragraph[],
  after: string,
  inverse: TextEdits,
): Paragraph[] {
  const mapped: Paragraph[] = [];
  let start = 0;
  for (const line of after === '' ? [] : after.split('\n')) {
    const end = start + line.length;
    const first = paragraphs[indexAt(paragraphs, oldOffset(start, inverse, 'after'))];
    const last = paragraphs[indexAt(paragraphs, oldOffset(end, inverse, 'before'))];
    mapped.push({
      kind: first?.kind ?? 'body',
      start,
      end,
      firstLine: first?.firstLine ?? 0,
      lastLine: Math.max(first?.lastLine ?? 0, last?.lastLine ?? 0),
    });
    start = end + 1;
  }
  return mapped;
}

/** Where an offset of the new text was; between two places the one on the side given. */
function oldOffset(offset: number, inverse: TextEdits, side: 'before' | 'after'): number {
  let shift = 0;
  for (const { start, end, text } of inverse) {
    if (start > offset || (start === offset && side === 'before')) break;
    if (offset < end) {
      // Inside new words: they stand where the old ones stood.
      return start + shift + (side === 'before' ? 0 : Math.min(text.length, offset - start));
    }
    shift += text.length - (end - start);
  }
  return offset + shift;
}

function indexAt(paragraphs: readonly Paragraph[], offset: number): number {
  const found = paragraphs.findIndex((paragraph) => offset <= paragraph.end);
  return found === -1 ? paragraphs.length - 1 : found;
}
