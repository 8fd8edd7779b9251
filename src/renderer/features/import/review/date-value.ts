/**
 * A publication date as it is typed (`2023-11-24`, `2023/11`, `2023年11月24日`, `2023`) in the
 * archive's form. Empty stays empty; `null` when there is no such day.
 */
export function parseDateValue(input: string): string | null {
  const text = input.normalize('NFKC').trim();
  if (text === '') return '';
  const parts = /^(\d{4})(?:[-/.年](\d{1,2})(?:[-/.月](\d{1,2}))?)?[年月日号]?$/.exec(text);
  if (parts === null) return null;
  const [, year = '', ...rest] = parts;
  const [month, day] = rest.map((part) => part?.padStart(2, '0'));
  const date = [year, month, day].filter((part) => part !== undefined).join('-');
  const time = new Date(`${year}-${month ?? '01'}-${day ?? '01'}T00:00:00Z`);
  return !Number.isNaN(time.getTime()) && time.toISOString().startsWith(date) ? date : null;
}
