import { isClosingMark, isPause, isSentenceEnd } from '../text/segments';
import type { LineEnd } from './types';

const TRAILING_EMOJI = /(?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|\u200d|\ufe0f|\s){1,40}$/u;

/**
 * How a line ends. Full-width and half-width punctuation count alike; closing quotes and brackets
 * are looked through: `…。”` is closed, `…“四点半”` is only quoted.
 */
export function lineEnd(printed: string): LineEnd {
  // Posts put an emoji after the full stop.
  const tail = printed.slice(-40);
  const text = printed.slice(0, printed.length - tail.length) + tail.replace(TRAILING_EMOJI, '');
  let at = text.length - 1;
  const stop = Math.max(0, at - 4);
  while (at > stop && isClosingMark(text.charAt(at))) at -= 1;
  const char = text.charAt(at);
  if (isSentenceEnd(char) || (char === '.' && !isNumberDot(text, at))) return 'closed';
  if (at < text.length - 1) return closesAfterRemark(text) ? 'closed' : 'quoted';
  if (isPause(char)) return 'pause';
  if (char === '；' || char === ';') return 'semicolon';
  if (char === '：' || char === ':') return 'colon';
  return 'open';
}

/** `…三百人。（某某）`: the bracket comes after the full stop, so the paragraph is finished. */
function closesAfterRemark(text: string): boolean {
  if (!/[）)]$/.test(text)) return false;
  const tail = text.slice(-80);
  const open = Math.max(tail.lastIndexOf('（'), tail.lastIndexOf('('));
  return open > 0 && /[。！？!?…”]/.test(tail.charAt(open - 1));
}

function isNumberDot(text: string, at: number): boolean {
  return at < 4 && /\d/.test(text.charAt(at - 1));
}

/** Whether the line, short as it is, ends a bracket that was opened before it (`王敏）`). */
export function closesBracketOnly(text: string): boolean {
  return text.length <= 40 && /[）)》][。.]?$/.test(text) && !/[（(《]/.test(text);
}

/** Whether the line opens a bracket or title mark that it does not close. */
export function leavesBracketOpen(text: string): boolean {
  const tail = text.slice(-200);
  return (
    tail.lastIndexOf('《') > tail.lastIndexOf('》') ||
    Math.max(tail.lastIndexOf('（'), tail.lastIndexOf('(')) >
      Math.max(tail.lastIndexOf('）'), tail.lastIndexOf(')'))
  );
}
