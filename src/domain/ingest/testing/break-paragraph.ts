import type { BreakStyle } from './break-styles';
import type { Random } from './random';

/** Two lines that follow each other within one paragraph: the words on both sides. */
export interface Seam {
  left: string;
  right: string;
  /** Cut by a page, column or caption, or only wrapped. */
  kind: 'cut' | 'wrap';
}

export interface BrokenParagraph {
  lines: string[];
  seams: Seam[];
  captions: string[];
  furniture: string[];
}

/** Characters that a seam shows of each side. */
export const AROUND = 8;

/** Cuts and wraps one paragraph, and drops captions and page marks into the cuts. */
export function breakParagraph(
  text: string,
  style: BreakStyle,
  captions: () => string,
  random: Random,
): BrokenParagraph {
  const indented = (style.indent ? '\u3000\u3000' : '') + text;
  const pieces =
    style.wrap > 0
      ? cutWrapped(wrapLine(indented, style.wrap, style.wrapBy), style, random)
      : cutText(indented, style, random);
  const broken: BrokenParagraph = { lines: [], seams: [], captions: [], furniture: [] };
  pieces.forEach((piece, index) => {
    if (index > 0) interrupt(broken, style, captions, random);
    piece.forEach((line, row) => {
      const before = row > 0 ? piece[row - 1] : pieces[index - 1]?.at(-1);
      if (before !== undefined) {
        broken.seams.push({
          left: before.trim().slice(-AROUND),
          right: line.trim().slice(0, AROUND),
          kind: row > 0 ? 'wrap' : 'cut',
        });
      }
      broken.lines.push(line);
    });
  });
  return broken;
}

/** What stands between the two halves of a paragraph. */
function interrupt(
  broken: BrokenParagraph,
  style: BreakStyle,
  captions: () => string,
  random: Random,
): void {
  const blanks = Array.from({ length: style.cutGap }, () => '');
  broken.lines.push(...blanks);
  if (random.chance(style.captions * 2)) {
    for (let left = random.chance(0.15) ? 2 : 1; left > 0; left -= 1) {
      const caption = captions();
      broken.captions.push(caption);
      broken.lines.push(caption, '');
    }
  } else if (random.chance(style.cutFurniture)) {
    const page = random.int(2, 64);
    const mark = random.pick([`- ${page} -`, `${page}`, `第 ${page} 页`, `— ${page} —`]);
    broken.furniture.push(mark);
    broken.lines.push(mark);
    if (style.runningHead) {
      const head = style.runningHead.replace('#', String(page));
      broken.furniture.push(head);
      broken.lines.push('', head);
    }
    broken.lines.push('');
  }
}

const LEAST_TO_CUT = 60;

/** Cuts running text in mid-sentence, once or twice. */
function cutText(text: string, style: BreakStyle, random: Random): string[][] {
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
function cutWrapped(lines: string[], style: BreakStyle, random: Random): string[][] {
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
  return !(/[A-Za-z0-9.]/.test(before) && /[A-Za-z0-9.%]/.test(after));
}

/** Sets text in lines of a fixed width; punctuation hangs rather than begins a line. */
function wrapLine(text: string, width: number, by: BreakStyle['wrapBy']): string[] {
  const lines: string[] = [];
  let at = 0;
  while (at < text.length) {
    let end = lineBreak(text, at, width, by);
    while (end < text.length && /[，。、；：！？”’）》,;:!?)]/.test(text.charAt(end))) end += 1;
    const word = wordAround(text, end);
    if (word && word[1] - word[0] >= 7 && /^[a-z]+$/.test(text.slice(end - 2, end + 2))) {
      lines.push(`${text.slice(at, end)}-`);
      at = end;
      continue;
    }
    if (word) end = word[1];
    lines.push(text.slice(at, end));
    at = end;
  }
  return lines.filter((line) => line.trim() !== '');
}

function lineBreak(text: string, at: number, width: number, by: BreakStyle['wrapBy']): number {
  if (by === 'characters') return Math.min(text.length, at + width);
  let columns = 0;
  let end = at;
  while (end < text.length && columns < width * 2) {
    columns += text.charCodeAt(end) < 0x2000 ? 1 : 2;
    end += 1;
  }
  return end;
}

/** The Latin word or number that goes over `at`, or `null`. */
function wordAround(text: string, at: number): [number, number] | null {
  const isWord = (index: number): boolean => /[A-Za-z0-9.%]/.test(text.charAt(index));
  if (at >= text.length || !isWord(at) || !isWord(at - 1)) return null;
  let start = at;
  let end = at;
  while (start > 0 && isWord(start - 1)) start -= 1;
  while (end < text.length && isWord(end)) end += 1;
  return [start, end];
}
