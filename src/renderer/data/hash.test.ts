import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { sha256Of, sha256OfEach, sha256OfText, sha256OfTexts } from './hash';

const hash = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const bytesOf = (length: number) => Uint8Array.from({ length }, (_, at) => (at * 37) & 0xff);

describe('SHA-256', () => {
  it('is the same for one and for many, small and large', async () => {
    const all = [0, 1, 55, 56, 64, 2_000, 16_384, 16_385, 40_000].map(bytesOf);
    const expected = all.map(hash);
    expect(await Promise.all(all.map(sha256Of))).toEqual(expected);
    expect(await sha256OfEach(all)).toEqual(expected);
    expect(await sha256OfEach(all.slice(0, 2))).toEqual(expected.slice(0, 2));
    expect(await sha256OfEach([])).toEqual([]);
  });

  it('is that of the UTF-8 bytes of a text', async () => {
    const texts = ['', '青石桥社区', 'a\n𠮷', '社工站揭牌', '一'.repeat(9_000)];
    const expected = texts.map((text) => hash(new TextEncoder().encode(text)));
    expect(await sha256OfTexts(texts)).toEqual(expected);
    expect(await Promise.all(texts.map(sha256OfText))).toEqual(expected);
  });
});
