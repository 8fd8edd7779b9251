import { isClosingMark, isSentenceEnd } from '@domain/text/segments';
import type { Places, TextField } from '../source';
import type { Link } from './ast';
import { filterOwners, filterPlaces, NO_PLACES } from './place-list';
import { lastFrom } from './scope';
import { ownersOf, type Work } from './work';

/** For an owner, which sentence or paragraph an offset lies in. */
type Segments = ReadonlyMap<number, (offset: number) => number>;

/**
 * The places of each part that belong to a chain: one place of every part, each near to the next. In
 * one pass forward and one back a place loses its support or keeps it; on a chain that is exact.
 */
export async function linkPlaces(
  work: Work,
  field: TextField,
  parts: readonly Places[],
  links: readonly Link[],
): Promise<Places[]> {
  // Distances need no look at the owners: who lacks a part gives the others no support.
  const isPlain = links.every(({ by }) => by === 'characters');
  const owners = isPlain ? new Uint32Array() : parts.map(ownersOf).reduce(inBoth);
  if (!isPlain && owners.length === 0) return parts.map(() => NO_PLACES);
  const kept = isPlain ? [...parts] : parts.map((places) => ofOwners(places, owners));
  const segments = await Promise.all(links.map((link) => segmentsFor(work, field, owners, link)));
  const support = (at: number, by: number) => {
    const link = links[Math.min(at, by)];
    const [here, there] = [kept[at], kept[by]];
    if (link === undefined || here === undefined || there === undefined) return;
    kept[at] = supported(here, there, link, segments[Math.min(at, by)] ?? new Map());
  };
  for (let at = 1; at < kept.length; at += 1) support(at, at - 1);
  for (let at = kept.length - 2; at >= 0; at -= 1) support(at, at + 1);
  return kept;
}

/** What is in both of two ascending lists. */
function inBoth(a: Uint32Array, b: Uint32Array): Uint32Array {
  let at = 0;
  return a.filter((owner) => {
    while (at < b.length && (b[at] as number) < owner) at += 1;
    return b[at] === owner;
  });
}

/** @param owners ascending, as those of the places */
function ofOwners(places: Places, owners: Uint32Array): Places {
  let at = 0;
  return filterOwners(places, (owner) => {
    while (at < owners.length && (owners[at] as number) < owner) at += 1;
    return owners[at] === owner;
  });
}

/** Those of `places` that have one of `others` near to them, without overlap. */
function supported(places: Places, others: Places, link: Link, segments: Segments): Places {
  const keep = new Uint8Array(places.owners.length);
  let from = 0;
  for (let at = 0; at < keep.length; ) {
    const owner = places.owners[at] ?? 0;
    let end = at;
    while (places.owners[end] === owner) end += 1;
    while ((others.owners[from] ?? Number.POSITIVE_INFINITY) < owner) from += 1;
    let to = from;
    while (others.owners[to] === owner) to += 1;
    if (
      to > from &&
      link.by === 'characters' &&
      inOrder(places, at, end) &&
      inOrder(others, from, to)
    ) {
      keepNear(keep, { places, at, end }, { others, from, to }, link.most);
    } else if (to > from) {
      const near =
        link.by === 'characters'
          ? nearBy(others, from, to, link.most)
          : inSegment(others, from, to, segments.get(owner));
      for (let index = at; index < end; index += 1) {
        if (near(places.starts[index] ?? 0, places.ends[index] ?? 0)) keep[index] = 1;
      }
    }
    at = end;
    from = to;
  }
  return filterPlaces(places, (index) => keep[index] === 1);
}

/** Whether places of one owner end in the order in which they start, as those of one length do. */
function inOrder({ ends }: Places, from: number, to: number): boolean {
  for (let at = from + 1; at < to; at += 1) {
    if ((ends[at] as number) < (ends[at - 1] as number)) return false;
  }
  return true;
}

