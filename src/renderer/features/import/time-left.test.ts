import { expect, it } from 'vitest';
import { secondsLeft } from './time-left';

it.each([
  [0, 100, 5000, null],
  [50, 100, 1000, null],
  [100, 100, 9000, null],
  [1, 100, 9000, null],
  [50, 100, 30_000, 30],
  [10, 100, 20_000, 180],
  [10, 100, 20_100, 190],
])('%d of %d after %d ms: %s s left', (done, total, elapsed, seconds) => {
  expect(secondsLeft(done, total, elapsed)).toBe(seconds);
});
