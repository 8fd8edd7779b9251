import { align } from './align';

/**
 * A run of two texts side by side. The `equal` and `delete` runs in order are the old text, the
 * `equal` and `insert` runs the new.
 */
export interface TextChange {
  kind: 'equal' | 'delete' | 'insert';
  text: string;
  /** UTF-16 offset in the old text; of an insertion, where it would stand. */
  before: number;
  /** UTF-16 offset in the new text; of a deletion, where it would stand. */
  after: number;
}

/**
 * The differences of two texts for a display side by side: what was deleted stands before what was
 * inserted in its place, no run is empty and none cuts a surrogate pair. Passages that were
 * rewritten are replaced as a whole, the few characters they share by chance with them.
 */
export function changesBetween(before: string, after: string): TextChange[] {
  const changes: TextChange[] = [];
  let atA = 0;
  let atB = 0;
  const change = (kind: TextChange['kind'], text: string) => {
    if (text !== '') changes.push({ kind, text, before: atA, after: atB });
    if (kind !== 'insert') atA += text.length;
    if (kind !== 'delete') atB += text.length;
  };
  const end = { a: before.length, b: after.length, length: 0 };
  for (const block of [...align(before, after), end]) {
    change('delete', before.slice(atA, block.a));
    change('insert', after.slice(atB, block.b));
    change('equal', before.slice(block.a, block.a + block.length));
  }
  return changes;
}
