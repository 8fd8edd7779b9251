import type { PatternPart } from '../ast';
import type { ArticleSpec } from './archive';

/* How the second evaluation reads texts. */

export type Range = [start: number, end: number];

const ENDS = '。！？!?…．｡';
const CLOSERS = '”’」』"\'〉》）)】]］〕';

export function paragraphsOf({ text = '', kinds = [] }: ArticleSpec) {
  let start = 0;
  return text.split('\n').map((line, index) => {
    const paragraph = { kind: kinds[index] ?? 'body', start, end: start + line.length };
    start = paragraph.end + 1;
    return paragraph;
  });
}

export function everywhere(text: string, wanted: string): Range[] {
  return [...text.split('').keys()]
    .filter((at) => text.startsWith(wanted, at))
    .map((at) => [at, at + wanted.length]);
}

/** Whether no Latin word goes on across an offset. */
export function isBorder(text: string, at: number): boolean {
  return !/^[\p{Script=Latin}\p{M}\p{Nd}_]{2}$/u.test(text.slice(Math.max(0, at - 1), at + 1));
}

/** From each place all lengths are tried, the shortest first. */
export function shortest(text: string, parts: readonly PatternPart[]): Range[] {
  const starts = [...text.split('').keys()];
  return starts.flatMap((start): Range[] => {
    const ends = starts.map((at) => at + 1).filter((end) => end > start);
    const end = ends.find((at) => fits(text.slice(start, at), parts));
    return end === undefined ? [] : [[start, end]];
  });
}

function fits(text: string, [part, ...rest]: readonly PatternPart[]): boolean {
  if (part === undefined) return text === '';
  if ('text' in part) return text.startsWith(part.text) && fits(text.slice(part.text.length), rest);
  const [first] = [...text];
  if (part.any === 'one') {
    return first !== undefined && first !== '\n' && fits(text.slice(first.length), rest);
  }
  const lengths = [...Array(Math.min(30, text.length) + 1).keys()];
  return lengths.some(
    (length) => !/[\n。！？!?…．｡]/.test(text.slice(0, length)) && fits(text.slice(length), rest),
  );
}

/** For every character the number of its sentence. */
export function sentences(text: string): number[] {
  let number = 0;
  // In a sentence, at the marks that end it, at the marks that close behind these.
  let state: 'in' | 'ends' | 'closes' = 'in';
  return text.split('').map((char) => {
    const isEnd = ENDS.includes(char);
    if (state === 'ends' && !isEnd && !CLOSERS.includes(char)) number += 1;
    if (state === 'closes' && !CLOSERS.includes(char)) number += 1;
    const closes = state !== 'in' && CLOSERS.includes(char);
    state = isEnd ? 'ends' : closes ? 'closes' : 'in';
    const mine = number;
    if (char === '\n') number += 1;
    return mine;
  });
}
