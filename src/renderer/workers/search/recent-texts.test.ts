import { expect, it } from 'vitest';
import { RecentTexts } from './recent-texts';

it('keeps the texts that were read last, up to so many characters', () => {
  const texts = new RecentTexts();
  texts.keep(Uint32Array.of(1, 2), ['社'.repeat(100_000), '工'.repeat(100_000)]);
  texts.keep(Uint32Array.of(1), ['社'.repeat(100_000)]);
  texts.keep(Uint32Array.of(3), ['区'.repeat(100_000)]);
  expect([1, 2, 3].map((owner) => texts.get(owner)?.length)).toEqual([100_000, undefined, 100_000]);
  texts.keep(Uint32Array.of(4), ['文'.repeat(1_000_000)]);
  expect([1, 3, 4].map((owner) => texts.get(owner))).toEqual([undefined, undefined, undefined]);
});
