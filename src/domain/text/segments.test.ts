import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  codePointToUtf16,
  countCodePoints,
  countColumns,
  isHanUnit,
  isWideUnit,
  sliceSafe,
  startsWithHan,
  utf16ToCodePoint,
} from './segments';

const text = fc.string({ unit: 'binary', maxLength: 60 });

describe('code points', () => {
  it('are counted as the language does', () => {
    expect(countCodePoints('社工𠮷😀')).toBe(4);
    fc.assert(fc.property(text, (value) => countCodePoints(value) === [...value].length));
  });

  it('convert to UTF-16 offsets and back', () => {
    fc.assert(
      fc.property(text, fc.nat(70), (value, offset) => {
        const clamped = Math.min(offset, countCodePoints(value));
        expect(utf16ToCodePoint(value, codePointToUtf16(value, offset))).toBe(clamped);
      }),
    );
  });

  it('are never cut by a slice', () => {
    expect(sliceSafe('a😀b', 0, 2)).toBe('a');
    expect(sliceSafe('a😀b', 2)).toBe('😀b');
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.nat(40), fc.nat(40), (value, a, b) => {
        const [start, end] = [Math.min(a, b), Math.max(a, b)];
        expect(sliceSafe(value, start, end)).not.toMatch(/^[\udc00-\udfff]|[\ud800-\udbff]$/);
      }),
    );
  });
});

describe('characters', () => {
  it('know what is Han and what is wide', () => {
    expect(startsWithHan('社工')).toBe(true);
    expect(startsWithHan('𠮷')).toBe(true);
    expect(startsWithHan('a社')).toBe(false);
    expect(isHanUnit('〇'.charCodeAt(0))).toBe(true);
    expect(isHanUnit('，'.charCodeAt(0))).toBe(false);
    expect(isWideUnit('，'.charCodeAt(0))).toBe(true);
    expect(countColumns('社工ab，')).toBe(8);
    expect(countColumns('社'.repeat(100), 20)).toBe(20);
  });
});
