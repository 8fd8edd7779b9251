import type { Annotation } from '@domain/model';
import type { Passage } from './text-offsets';

/** What an annotating key is about: a place, and the annotation that lies exactly there already. */
export interface Target extends Passage {
  existing: Annotation | null;
}

interface Situation {
  /** What is selected in the text. */
  passage: Passage | null;
  selectedId: string | null;
  /** The current paragraph. */
  paragraph: Passage | null;
}

/** The selected passage, or else the selected annotation, or else the current paragraph. */
export function targetOf(
  { passage, selectedId, paragraph }: Situation,
  annotations: readonly Annotation[],
): Target | null {
  const selected = annotations.find(({ id }) => id === selectedId) ?? null;
  if (passage === null && selected !== null) {
    return { start: selected.start, end: selected.end, existing: selected };
  }
  const place = passage ?? paragraph;
  if (place === null || place.start >= place.end) return null;
  const { start, end } = place;
  const same = annotations.filter((one) => one.start === start && one.end === end);
  return { start, end, existing: same.find((one) => one === selected) ?? same[0] ?? null };
}

/** The annotations over a character, the shortest first. */
export function annotationsAt(annotations: readonly Annotation[], offset: number): Annotation[] {
  return annotations
    .filter(({ start, end }) => start <= offset && offset < end)
    .sort((a, b) => a.end - a.start - (b.end - b.start));
}

/**
 * What can be chosen instead of the selected annotation (itself included): what lies at a place in it,
 * or, when the place is elsewhere, what shares a character with it. The shortest come first.
 */
export function annotationsWith(
  annotations: readonly Annotation[],
  selected: Annotation,
  place: number | null,
): Annotation[] {
  const { start, end } = selected;
  if (place !== null && start <= place && place < end) return annotationsAt(annotations, place);
  return annotations
    .filter((one) => one.start < end && one.end > start)
    .sort((a, b) => a.end - a.start - (b.end - b.start));
}

/** The one to select when a character is clicked: each click takes the next of those that lie there. */
export function nextAt(
  annotations: readonly Annotation[],
  offset: number,
  selectedId: string | null,
): Annotation | null {
  const there = annotationsAt(annotations, offset);
  const current = there.findIndex(({ id }) => id === selectedId);
  return there[(current + 1) % there.length] ?? null;
}

/** The annotation after or before the selected one, or else after or before a place. */
export function neighbourOf(
  annotations: readonly Annotation[],
  selectedId: string | null,
  offset: number,
  direction: 1 | -1,
): Annotation | null {
  const current = annotations.findIndex(({ id }) => id === selectedId);
  if (current !== -1) return annotations[current + direction] ?? null;
  return (
    (direction === 1
      ? annotations.find(({ start }) => start >= offset)
      : annotations.findLast(({ start }) => start < offset)) ?? null
  );
}

/** The indexes of the paragraphs that an annotation covers exactly. */
export function wholeParagraphs(
  paragraphs: readonly Passage[],
  annotations: readonly Passage[],
): ReadonlySet<number> {
  const keys = new Set(annotations.map(({ start, end }) => `${start}-${end}`));
  return new Set(
    paragraphs.flatMap(({ start, end }, index) => (keys.has(`${start}-${end}`) ? [index] : [])),
  );
}
