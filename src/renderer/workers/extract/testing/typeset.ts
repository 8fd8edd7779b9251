import type { PdfRun } from './make-pdf';

/** A frame that text flows into: points, from the top left of its page. */
export interface Frame {
  page: number;
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface TypesetOptions {
  /** Points; 10 when missing. */
  size?: number;
  /** Baseline to baseline, in points; 1.6 times the size when missing. */
  leading?: number;
  /** Ems; 2 when missing. */
  indent?: number;
  /** Between paragraphs, in points; 0 when missing. */
  gap?: number;
}

/**
 * Sets paragraphs into frames, one after the other, as newspapers are set: lines filled up to the
 * frame's width, no line beginning with closing punctuation. Gives the runs of each page.
 * @throws Error when the frames are too small
 */
export function typeset(
  paragraphs: readonly string[],
  frames: readonly Frame[],
  options: TypesetOptions = {},
): Map<number, PdfRun[]> {
  const size = options.size ?? 10;
  const leading = options.leading ?? size * 1.6;
  const runs = new Map<number, PdfRun[]>();
  let index = 0;
  let y = size;
  const frame = () => {
    const current = frames[index];
    if (!current) throw new Error('the frames are too small');
    return current;
  };
  for (const paragraph of paragraphs) {
    let indent = (options.indent ?? 2) * size;
    let rest = Array.from(paragraph);
    while (rest.length > 0) {
      while (y > frame().height) {
        index += 1;
        y = size;
      }
      const { page, x, width, y: top } = frame();
      const count = fitting(rest, (width - indent) / size);
      const list = runs.get(page) ?? [];
      runs.set(page, list);
      list.push({ text: rest.slice(0, count).join(''), x: x + indent, y: top + y, size });
      rest = rest.slice(count);
      indent = 0;
      y += leading;
    }
    y += options.gap ?? 0;
  }
  return runs;
}

function fitting(rest: readonly string[], ems: number): number {
  let used = 0;
  let count = 0;
  for (const character of rest) {
    used += character < '\u0100' ? 0.5 : 1;
    if (used > ems + 0.001) break;
    count += 1;
  }
  if (count < rest.length && /[，。、；：？！”’）》]/.test(rest[count] ?? '')) count -= 1;
  return Math.max(1, count);
}
