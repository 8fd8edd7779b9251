import { expect, it } from 'vitest';
import { typed } from './held-keys';

it('keeps letters, takes the last one back whole, and leaves other keys alone', () => {
  const keys = ['社', '𠮷', 'Backspace', 'g', 'Enter', 'z'];
  expect(keys.reduce<string>((text, key) => typed(text, key) ?? text, '')).toBe('社g\nz');
  for (const key of ['ArrowDown', 'Shift', 'Tab', 'F3', 'Process']) {
    expect(typed('社', key)).toBeNull();
  }
});
