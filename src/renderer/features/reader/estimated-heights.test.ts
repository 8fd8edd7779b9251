import { describe, expect, it } from 'vitest';
import { estimatedHeight, widthInEm } from './estimated-heights';

describe('widthInEm', () => {
  it('counts Han and full-width marks whole, Latin letters and digits half', () => {
    expect(widthInEm('渡口，')).toBe(3);
    expect(widthInEm('“议事”')).toBe(4);
    expect(widthInEm('12月AB')).toBe(3);
    expect(widthInEm('')).toBe(0);
  });

  it('counts a character of the astral planes once', () => {
    expect(widthInEm('𠮷𠮷')).toBe(2);
  });
});

describe('estimatedHeight', () => {
  const size = { fontSize: 20, lineHeight: 36, width: 205 };

  it('is that of full lines behind the indent', () => {
    expect(estimatedHeight(8, size)).toBe(36);
    expect(estimatedHeight(9, size)).toBe(72);
    expect(estimatedHeight(28, size)).toBe(108);
  });

  it('is one line at least, however narrow the line is', () => {
    expect(estimatedHeight(0, size)).toBe(36);
    expect(estimatedHeight(3, { ...size, width: 0 })).toBe(5 * 36);
  });
});
