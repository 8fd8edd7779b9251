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
  const indented = (style.indent ? '\u3000\u3000' : '') + text;
  const pieces =
    style.wrap > 0
      ? cutWrapped(wrapLine(indented, style.wrap), style, random)
      : cutText(indented, style, random);
  const broken: BrokenParagraph = { lines: [], cuts: [], captions: [] };
  pieces.forEach((piece, index) => {
    if (index > 0) {
      const before = pieces[index - 1]?.join('') ?? '';
      broken.cuts.push({ left: before.slice(-AROUND), right: piece.join('').slice(0, AROUND) });
      interrupt(broken, style, captions, random);
    }
    broken.lines.push(...piece);
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

const LEAST_TO_CUT = 60;

/** Cuts running text in mid-sentence, once or twice. */
function cutText(text: string, style: CutStyle, random: Random): string[][] {
  if (text.length < LEAST_TO_CUT || !random.chance(style.cuts)) return [[text]];
  const count = text.length > 200 && random.chance(0.25) ? 2 : 1;
  const pieces: string[][] = [];
  let rest = text;
  for (let i = 0; i < count && rest.length >= LEAST_TO_CUT; i += 1) {
    const at = cutPlace(rest, random);
    if (at < 0) break;
    pieces.push([rest.slice(0, at)]);
    rest = rest.slice(at);
  }
  return [...pieces, [rest]];
}

/** Cuts a wrapped paragraph between two of its lines. */
function cutWrapped(lines: string[], style: CutStyle, random: Random): string[][] {
  if (lines.length < 3 || !random.chance(style.cuts)) return [lines];
  for (let attempt = 0; attempt < 6; attempt += 1) {
    const at = random.int(1, lines.length - 1);
    const before = lines[at - 1] ?? '';
    if (canCut(before.slice(-1), (lines[at] ?? '').charAt(0))) {
      return [lines.slice(0, at), lines.slice(at)];
    }
  }
  return [lines];
}

function cutPlace(text: string, random: Random): number {
  for (let attempt = 0; attempt < 12; attempt += 1) {
    const at = random.int(25, text.length - 8);
    if (canCut(text.charAt(at - 1), text.charAt(at))) return at;
  }
  return -1;
}

/** Cuts after a full stop cannot be told from paragraph ends; setting rules forbid some others. */
function canCut(before: string, after: string): boolean {
  if (/[。！？!?…”：:；;）)》\s]/.test(before)) return false;
  if (/[，。、；：！？”’）》,;:!?)\s]/.test(after)) return false;
  return !(/[A-Za-z0-9]/.test(before) && /[A-Za-z0-9.%]/.test(after));
}

/** Sets text in lines of a fixed number of characters; punctuation hangs rather than begins a line. */
function wrapLine(text: string, width: number): string[] {
  const lines: string[] = [];
  let at = 0;
  while (at < text.length) {
    let end = Math.min(text.length, at + width);
    while (end < text.length && /[，。、；：！？”’）》,;:!?)]/.test(text.charAt(end))) end += 1;
    while (
      end < text.length &&
      /[A-Za-z0-9.%]/.test(text.charAt(end)) &&
      /[A-Za-z0-9.]/.test(text.charAt(end - 1))
    )
      end += 1;
    lines.push(text.slice(at, end));
    at = end;
  }
  return lines;
}
