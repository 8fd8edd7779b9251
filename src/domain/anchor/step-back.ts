import type { Annotation } from '@domain/model';
import type { TextEdit, TextRevision } from '@domain/model-history';
import { createAnchor } from './anchor';
import { applyEdits, composeEdits, editsBetween, invertEdits, trimEdits } from './edits';
import { type MappedAnnotations, mapSpan, sameAnchor } from './map-edits';

interface Span {
  start: number;
  end: number;
}

export interface SteppedBack extends MappedAnnotations {
  /** From the text now to the text that comes back. */
  edits: TextEdit[];
}

/**
 * Leads a text and its annotations back through its revisions. What a revision moved, adjusted or
 * left without a place gets the very place that it had, unless it was placed otherwise since.
 *
 * @param revisions from the last one back to the one whose text before is wanted
 */
export function stepBack(
  now: string,
  annotations: readonly Annotation[],
  revisions: readonly TextRevision[],
): SteppedBack {
  const spans = new Map<string, Span | null>();
  for (const { id, start, end, unplaced } of annotations) {
    spans.set(id, unplaced === true ? null : { start, end });
  }
  let text = now;
  let edits: TextEdit[] = [];
  for (const revision of revisions) {
    const before = revision.before.text;
    const isKnown = applyEdits(before, revision.edits) === text;
    const forth = isKnown ? revision.edits : editsBetween(before, text);
    const back = invertEdits(before, forth);
    const effects = new Map(revision.effects.map((effect) => [effect.annotationId, effect]));
    for (const [id, span] of spans) {
      const effect = effects.get(id);
      const isAsLeft =
        effect !== undefined &&
        effect.effect !== 'placed' &&
        sameSpan(span, leftAt(effect, forth, text)) &&
        before.slice(effect.start, effect.end) === effect.exact;
      if (isAsLeft) spans.set(id, { start: effect.start, end: effect.end });
      else spans.set(id, span && mapSpan(span, back));
    }
    edits = composeEdits(edits, back);
    text = before;
  }
  return { edits: trimEdits(now, edits), ...changesOf(annotations, spans, text) };
}

/** Where a revision left an annotation. */
function leftAt(from: Span, edits: readonly TextEdit[], after: string): Span | null {
  const span = mapSpan(from, edits);
  if (span === null || after.slice(span.start, span.end).trim() === '') return null;
  const { start, end } = createAnchor(after, span.start, span.end);
  return { start, end };
}

function sameSpan(a: Span | null, b: Span | null): boolean {
  return a === null || b === null ? a === b : a.start === b.start && a.end === b.end;
}

function changesOf(
  annotations: readonly Annotation[],
  spans: ReadonlyMap<string, Span | null>,
  text: string,
): MappedAnnotations {
  const mapped: MappedAnnotations = { changes: [], effects: [] };
  for (const annotation of annotations) {
    const { id, exact, start, end } = annotation;
    const wasPlaced = annotation.unplaced !== true;
    const span = spans.get(id) ?? null;
    const isPlaced = span !== null && text.slice(span.start, span.end).trim() !== '';
    const anchor = isPlaced ? createAnchor(text, span.start, span.end) : null;
    if (anchor === null && !wasPlaced) continue;
    if (anchor === null || !wasPlaced || !sameAnchor(annotation, anchor)) {
      mapped.changes.push({ annotation, anchor });
    }
    const tell = (effect: 'placed' | 'adjusted' | 'moved' | 'unplaced') =>
      mapped.effects.push({ annotationId: id, effect, exact, start, end });
    if (anchor === null) tell('unplaced');
    else if (!wasPlaced) tell('placed');
    else if (anchor.exact !== exact) tell('adjusted');
    else if (anchor.start !== start) tell('moved');
  }
  return mapped;
}
