import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fromBase64, toBase64 } from './base64';

it('is undone, for any bytes and more than one piece of them', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), fc.integer({ min: 1, max: 400 }), (some, n) => {
      const bytes = new Uint8Array(some.length * n);
      for (let i = 0; i < n; i += 1) bytes.set(some, i * some.length);
      expect(Buffer.from(fromBase64(toBase64(bytes))).equals(Buffer.from(bytes))).toBe(true);
      expect(toBase64(bytes)).toBe(Buffer.from(bytes).toString('base64'));
    }),
    { numRuns: 50 },
  );
});