/** Ticks off in `keep` which places of one owner have one of its others near to them, in one walk along both. */
function keepNear(
  keep: Uint8Array,
  { places, at, end }: { places: Places; at: number; end: number },
  { others, from, to }: { others: Places; from: number; to: number },
  most: number,
): void {
  // The first of the others behind a place, and the first that does not end before it.
  let behind = from;
  let before = from;
  for (let index = at; index < end; index += 1) {
    const placeStart = places.starts[index] as number;
    const placeEnd = places.ends[index] as number;
    while (behind < to && (others.starts[behind] as number) < placeEnd) behind += 1;
    while (before < to && (others.ends[before] as number) <= placeStart) before += 1;
    const isNear =
      (behind < to && (others.starts[behind] as number) - placeEnd <= most) ||
      (before > from && placeStart - (others.ends[before - 1] as number) <= most);
    if (isNear) keep[index] = 1;
  }
}

type Near = (start: number, end: number) => boolean;

/** Near to one of the places from `from` to `to`, which are of one owner. */
function nearBy(others: Places, from: number, to: number, most: number): Near {
  const { starts } = others;
  let { ends } = others;
  let [first, last] = [from, to];
  for (let at = from + 1; at < to; at += 1) {
    if ((ends[at] as number) >= (ends[at - 1] as number)) continue;
    // Words of several lengths: their ends are not in the order of their starts.
    ends = ends.slice(from, to).sort();
    [first, last] = [0, to - from];
    break;
  }
  return (start, end) => {
    const next = below(starts, from, to, end);
    if (next < to && (starts[next] as number) - end <= most) return true;
    const before = below(ends, first, last, start + 1) - 1;
    return before >= first && start - (ends[before] as number) <= most;
  };
}

/** Where the first value that is not below a limit stands, among ascending ones from `low` on. */
function below(values: Uint32Array, low: number, high: number, limit: number): number {
  let [from, to] = [low, high];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((values[middle] as number) < limit) from = middle + 1;
    else to = middle;
  }
  return from;
}

/** Of each segment with others in it, in order: its last start and its first end. */
function inSegment(
  others: Places,
  from: number,
  to: number,
  segmentOf: ((offset: number) => number) | undefined,
): Near {
  if (segmentOf === undefined) return () => false;
  const segments: number[] = [];
  const lastStart: number[] = [];
  const firstEnd: number[] = [];
  for (let index = from; index < to; index += 1) {
    const start = others.starts[index] as number;
    const end = others.ends[index] as number;
    const segment = segmentOf(start);
    const last = segments.length - 1;
    if (segments[last] === segment) {
      lastStart[last] = start;
      firstEnd[last] = Math.min(end, firstEnd[last] as number);
    } else {
      segments.push(segment);
      lastStart.push(start);
      firstEnd.push(end);
    }
  }
  // The places that are asked about come in order, and so do their segments.
  let at = 0;
  return (start, end) => {
    const segment = segmentOf(start);
    while (at < segments.length && (segments[at] as number) < segment) at += 1;
    if (segments[at] !== segment) return false;
    return (lastStart[at] as number) >= end || (firstEnd[at] as number) <= start;
  };
}

/** Sentences and paragraphs of the owners that all parts have places in. */
async function segmentsFor(
  work: Work,
  field: TextField,
  owners: Uint32Array,
  link: Link,
): Promise<Segments> {
  const segments = new Map<number, (offset: number) => number>();
  if (link.by === 'characters') return segments;
  if (link.by === 'paragraph' && field === 'text') {
    for (const owner of owners) {
      const paragraphs = work.source.paragraphs(owner);
      segments.set(owner, (offset) => lastFrom(paragraphs, offset));
    }
    return segments;
  }
  await work.read(field, owners, (text, owner) => {
    const starts = link.by === 'sentence' ? sentenceStarts(text) : lineStarts(text);
    segments.set(owner, (offset) => lastFrom(starts, offset));
    return [];
  });
  return segments;
}

function lineStarts(text: string): { start: number }[] {
  const starts = [{ start: 0 }];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) {
    starts.push({ start: at + 1 });
  }
  return starts;
}

/** Where sentences begin: behind line breaks, and behind marks of their end with what closes them. */
function sentenceStarts(text: string): { start: number }[] {
  const starts = [{ start: 0 }];
  for (let at = 0; at < text.length; at += 1) {
    const char = text[at] ?? '';
    if (char !== '\n' && !isSentenceEnd(char)) continue;
    if (char !== '\n') {
      while (isSentenceEnd(text[at + 1] ?? '')) at += 1;
      while (isClosingMark(text[at + 1] ?? '')) at += 1;
    }
    starts.push({ start: at + 1 });
  }
  return starts;
}
