import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deflate, inflate } from './deflate';

describe('deflate', () => {
  it('is undone by inflate', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 2000 }), async (bytes) => {
        expect(await inflate(await deflate(bytes))).toEqual(bytes);
      }),
      { numRuns: 30 },
    );
  });

  it('takes more than a stream holds at once, and only the part that a view shows', async () => {
    const all = new TextEncoder().encode('社区里的老人和孩子。'.repeat(50_000));
    const view = all.subarray(30, -30);
    const deflated = await deflate(view);
    expect(deflated.length).toBeLessThan(view.length / 50);
    // Compared as a whole: a million numbers one by one take seconds.
    expect(Buffer.compare(await inflate(deflated), view)).toBe(0);
  });

  it('refuses what is damaged or cut off', async () => {
    const deflated = await deflate(new TextEncoder().encode('街道办事处'.repeat(100)));
    await expect(inflate(deflated.subarray(0, -4))).rejects.toThrow();
    await expect(inflate(new Uint8Array([0xff, 0xff, 0xff]))).rejects.toThrow();
  });
});
