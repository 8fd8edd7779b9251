import type { Repaired } from './repair';
import { isHanAt, isHanBefore, isWideMark, isWordAt } from './repair-neighbours';

const WIDE: Readonly<Record<string, string>> = {
  ',': '，',
  '.': '。',
  ':': '：',
  ';': '；',
  '?': '？',
  '!': '！',
};

const PLAIN = '[^\\s\\u2014-\\u2026\\u2e80-\\uffef]';
/** Web and mail addresses, entities, and paths and names with an extension. */
const PROTECTED = new RegExp(
  [
    `\\b(?:https?|ftp|file):\\/\\/${PLAIN}+`,
    `\\bwww\\.${PLAIN}+`,
    '(?<![\\w.+-])[\\w.+-]+@[\\w-]+(?:\\.[\\w-]+)+',
    '&#?\\w+;',
    '\\b[A-Za-z]:\\\\\\S*',
    // The words of a Markdown link stay bound to its address.
    '\\]\\([^)]{0,500}\\)',
  ].join('|'),
  'g',
);
const CLOSING = new Set('”’');
const ANY_MARK = /[,.:;?!()"'-]/;

/**
 * Makes half-width marks full-width where they stand beside Han characters: never inside numbers,
 * Latin words, addresses and file names. Brackets and straight quotes are changed in pairs.
 */
export function widenPunctuation(line: string): Repaired {
  if (!ANY_MARK.test(line)) return { text: line, changes: 0 };
  const edits = new Edits(line);
  pairBrackets(edits);
  pairQuotes(edits);
  let out = '';
  // What stands written before: looking into `out` itself would copy it each time.
  let chinese = false;
  for (let at = 0; at < line.length; ) {
    const edit: Edit | null =
      edits.at(at) ?? runAt(edits, at, chinese) ?? markAt(edits, at, chinese);
    const next: string = edit?.to ?? String.fromCodePoint(line.codePointAt(at) ?? 0);
    if (edit) edits.changes += 1;
    out += next;
    at += edit?.length ?? next.length;
    // A closing quote passes on what it closes.
    if (!CLOSING.has(next)) chinese = isHanAt(next, 0) || isWideMark(next.charCodeAt(0));
  }
  return { text: out, changes: edits.changes };
}

interface Edit {
  to: string;
  /** UTF-16 units that are replaced. */
  length: number;
}

/** A line with its protected places and the edits that are known beforehand. */
class Edits {
  changes = 0;
  private readonly spans: (readonly [start: number, end: number])[];
  private readonly known = new Map<number, string>();

  constructor(readonly line: string) {
    this.spans = [...line.matchAll(PROTECTED)].map((m) => [m.index, m.index + m[0].length]);
  }

  isProtected(at: number): boolean {
    let low = 0;
    let high = this.spans.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.spans[middle]?.[1] ?? 0) <= at) low = middle + 1;
      else high = middle;
    }
    return (this.spans[low]?.[0] ?? at + 1) <= at;
  }

  set(at: number, to: string): void {
    this.known.set(at, to);
  }

  at(at: number): Edit | null {
    const to = this.known.get(at);
    return to === undefined ? null : { to, length: 1 };
  }
}

function hasHan(text: string): boolean {
  return /\p{Script=Han}/u.test(text);
}

function pairBrackets(edits: Edits): void {
  const { line } = edits;
  const open: { at: number; han: number }[] = [];
  const lone: number[] = [];
  let han = 0;
  for (let at = 0; at < line.length; at += 1) {
    const char = line.charAt(at);
    if (isHanAt(line, at)) han += 1;
    if ((char !== '(' && char !== ')') || edits.isProtected(at)) continue;
    if (char === '(') open.push({ at, han });
    else {
      const from = open.pop();
      if (from === undefined) lone.push(at);
      else if (han > from.han || isBesideHan(line, from.at, at)) {
        edits.set(from.at, '（');
        edits.set(at, '）');
      }
    }
  }
  // The partner may be full-width already, or on another line; `1)` and smileys stay.
  for (const { at } of open) if (isHanAt(line, at + 1)) edits.set(at, '（');
  for (const at of lone) if (isHanBefore(line, at)) edits.set(at, '）');
}

/** Whether Han stands right outside of a pair. */
function isBesideHan(line: string, from: number, to: number): boolean {
  return isHanBefore(line, from) || isHanAt(line, to + 1);
}

/** Straight quotes are paired in their order; a line with an odd one is left alone. */
function pairQuotes(edits: Edits): void {
  const { line } = edits;
  const doubles: number[] = [];
  const singles: number[] = [];
  for (let at = 0; at < line.length; at += 1) {
    const char = line.charAt(at);
    if ((char !== '"' && char !== "'") || edits.isProtected(at)) continue;
    if (char === '"') doubles.push(at);
    // An apostrophe or a sign for feet or minutes is no quote.
    else if (!isWordAt(line, at - 1) || !isWordAt(line, at + 1)) singles.push(at);
  }
  for (const [places, left, right] of [
    [doubles, '“', '”'],
    [singles, '‘', '’'],
  ] as const) {
    if (places.length % 2 === 1) continue;
    for (let i = 0; i < places.length; i += 2) {
      const from = places[i] ?? 0;
      const to = places[i + 1] ?? 0;
      if (!hasHan(line.slice(from + 1, to)) && !isBesideHan(line, from, to)) continue;
      edits.set(from, left);
      edits.set(to, right);
    }
  }
}

/**
 * Three to six dots are an ellipsis, two or three hyphens a dash. `chinese`: what stands before is Han
 * or a mark that only Chinese has.
 */
function runAt(edits: Edits, at: number, chinese: boolean): Edit | null {
  const { line } = edits;
  const char = line.charAt(at);
  if ((char !== '.' && char !== '-') || line.charAt(at - 1) === char) return null;
  let end = at;
  while (line.charAt(end) === char) end += 1;
  const length = end - at;
  if (edits.isProtected(at) || !(chinese || isHanAt(line, end))) return null;
  if (char === '.') {
    // Dots that lead to a page number are no ellipsis.
    const leader = /^\s*\d/.test(line.slice(end, end + 8));
    return length >= 3 && length <= 6 && !leader ? { to: '……', length } : null;
  }
  return length >= 2 && length <= 3 && !isWordAt(line, end) ? { to: '——', length } : null;
}

function markAt(edits: Edits, at: number, chinese: boolean): Edit | null {
  const { line } = edits;
  const char = line.charAt(at);
  const to = WIDE[char];
  if (to === undefined || edits.isProtected(at)) return null;
  if (char === '.') {
    // A dot after a number or a word is theirs (`1.`), and before one it begins an extension.
    const alone = line.charAt(at - 1) !== '.' && line.charAt(at + 1) !== '.';
    return chinese && alone && !isWordAt(line, at + 1) ? { to, length: 1 } : null;
  }
  // `![` is a Markdown image.
  if (char === '!' && line.charAt(at + 1) === '[') return null;
  return chinese || isHanAt(line, at + 1) ? { to, length: 1 } : null;
}
