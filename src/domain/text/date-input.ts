/**
 * A publication date as the user may write it (`2023-11-24`, `2023/11`, `2023年11月24日`, `2023`) in
 * the archive's form. Empty stays empty; `null` when there is no such day.
 */
export function parseDateInput(input: string): string | null {
  const text = input.normalize('NFKC').trim();
  if (text === '') return '';
  const parts = /^(\d{4})(?:[-/.年](\d{1,2})(?:[-/.月](\d{1,2}))?)?[年月日号]?$/.exec(text);
  if (parts === null) return null;
  const [, year = '', month, day] = parts;
  if (month === undefined) return year;
  if (Number(month) < 1 || Number(month) > 12) return null;
  const yearMonth = `${year}-${month.padStart(2, '0')}`;
  if (day === undefined) return yearMonth;
  const date = `${yearMonth}-${day.padStart(2, '0')}`;
  const time = new Date(`${date}T00:00:00Z`);
  const exists = !Number.isNaN(time.getTime()) && time.toISOString().startsWith(date);
  return exists ? date : null;
}
