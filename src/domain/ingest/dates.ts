/** Publication dates as Chinese texts print them. */

const CN_DIGITS = '〇一二三四五六七八九';
const YEAR =
  '(?:(?:19|20)\\d{2}|[１２][９０][０-９]{2}|(?:一九|二[〇○零Ｏ])[〇○零Ｏ一二三四五六七八九]{2})';
const NUMBER = '(?:[\\d０-９]{1,2}|[一二三四五六七八九十]{1,3})';
const MONTH_AND_DAY = `\\s?年\\s?${NUMBER}\\s?月(?:\\s?${NUMBER}\\s?[日号])?`;
const SEPARATED = '(?:-\\d{1,2}-\\d{1,2}|/\\d{1,2}/\\d{1,2}|\\.\\d{1,2}\\.\\d{1,2})';

/** A date with a year, as a regular expression's source without groups that capture. */
export const DATE_SOURCE = `${YEAR}(?:${MONTH_AND_DAY}|${SEPARATED})`;
const TIME_SOURCE = '(?:[T\\s]*\\d{1,2}[:：]\\d{2}(?:[:：]\\d{2})?(?:[Zz]|[+-]\\d{2}:?\\d{2})?)?';
const DATE = new RegExp(`(?<![\\d])${DATE_SOURCE}${TIME_SOURCE}(?!\\d)`);

export interface FoundDate {
  /** `YYYY-MM-DD` or `YYYY-MM`. */
  date: string;
  start: number;
  end: number;
}

/** Finds the first date with a year in a short text; month and day must be possible ones. */
export function readDate(text: string): FoundDate | null {
  const match = DATE.exec(text.slice(0, 300));
  if (!match) return null;
  const date = normaliseDate(match[0]);
  return date === '' ? null : { date, start: match.index, end: match.index + match[0].length };
}

/** The date in a file's name: `2023-11-24`, `20231124`, `2023年11月24日`. Empty when none. */
export function dateFromFileName(fileName: string): string {
  const base = fileName.slice(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1);
  const packed = /(?<!\d)((?:19|20)\d{2})[-_.]?(\d{2})[-_.]?(\d{2})(?!\d)/.exec(base);
  if (packed) return compose(Number(packed[1]), Number(packed[2]), Number(packed[3]));
  return readDate(base)?.date ?? '';
}

function normaliseDate(printed: string): string {
  const day = printed.replace(/[T\s]+\d{1,2}[:：].*$/, '').normalize('NFKC');
  const parts = day
    .split(/[年月日号\-/.]/)
    .map((part) => part.replace(/\s/g, ''))
    .filter((part) => part !== '')
    .map(readNumber);
  return compose(parts[0] ?? 0, parts[1] ?? 0, parts[2]);
}

function compose(year: number, month: number, day: number | undefined): string {
  if (year < 1900 || year > 2099 || month < 1 || month > 12) return '';
  const head = `${year}-${String(month).padStart(2, '0')}`;
  if (day === undefined) return head;
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return day >= 1 && day <= last ? `${head}-${String(day).padStart(2, '0')}` : '';
}

/** Arabic or Chinese numbers up to 99, and years written digit by digit. */
function readNumber(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  const plain = text.replace(/[○零OＯ]/g, '〇');
  if (!plain.includes('十')) {
    return Number([...plain].map((char) => CN_DIGITS.indexOf(char)).join(''));
  }
  const [tens = '', ones = ''] = plain.split('十');
  const high = tens === '' ? 1 : CN_DIGITS.indexOf(tens);
  return high * 10 + (ones === '' ? 0 : CN_DIGITS.indexOf(ones));
}
