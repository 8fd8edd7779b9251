/** Publication dates as Chinese texts print them. */

const CN_DIGITS = '〇一二三四五六七八九';
const YEAR =
  '(?:(?:19|20)\\d{2}|[１２][９０][０-９]{2}|(?:一九|二[〇○零Ｏ])[〇○零Ｏ一二三四五六七八九]{2})';
const NUMBER = '(?:[\\d０-９]{1,2}|[一二三四五六七八九十]{1,3})';
const MONTH_AND_DAY = `\\s?年\\s?${NUMBER}\\s?月(?:\\s?${NUMBER}\\s?[日号])?`;
const SEPARATED = '(?:[-－–]\\d{1,2}[-－–]\\d{1,2}|/\\d{1,2}/\\d{1,2}|\\.\\d{1,2}\\.\\d{1,2})';

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

/** A day as printed without its year, or without year and month. */
export interface PartialDate {
  month: number | null;
  day: number;
}

const MONTH_DAY = new RegExp(
  `(?<![年\\d〇○零一二三四五六七八九十-])(${NUMBER})\\s?月\\s?(${NUMBER})\\s?[日号]`,
);
const DAY_OF_REPORT = new RegExp(`(?<![月\\d])(${NUMBER})\\s?日\\s?[电電讯訊]`);

/** `11月24日` without a year; in a dateline also `24日电`. `null` when there is none. */
export function readPartialDate(text: string): PartialDate | null {
  const head = text.slice(0, 300);
  if (!/[日号]/.test(head)) return null;
  const full = MONTH_DAY.exec(head);
  if (full) {
    const month = readNumber((full[1] ?? '').normalize('NFKC'));
    const day = readNumber((full[2] ?? '').normalize('NFKC'));
    return compose(2000, month, day) === '' ? null : { month, day };
  }
  const day = readNumber((DAY_OF_REPORT.exec(head)?.[1] ?? '0').normalize('NFKC'));
  return day >= 1 && day <= 31 ? { month: null, day } : null;
}

/**
 * The whole date for a partial one. `known` (`YYYY`, `YYYY-MM` or `YYYY-MM-DD`) is a date `after`
 * which nothing can be reported, as the paper's own, or one `near` which the report was written.
 * Empty when it cannot be told or is no possible date.
 */
export function completeDate(
  { month, day }: PartialDate,
  known: string,
  how: 'after' | 'near',
): string {
  const [year = 0, knownMonth, knownDay] = known.split('-').map(Number);
  if (knownMonth === undefined) return month === null ? '' : compose(year, month, day);
  if (month === null) {
    if (how === 'near') return '';
    // A paper of the 2nd prints what was wired on the 30th.
    const isBefore = knownDay !== undefined && day > knownDay + 1;
    const at = year * 12 + knownMonth - 1 - (isBefore ? 1 : 0);
    return compose(Math.floor(at / 12), (at % 12) + 1, day);
  }
  const months = month - knownMonth;
  if (how === 'near') return compose(year + (months > 6 ? -1 : months < -6 ? 1 : 0), month, day);
  const isLater = months > 0 || (months === 0 && knownDay !== undefined && day > knownDay + 1);
  return compose(isLater ? year - 1 : year, month, day);
}

/** The year and, where there is one, month in a file's name: `社工报2023年合订本`, `2023-11`. */
export function yearFromFileName(fileName: string): string {
  const whole = dateFromFileName(fileName);
  if (whole !== '') return whole;
  const base = fileName.slice(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1);
  const match = /(?<!\d)((?:19|20)\d{2})(?:[-_.](0[1-9]|1[0-2]))?(?!\d)/.exec(base);
  if (!match?.[1]) return '';
  return match[2] === undefined ? match[1] : `${match[1]}-${match[2]}`;
}

/** As nearly all dates are printed. */
const USUAL =
  /^(\d{4})(?:\s?年\s?(\d{1,2})\s?月(?:\s?(\d{1,2})\s?[日号])?|[-/.](\d{1,2})[-/.](\d{1,2}))$/;

function normaliseDate(printed: string): string {
  const usual = USUAL.exec(printed);
  if (usual) {
    const day = usual[3] ?? usual[5];
    return compose(
      Number(usual[1]),
      Number(usual[2] ?? usual[4]),
      day === undefined ? undefined : Number(day),
    );
  }
  const day = printed.replace(/[T\s]+\d{1,2}[:：].*$/, '').normalize('NFKC');
  const parts = day
    .split(/[年月日号\-–/.]/)
    .map((part) => part.replace(/\s/g, ''))
    .filter((part) => part !== '')
    .map(readNumber);
  return compose(parts[0] ?? 0, parts[1] ?? 0, parts[2]);
}

function compose(year: number, month: number, day: number | undefined): string {
  if (year < 1900 || year > 2099 || month < 1 || month > 12) return '';
  const head = `${year}-${twoDigits(month)}`;
  if (day === undefined) return head;
  // Most days are in every month.
  const last = day <= 28 ? 28 : new Date(Date.UTC(year, month, 0)).getUTCDate();
  return day >= 1 && day <= last ? `${head}-${twoDigits(day)}` : '';
}

function twoDigits(value: number): string {
  return value < 10 ? `0${value}` : String(value);
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
