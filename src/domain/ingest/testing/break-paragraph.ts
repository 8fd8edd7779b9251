import type { Random } from './random';

export interface CutStyle {
  gap: number;
  indent: boolean;
  /** Characters per line of a hard-wrapped setting, 0 for none. */
  wrap: number;
  /** Share of the paragraphs that a page or column break cuts. */
  cuts: number;
  /** Blank lines at a cut. */
  cutGap: number;
  captions: number;
  /** Share of the cuts at which a page number or running head stands. */
  cutFurniture: number;
  runningHead: string;
}

/** A place where a paragraph was cut: the words on both sides. */
export interface Cut {
  left: string;
  right: string;
}

export interface BrokenParagraph {
  lines: string[];
  cuts: Cut[];
  captions: string[];
}

const AROUND = 6;

/** Cuts and wraps one paragraph, and drops captions and page marks into the cuts. */
export function breakParagraph(
  text: string,
  style: CutStyle,
  captions: (random: Random) => string,
  random: Random,
): BrokenParagraph {
  const pieces = cutPieces(text, style, random);
  const broken: BrokenParagraph = { lines: [], cuts: [], captions: [] };
  pieces.forEach((piece, index) => {
    if (index > 0) {
      const before = pieces[index - 1] ?? '';
      broken.cuts.push({ left: before.slice(-AROUND), right: piece.slice(0, AROUND) });
      interrupt(broken, style, captions, random);
    }
    const indent = style.indent && index === 0 ? '\u3000\u3000' : '';
    const wrapped = style.wrap > 0 ? wrapLine(indent + piece, style.wrap) : [indent + piece];
    broken.lines.push(...wrapped);
  });
  return broken;
}

/** What stands between the two halves of a paragraph. */
function interrupt(
  broken: BrokenParagraph,
  style: CutStyle,
  captions: (random: Random) => string,
  random: Random,
): void {
  const blanks = Array.from({ length: style.cutGap }, () => '');
  broken.lines.push(...blanks);
  if (random.chance(style.captions * 2)) {
    for (let left = random.chance(0.15) ? 2 : 1; left > 0; left -= 1) {
      const caption = captions(random);
      broken.captions.push(caption);
      broken.lines.push(caption, '');
    }
  } else if (random.chance(style.cutFurniture)) {
    broken.lines.push(random.pick(['- 12 -', '7', '第 8 页', '— 31 —']));
    if (style.runningHead) broken.lines.push('', style.runningHead);
    broken.lines.push('');
  }
}

function cutPieces(text: string, style: CutStyle, random: Random): string[] {
  if (text.length < 60 || !random.chance(style.cuts)) return [text];
  const count = text.length > 200 && random.chance(0.25) ? 2 : 1;
  const pieces: string[] = [];
  let rest = text;
  for (let i = 0; i < count && rest.length >= 60; i += 1) {
    const at = cutPlace(rest, style.wrap, random);
    if (at < 0) break;
    pieces.push(rest.slice(0, at));
    rest = rest.slice(at);
  }
  return [...pieces, rest];
}

/** A place in mid-sentence; in wrapped text a line's end. Cuts after a full stop cannot be seen. */
function cutPlace(text: string, wrap: number, random: Random): number {
  for (let attempt = 0; attempt < 12; attempt += 1) {
    const free = random.int(25, text.length - 8);
    const at = wrap > 0 ? free - (free % wrap) : free;
    const before = text.charAt(at - 1);
    if (at < 12 || text.length - at < 4) continue;
    if (/[。！？!?…”：:；;）)》]/.test(before)) continue;
    if (/[，。、；：！？”’）》,;:!?)\s]/.test(text.charAt(at)) || /\s/.test(before)) continue;
    if (/[A-Za-z0-9]/.test(before) && /[A-Za-z0-9.%]/.test(text.charAt(at))) continue;
    return at;
  }
  return -1;
}

/** Sets text in lines of a fixed number of characters; punctuation hangs rather than begins a line. */
function wrapLine(text: string, width: number): string[] {
  const lines: string[] = [];
  let at = 0;
  while (at < text.length) {
    let end = Math.min(text.length, at + width);
    while (end < text.length && /[，。、；：！？”’）》,;:!?)]/.test(text.charAt(end))) end += 1;
    while (end < text.length && /[A-Za-z0-9.%]/.test(text.charAt(end)) && /[A-Za-z0-9.]/.test(text.charAt(end - 1))) end += 1;
    lines.push(text.slice(at, end));
    at = end;
  }
  return lines;
}
