import type { Paragraph } from '@domain/model';
import { type CursorStep, moveCursor } from './passage-cursor';
import { type Passage, trimPassage } from './text-offsets';

interface Step {
  side: 'start' | 'end';
  unit: CursorStep;
  direction: 1 | -1;
}

/**
 * A passage with one end moved on to where something else is covered than before: a step that only takes
 * in a paragraph's end, or white space, goes on. Null where nothing is left to take in or to give away.
 */
export function resized(
  text: string,
  paragraphs: readonly Paragraph[],
  passage: Passage,
  { side, unit, direction }: Step,
): Passage | null {
  for (let at = passage[side]; ; ) {
    const next = moveCursor(text, paragraphs, at, unit, direction);
    const moved = { ...passage, [side]: next };
    if (next === at || moved.start >= moved.end) return null;
    const covered = trimPassage(text, moved);
    if (covered !== null && (covered.start !== passage.start || covered.end !== passage.end)) {
      return covered;
    }
    at = next;
  }
}
