import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sha256OfBytes, sha256OfUtf8 } from './sha256';

describe('the hash of short messages', () => {
  it('is that of the standard', () => {
    expect(sha256OfUtf8('abc')).toBe(
      'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    );
    expect(sha256OfUtf8('')).toBe(
      'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    );
  });

  it('agrees with the browser for every length around the blocks', async () => {
    for (let length = 0; length < 200; length += 1) {
      const bytes = Uint8Array.from({ length }, (_, index) => (index * 37 + length) & 255);
      expect(sha256OfBytes(bytes)).toBe(await ofBrowser(bytes));
    }
  });

  it('agrees with the browser for any text, long ones between short ones', async () => {
    const text = fc.oneof(fc.string({ unit: 'binary', maxLength: 300 }), fc.constant(long));
    await fc.assert(
      fc.asyncProperty(text, async (any) => {
        expect(sha256OfUtf8(any)).toBe(await ofBrowser(new TextEncoder().encode(any)));
      }),
    );
  });
});

const long = '社区议事'.repeat(10_000);

async function ofBrowser(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
