import type { LineHint } from '@domain/ingest/types';
import type { Placed } from './layout';

/** Tells headings from the text by their type. */

/** Times the text's size, by heading level. */
const LEVELS: readonly [number, number][] = [
  [1.75, 1],
  [1.35, 2],
  [1.14, 3],
];
/** More lines on end in one size are a text in large type. */
const MAX_LINES = 4;
/** More lines on end in a font of their own are a lead or a quotation. */
const MAX_EMPHASISED = 2;
const MAX_LENGTH = 40;
const MIN_BODY = 4;

/** For each line its level, and whether it is emphasised. `em`: size of the text, in points. */
export function markHeadings(lines: readonly Placed[], em: number): LineHint[] {
  const fonts = usualFonts(lines, em);
  const hints: LineHint[] = lines.map(() => ({}));
  let start = 0;
  for (let index = 1; index <= lines.length; index += 1) {
    if (isSameType(lines[start], lines[index])) continue;
    const hint = typeHint(lines.slice(start, index), em, fonts);
    if (hint) for (let i = start; i < index; i += 1) hints[i] = hint;
    start = index;
  }
  return hints;
}

function isSameType(a: Placed | undefined, b: Placed | undefined): boolean {
  if (!a || !b || a.page !== b.page || a.furniture || b.furniture) return false;
  return (
    Math.abs(a.line.size - b.line.size) < 0.5 &&
    a.line.font === b.line.font &&
    a.line.bold === b.line.bold
  );
}

function typeHint(
  run: readonly Placed[],
  em: number,
  fonts: ReadonlyMap<number, string>,
): LineHint | null {
  const first = run[0];
  if (!first || first.furniture || first.line.table) return null;
  const { size, bold, font } = first.line;
  const ratio = size / em;
  const long = run.some(({ line }) => line.text.length > MAX_LENGTH);
  const level = LEVELS.find(([least]) => ratio >= least)?.[1];
  if (level !== undefined) {
    // A single letter over the text is an ornament.
    const words = run.reduce((sum, { line }) => sum + line.text.length, 0);
    if (long || run.length > MAX_LINES || words < 2) return null;
    return { level, emphasised: true };
  }
  if (ratio < 0.95 || long || run.length > MAX_EMPHASISED) return null;
  const usual = fonts.get(first.page);
  const own = usual !== undefined && usual !== font;
  // A sentence in another font is a quotation or an introduction.
  const sentence = run.some(({ line }) => /[。；，,;]$/.test(line.text));
  return bold || (own && !sentence) ? { emphasised: true } : null;
}

/** By page, the font of most lines of the text's size; missing where hardly any text is. */
function usualFonts(lines: readonly Placed[], em: number): Map<number, string> {
  const counts = new Map<number, Map<string, number>>();
  for (const { line, page, furniture } of lines) {
    if (furniture || line.table || Math.abs(line.size - em) > 0.6) continue;
    const byFont = counts.get(page) ?? new Map<string, number>();
    counts.set(page, byFont);
    byFont.set(line.font, (byFont.get(line.font) ?? 0) + 1);
  }
  const fonts = new Map<number, string>();
  for (const [page, byFont] of counts) {
    const [best] = [...byFont].sort((a, b) => b[1] - a[1]);
    const all = [...byFont.values()].reduce((sum, count) => sum + count, 0);
    if (best && all >= MIN_BODY && best[1] > all / 2) fonts.set(page, best[0]);
  }
  return fonts;
}
