import { graphemeStart } from '@domain/anchor/graphemes';

/** UTF-16 offsets over an article's text, end exclusive. */
interface Range {
  start: number;
  end: number;
}

/**
 * The ranges that hang together with one: those that overlap or touch it, or another that does. Two
 * touch when nothing but white space (a paragraph's end) lies between them.
 *
 * @returns without `one` itself, in text order
 */
export function joinedWith<R extends Range>(text: string, ranges: readonly R[], one: R): R[] {
  const sorted = [...ranges].sort((a, b) => a.start - b.start || a.end - b.end);
  const groups: { end: number; members: R[] }[] = [];
  for (const range of sorted) {
    const last = groups.at(-1);
    if (last !== undefined && text.slice(last.end, range.start).trim() === '') {
      last.members.push(range);
      last.end = Math.max(last.end, range.end);
    } else groups.push({ end: range.end, members: [range] });
  }
  const group = groups.find(({ members }) => members.includes(one));
  return (group?.members ?? []).filter((range) => range !== one);
}

/**
 * The parts that a range falls into when it is cut at offsets, or before the characters that these lie
 * in; cuts outside of it cut nothing.
 */
export function cutAt(text: string, { start, end }: Range, offsets: readonly number[]): Range[] {
  const cuts = [...new Set(offsets.map((offset) => graphemeStart(text, offset)))]
    .filter((cut) => cut > start && cut < end)
    .sort((a, b) => a - b);
  const edges = [start, ...cuts, end];
  return edges.slice(1).flatMap((edge, index) => {
    const from = edges[index] ?? start;
    const words = text.slice(from, edge);
    const left = from + (words.length - words.trimStart().length);
    const right = from + words.trimEnd().length;
    return left < right ? [{ start: left, end: right }] : [];
  });
}
