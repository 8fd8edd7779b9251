import type { TextEdit } from '@domain/model-history';
import { changesBetween } from '@domain/similar/text-changes';

/**
 * Edits of a text: in order, without overlap, each replacing `[start, end)` of the text before
 * (UTF-16 units). Two of them never touch: what is next to one another is one edit.
 */
export type TextEdits = readonly TextEdit[];

/** From so many characters in the place of so many on, a replacement is looked at closely. */
export const REPLACED = 40;

/** The text after the edits. */
export function applyEdits(before: string, edits: TextEdits): string {
  let after = '';
  let at = 0;
  for (const edit of edits) {
    after += before.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return after + before.slice(at);
}

/** What takes the edits back: edits of the text after them. */
export function invertEdits(before: string, edits: TextEdits): TextEdit[] {
  let shift = 0;
  return edits.map(({ start, end, text }) => {
    const from = start + shift;
    shift += text.length - (end - start);
    return { start: from, end: from + text.length, text: before.slice(start, end) };
  });
}

/** The differences of two texts as edits; used where nobody knows what was really typed. */
export function editsBetween(before: string, after: string): TextEdit[] {
  const edits: TextEdit[] = [];
  for (const change of changesBetween(before, after)) {
    if (change.kind === 'equal') continue;
    const last = edits.at(-1);
    const end = change.before + (change.kind === 'delete' ? change.text.length : 0);
    const text = change.kind === 'insert' ? change.text : '';
    if (last === undefined || last.end < change.before) {
      edits.push({ start: change.before, end, text });
    } else {
      last.end = end;
      last.text += text;
    }
  }
  return trimEdits(before, edits);
}

/**
 * Edits without what they replace by itself at their ends, so that typing something and taking it
 * back leaves nothing. No edit begins or ends inside a surrogate pair.
 */
export function trimEdits(before: string, edits: TextEdits): TextEdit[] {
  const trimmed: TextEdit[] = [];
  for (const { start, end, text } of edits) {
    const old = before.slice(start, end);
    let head = 0;
    while (head < Math.min(old.length, text.length) && old[head] === text[head]) head += 1;
    if (head > 0 && isHigh(old.charCodeAt(head - 1))) head -= 1;
    let tail = 0;
    const most = Math.min(old.length, text.length) - head;
    while (tail < most && old[old.length - 1 - tail] === text[text.length - 1 - tail]) tail += 1;
    if (tail > 0 && isLow(old.charCodeAt(old.length - tail))) tail -= 1;
    const edit = {
      start: start + head,
      end: end - tail,
      text: text.slice(head, text.length - tail),
    };
    if (edit.start < edit.end || edit.text !== '') trimmed.push(edit);
  }
  return trimmed;
}

/**
 * Edits in which what was put in the place of much text is only where the two differ, so that what stands
 * in both counts as not touched: for a text that was taken out, corrected elsewhere and put back.
 */
export function refineEdits(before: string, edits: TextEdits): TextEdit[] {
  return edits.flatMap((edit) => {
    const old = before.slice(edit.start, edit.end);
    if (Math.min(old.length, edit.text.length) < REPLACED) return [edit];
    return editsBetween(old, edit.text).map(({ start, end, text }) => ({
      start: edit.start + start,
      end: edit.start + end,
      text,
    }));
  });
}

/** One list of edits of the text before `first` that does what `first` and then `second` do. */
export function composeEdits(first: TextEdits, second: TextEdits): TextEdit[] {
  const composed: TextEdit[] = [];
  let i = 0;
  let j = 0;
  /** By how much `first` has moved what lies behind the edits seen so far. */
  let shift = 0;
  for (;;) {
    const startOf = (edit: TextEdit | undefined, moved: number) =>
      edit === undefined ? Number.POSITIVE_INFINITY : edit.start + moved;
    // Offsets in the text between the two lists; edits that touch there become one.
    const from = Math.min(startOf(first[i], shift), startOf(second[j], 0));
    if (from === Number.POSITIVE_INFINITY) return composed;
    const shiftBefore = shift;
    let to = from;
    let middle = '';
    const later: TextEdit[] = [];
    for (;;) {
      const a = first[i];
      const b = second[j];
      if (a !== undefined && a.start + shift <= to) {
        const start = a.start + shift;
        // What `first` has left alone here is deleted by `second`, or it would not be in this run.
        middle = middle.padEnd(start - from, ' ') + a.text;
        shift += a.text.length - (a.end - a.start);
        to = Math.max(to, start + a.text.length);
        i += 1;
      } else if (b !== undefined && b.start <= to) {
        later.push({ ...b, start: b.start - from, end: b.end - from });
        to = Math.max(to, b.end);
        j += 1;
      } else break;
    }
    const text = applyEdits(middle.padEnd(to - from, ' '), later);
    composed.push({ start: from - shiftBefore, end: to - shift, text });
  }
}

function isHigh(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}

function isLow(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff;
}
