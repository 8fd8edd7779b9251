import type { Mark } from './line-marks';
import type { Line } from './types';

/** Finds round-ups: one dated title (`国内联播快讯`) over several items that have bare titles. */

const ROUND_UP =
  /^[【[]?[^，。：:；;\s]{0,12}(?:快讯|简讯|短讯|要闻|速览|速递|集锦|短波|传真|一览|汇总|播报|扫描|点击)[】\]]?$/;

/** A header with a date stands right under the line. */
export function hasDateBelow(marks: readonly (Mark | null)[], index: number): boolean {
  const below = marks[index + 1];
  return below?.kind === 'header' && below.fields !== undefined && below.fields.date !== '';
}

/**
 * 2 for a round-up's title, 1 for each line below its date line: up to a wider gap than those within,
 * a drawn rule, a new page or the next line with its own date. The name of a column without a date
 * says nothing of what stands under it: its items may be articles.
 */
export function findRoundUps(lines: readonly Line[], marks: readonly (Mark | null)[]): Uint8Array {
  const found = new Uint8Array(lines.length);
  let gap = -1;
  for (let i = 0; i < lines.length; i += 1) {
    const line = lines[i];
    if (!line) continue;
    if (line.length <= 16 && hasDateBelow(marks, i) && ROUND_UP.test(line.text)) {
      found[i] = 2;
      // The title and its date are set apart by as much as anything in the round-up.
      gap = Math.max(lines[i + 1]?.gap ?? 0, lines[i + 2]?.gap ?? 0);
      i += 1;
    } else if (gap < 0) continue;
    else if (line.gap > gap || line.breakBefore !== 'none' || hasDateBelow(marks, i)) gap = -1;
    else found[i] = 1;
  }
  return found;
}
