import { expect, it } from 'vitest';
import { parseDateValue } from './date-value';

it.each([
  ['', ''],
  ['2023', '2023'],
  ['2023年', '2023'],
  ['2023/11', '2023-11'],
  ['2023年11月4日', '2023-11-04'],
  ['２０２３．１１．２４', '2023-11-24'],
  ['2023-02-30', null],
  ['2023-13', null],
  ['去年', null],
])('reads %s as %s', (input, date) => {
  expect(parseDateValue(input)).toBe(date);
});
