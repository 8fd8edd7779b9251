/** Dates in spreadsheets: numbers that only their format makes dates (ECMA-376 part 1, 18.8.30). */

/** Built-in formats of a date, those of East Asian versions included. */
const DATE_FORMATS: ReadonlySet<number> = new Set([
  ...[14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58],
]);

/** Days before 1 January 1970 in the system that counts from 1900, and in the one from 1904. */
const EPOCH_1900 = 25_569;
const EPOCH_1904 = 24_107;
/** 31 December 9999, the last date of a spreadsheet. */
const LAST_SERIAL = 2_958_465;
const DAY = 86_400_000;

/** Whether numbers in this format are dates; a time of day alone is none. */
export function isDateFormat(id: number, code: string | undefined): boolean {
  if (code === undefined) return DATE_FORMATS.has(id);
  const [first = ''] = code
    // Elapsed time (`[h]:mm`) is no date.
    .replace(/\[[hms]+\]/gi, 'h')
    // Literal text, escaped characters, padding, colours, conditions and locales.
    .replace(/"[^"]*"|\\.|[_*].|\[[^\]]*\]/g, '')
    .split(';');
  if (/general|[#0?]/i.test(first)) return /y/i.test(first);
  return /[yd]/i.test(first) || (/m/i.test(first) && !/[hs]/i.test(first));
}

/**
 * The date of a serial number as `YYYY-MM-DD`, `null` outside of what spreadsheets know. The system
 * of 1900 has a 29 February 1900 that never was, as 60: days before it are one off.
 */
export function dateOfSerial(serial: number, from1904: boolean): string | null {
  const day = Math.floor(serial);
  if (!Number.isFinite(serial) || day < (from1904 ? 0 : 1) || day > LAST_SERIAL) return null;
  if (!from1904 && day === 60) return '1900-02-29';
  const shift = !from1904 && day < 60 ? 1 : 0;
  const time = (day + shift - (from1904 ? EPOCH_1904 : EPOCH_1900)) * DAY;
  return time > 253_402_214_400_000 ? null : new Date(time).toISOString().slice(0, 10);
}
