import { expect, it } from 'vitest';
import { parseDateInput } from './date-input';

it.each([
  ['', ''],
  ['2023', '2023'],
  ['2023年', '2023'],
  ['2023-1', '2023-01'],
  ['2023年11月', '2023-11'],
  ['2023年11月24日', '2023-11-24'],
  ['2023/1/5', '2023-01-05'],
  ['２０２３．１１．２４', '2023-11-24'],
  ['2024-02-29', '2024-02-29'],
])('reads %j as %j', (input, date) => {
  expect(parseDateInput(input)).toBe(date);
});

it.each(['昨天', '2023-13', '2023-02-29', '2023-11-31', '11-24', '20231124'])(
  'finds no day in %j',
  (input) => {
    expect(parseDateInput(input)).toBeNull();
  },
);
