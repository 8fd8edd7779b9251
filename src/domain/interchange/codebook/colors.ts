import { HIGHLIGHT_COLORS, type HighlightColor } from '@domain/model';

/** The highlight colours as other programs know them. */
export const RGB: Record<HighlightColor, string> = {
  yellow: '#E0B020',
  red: '#C8503C',
  green: '#5C9A54',
  blue: '#3F86C6',
  purple: '#8E62B4',
};

/** The highlight colour nearest to `#RGB` or `#RRGGBB`, or the one of that name; `null` otherwise. */
export function colorFrom(text: string): HighlightColor | null {
  const wanted = text.trim().toLowerCase();
  const named = HIGHLIGHT_COLORS.find((color) => color === wanted);
  if (named !== undefined) return named;
  const rgb = partsOf(wanted);
  if (rgb === null) return null;
  const distance = (color: HighlightColor) =>
    (partsOf(RGB[color]) ?? []).reduce((sum, part, at) => sum + (part - (rgb[at] ?? 0)) ** 2, 0);
  return HIGHLIGHT_COLORS.reduce((best, each) => (distance(each) < distance(best) ? each : best));
}

function partsOf(text: string): number[] | null {
  const digits = /^#?([\da-f]{6}|[\da-f]{3})$/i.exec(text)?.[1];
  if (digits === undefined) return null;
  const size = digits.length / 3;
  return [0, 1, 2].map((at) => {
    const part = digits.slice(at * size, (at + 1) * size);
    return Number.parseInt(size === 1 ? part + part : part, 16);
  });
}
