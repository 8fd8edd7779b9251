import { isClosingMark, isPause, isSentenceEnd } from '../text/segments';
import type { LineEnd } from './types';

const TRAILING_EMOJI = /(?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|\u200d|\ufe0f|\s){1,40}$/u;

/**
 * How a line ends. Full-width and half-width punctuation count alike; closing quotes and brackets
 * are looked through: `…。”` is closed, `…“四点半”` is only quoted.
 */
export function lineEnd(printed: string): LineEnd {
  // Posts put an emoji after the full stop.
  const text = mayEndInEmoji(printed) ? withoutEmoji(printed) : printed;
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

/** A quick test: emoji are symbols or pairs of units, followed perhaps by joiners or spaces. */
function mayEndInEmoji(text: string): boolean {
  const unit = text.charCodeAt(text.length - 1);
  if (unit <= 0x20 || unit === 0xa9 || unit === 0xae) return true;
  if (unit >= 0x2010 && unit <= 0x2bff) return unit < 0x2018 || unit > 0x2026;
  return (
    unit === 0x3030 || unit === 0x303d || unit === 0x3297 || unit === 0x3299 || isPairOrJoiner(unit)
  );
}

function isPairOrJoiner(unit: number): boolean {
  return (unit >= 0xd800 && unit <= 0xdfff) || unit === 0xfe0f || unit === 0xfeff;
}

function withoutEmoji(text: string): string {
  const tail = text.slice(-40);
  return text.slice(0, text.length - tail.length) + tail.replace(TRAILING_EMOJI, '');
}

/** `…三百人。（某某）`: the bracket comes after the full stop, so the paragraph is finished. */
function closesAfterRemark(text: string): boolean {
  if (!/[）)]$/.test(text)) return false;
  const tail = text.slice(-80);
  const open = Math.max(tail.lastIndexOf('（'), tail.lastIndexOf('('));
  return open > 0 && /[。！？!?…”]/.test(tail.slice(0, open).trimEnd().slice(-1));
}

function isNumberDot(text: string, at: number): boolean {
  return at < 4 && /\d/.test(text.charAt(at - 1));
}

/** Whether the line, short as it is, ends a bracket that was opened before it (`王敏）`). */
export function closesBracketOnly(text: string): boolean {
  if (text.length > 40) return false;
  if (endsWithBracket(text)) return !/[（(]/.test(text);
  return lastBeforeStop(text) === '》' && !/[（(《]/.test(text);
}

/** Whether the text ends with a closing round bracket, a full stop after it or not. */
export function endsWithBracket(text: string): boolean {
  const last = lastBeforeStop(text);
  return last === '）' || last === ')';
}

/** The last character that is no full stop; only one full stop is looked over. */
function lastBeforeStop(text: string): string {
  const last = text.charAt(text.length - 1);
  return last === '。' || last === '.' ? text.charAt(text.length - 2) : last;
}

/** Whether the line opens a bracket or title mark that it does not close. */
export function leavesBracketOpen(text: string): boolean {
  // Of each pair the last one counts.
  let titleClosed = false;
  let bracketClosed = false;
  const stop = Math.max(0, text.length - 200);
  for (let at = text.length - 1; at >= stop; at -= 1) {
    switch (text.charCodeAt(at)) {
      case TITLE_OPEN:
        if (!titleClosed) return true;
        break;
      case TITLE_CLOSE:
        titleClosed = true;
        break;
      case WIDE_OPEN:
      case NARROW_OPEN:
        if (!bracketClosed) return true;
        break;
      case WIDE_CLOSE:
      case NARROW_CLOSE:
        bracketClosed = true;
    }
  }
  return false;
}

const TITLE_OPEN = 0x300a;
const TITLE_CLOSE = 0x300b;
const WIDE_OPEN = 0xff08;
const WIDE_CLOSE = 0xff09;
const NARROW_OPEN = 0x28;
const NARROW_CLOSE = 0x29;
