import { baselineRows, type Fragment, textOf } from './fragments';

/** Captions over several columns, which stand in the middle of a text that runs on beside them. */

/** What is read on end: one column, or lines that span several. */
export interface Region {
  fragments: readonly Fragment[];
  /** It belongs to nothing that stands before or after it. */
  apart: boolean;
  /** Heights at which a caption was taken out from between its lines. */
  jumps: readonly number[];
}

/** A part of a page from the left to the right. */
export interface Band {
  /** It reaches over the gutter; otherwise it stands at both sides of it, or at one. */
  spanning: boolean;
  /** From the top to the bottom. */
  fragments: Fragment[];
  /** What spans the columns in its middle without ending them. */
  floats: Fragment[][];
}

interface Gutter {
  x: number;
  /** Size of the text, in points. */
  em: number;
  isCell: (fragment: Fragment) => boolean;
}

/** A longer text over the columns is one of its own. */
const MAX_ROWS = 3;
/** Times the text's size: larger type is a heading, and ends what is above it. */
const MAX_SIZE = 1.1;
/** Ems. */
const INDENT = 1.2;
const SHORT = 1.5;
const SENTENCE_END = /[。！？!?….][”’"'』」）)]*$/;

/** What is to the left of a gutter, and what to the right. */
export function sidesOf(fragments: readonly Fragment[], x: number): [Fragment[], Fragment[]] {
  return [fragments.filter((each) => each.right <= x), fragments.filter((each) => each.right > x)];
}

/** Puts the bands above and below a caption together where their columns go on across it. */
export function runOn(bands: readonly Band[], gutter: Gutter): Band[] {
  const merged: Band[] = [];
  for (const band of bands) {
    const caption = merged.at(-1);
    const above = merged.at(-2);
    if (caption && above && isCaption(caption, gutter) && isOneText(above, band, gutter.x)) {
      merged.splice(-2, 2, {
        spanning: false,
        fragments: [...above.fragments, ...band.fragments],
        floats: [...above.floats, caption.fragments],
      });
    } else merged.push(band);
  }
  return merged;
}

function isCaption({ spanning, fragments }: Band, { em, isCell }: Gutter): boolean {
  if (!spanning || fragments.some((each) => each.size > MAX_SIZE * em || isCell(each)))
    return false;
  return baselineRows(fragments, (each) => each.size).length <= MAX_ROWS;
}

/** One side of a band: how its text begins and ends. */
interface Side {
  /** It begins a paragraph. */
  indented: boolean;
  /** It ends with a sentence. */
  closed: boolean;
  /** Its last line is not full: a paragraph ends there. */
  short: boolean;
}

/**
 * Whether the left column reads on below the caption rather than in the right column above it: the
 * order in which fewer sentences break, and without a difference the former.
 */
function isOneText(above: Band, below: Band, x: number): boolean {
  const [leftAbove, rightAbove] = sidesOf(above.fragments, x);
  const [leftBelow, rightBelow] = sidesOf(below.fragments, x);
  const left = [...leftAbove, ...leftBelow];
  const right = [...rightAbove, ...rightBelow];
  const first = readSide(leftAbove, left);
  const down = readSide(leftBelow, left);
  const across = readSide(rightAbove, right);
  if (!first || !down || !across) return false;
  const breaksDown = breaks(first, down) + breaks(down, across);
  const breaksAcross = breaks(first, across) + breaks(across, down);
  return breaksDown <= breaksAcross;
}

function readSide(part: readonly Fragment[], column: readonly Fragment[]): Side | null {
  const rows = baselineRows(part, (each) => each.size);
  const start = rows[0]?.[0];
  const last = rows.at(-1);
  const end = last?.at(-1);
  if (!start || !last || !end) return null;
  const edge = Math.min(...column.map((each) => each.x));
  const width = Math.max(...column.map((each) => each.right));
  return {
    indented: start.x - edge >= INDENT * start.size,
    closed: SENTENCE_END.test(textOf(last)),
    short: width - end.right > SHORT * end.size,
  };
}

/** 1 when the one text cannot go on in the other. */
function breaks(before: Side, after: Side): number {
  return (after.indented ? !before.closed && !before.short : before.short) ? 1 : 0;
}

/** Places for a caption, the better ones first: after a paragraph in the middle of a column … */
const PLACES = ['paragraph', 'columnEnd', 'sentence', 'columnSentence'] as const;

/** Where a caption can stand: in a region, or after it. */
interface Place {
  kind: (typeof PLACES)[number];
  index: number;
  inside: boolean;
}

/**
 * Puts captions between the regions that they were taken out of: where they stood, if a paragraph
 * or at least a sentence ends there, or else at the end of a column, so that none is cut.
 */
export function placeFloats(
  regions: readonly Region[],
  floats: readonly (readonly Fragment[])[],
): Region[] {
  return floats.reduce<Region[]>((placed, float) => placeFloat(placed, float), [...regions]);
}

function placeFloat(regions: readonly Region[], float: readonly Fragment[]): Region[] {
  const y = float[0]?.y ?? 0;
  const places = regions.flatMap((each, index) => placesAt(each, regions[index + 1], index, y));
  const best = PLACES.flatMap((kind) => places.find((place) => place.kind === kind) ?? [])[0];
  const at = best ?? { index: regions.length - 1, inside: false };
  return regions.flatMap((each, index): Region[] => {
    if (index === at.index && at.inside) {
      return [{ ...each, fragments: [...each.fragments, ...float] }];
    }
    const own: Region = { ...each, jumps: [...each.jumps, y] };
    return index === at.index ? [own, { fragments: float, apart: true, jumps: [] }] : [own];
  });
}

function placesAt(here: Region, next: Region | undefined, index: number, y: number): Place[] {
  if (here.apart) return [];
  const { fragments } = here;
  const above = fragments.filter((each) => each.y <= y);
  const below = fragments.filter((each) => each.y > y);
  const places: Place[] = [];
  const before = readSide(above, fragments);
  const after = readSide(below, fragments);
  if (before?.closed && after) {
    const kind = before.short || after.indented ? 'paragraph' : 'sentence';
    places.push({ kind, index, inside: true });
  }
  const end = readSide(fragments, fragments);
  const start = next && readSide(next.fragments, next.fragments);
  if (end?.closed) {
    const kind = end.short || start?.indented ? 'columnEnd' : 'columnSentence';
    places.push({ kind, index, inside: false });
  }
  return places;
}
