import { defaultRangeExtractor, type Range } from '@tanstack/react-virtual';

/**
 * For `rangeExtractor` of a virtual list: the rows in view and this one, ascending, so that the row
 * which has the focus or is pointed at stays in the page when it is scrolled out of view.
 *
 * @param row its index; -1 when there is none
 */
export function rangeWith(row: number): (range: Range) => number[] {
  return (range) => {
    const shown = defaultRangeExtractor(range);
    return row < 0 || shown.includes(row) ? shown : [...shown, row].sort((a, b) => a - b);
  };
}
