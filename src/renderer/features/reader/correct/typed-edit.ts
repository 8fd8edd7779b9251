import type { TextEdit } from '@domain/model-history';

/**
 * What was typed to make `after` of `before`: with the caret known, exactly what, also among equal
 * characters. UTF-16 units.
 *
 * @param caret where the caret stands in `after`
 */
export function typedEdit(before: string, after: string, caret: number): TextEdit {
  // What stands behind the caret was there before, unless a redo or a drop put it there.
  const tail = after.length - caret;
  const isBehind = tail <= before.length && before.endsWith(after.slice(caret));
  const most = Math.min(before.length, after.length);
  const kept = isBehind ? tail : sameTail(before, after, most);
  let start = 0;
  const limit = most - kept;
  while (start < limit && before[start] === after[start]) start += 1;
  if (start > 0 && /[\uD800-\uDBFF]/.test(before[start - 1] ?? '')) start -= 1;
  return { start, end: before.length - kept, text: after.slice(start, after.length - kept) };
}

function sameTail(before: string, after: string, most: number): number {
  let length = 0;
  while (length < most && before.at(-1 - length) === after.at(-1 - length)) length += 1;
  return length > 0 && /[\uDC00-\uDFFF]/.test(before.at(-length) ?? '') ? length - 1 : length;
}
