import type { FileView } from './context';

/** So many characters of text are compared with. */
const REACH = 400;
/** What is said of a word or two, whose pairs tell nothing. */
const UNKNOWN = 0.3;
/** As long as this a line that ends open is the first half of a text. */
const CUT_LENGTH = 30;
/** Text that begins further away has nothing to do with the line. */
const MAX_LINES = 12;

/** Share of a line's character pairs that the running text after it uses, 0 to 1. Found once a line. */
export function sharedWithText(view: FileView, index: number): number {
  const memo = view.memos.shared;
  if (Number.isNaN(memo[index])) memo[index] = findShared(view, index);
  return memo[index] ?? 0;
}

function findShared({ lines, layout, nextText }: FileView, index: number): number {
  const from = nextText[index] ?? -1;
  if (from < 0 || from - index > MAX_LINES) return 0;
  const words = (lines[index]?.text ?? '').replace(/[\s\p{P}\p{S}]+/gu, '');
  if (words.length < 3) return UNKNOWN;
  let text = '';
  for (let i = from; text.length < REACH && i < lines.length; i += 1) {
    text += (lines[i]?.text ?? '').slice(0, REACH);
    // What is cut there goes on.
    const isCut = lines[i]?.end === 'open' && (lines[i]?.length ?? 0) >= CUT_LENGTH;
    if (!layout.isFull(i) && !isCut) break;
  }
  let found = 0;
  for (let i = 0; i + 1 < words.length; i += 1)
    if (text.includes(words.slice(i, i + 2))) found += 1;
  return found / (words.length - 1);
}
