import { describe, expect, it } from 'vitest';
import { PageCache } from './page-cache';

function cacheOf(budget: number) {
  const asked: string[] = [];
  const cache = new PageCache(async (keys) => {
    asked.push(keys.map((key) => key.join('/')).join(' '));
    return keys.map(([segmentId, page]) =>
      segmentId === 'none' ? null : new Uint8Array(10).fill(page),
    );
  }, budget);
  return { cache, asked };
}

describe('PageCache', () => {
  it('reads a page once, also when it is asked for twice at the same time', async () => {
    const { cache, asked } = cacheOf(100);
    await Promise.all([cache.get('a', 1), cache.get('a', 1)]);
    expect(cache.get('a', 1)).toEqual(new Uint8Array(10).fill(1));
    expect(asked).toEqual(['a/1']);
    expect(await cache.get('none', 0)).toBeUndefined();
  });

  it('reads together what is asked for in one go', async () => {
    const { cache, asked } = cacheOf(100);
    const pages = await Promise.all([cache.get('a', 1), cache.get('b', 2), cache.get('none', 3)]);
    expect(pages.map((bytes) => bytes?.[0])).toEqual([1, 2, undefined]);
    await cache.get('c', 4);
    expect(asked).toEqual(['a/1 b/2 none/3', 'c/4']);
  });

  it('tells all that wait when reading fails', async () => {
    const cache = new PageCache(() => Promise.reject(new Error('no disk')), 100);
    const asked = [cache.get('a', 1), cache.get('b', 2)].map((page) =>
      expect(page).rejects.toThrow('no disk'),
    );
    await Promise.all(asked);
  });

  it('forgets what was asked for longest ago', async () => {
    const { cache, asked } = cacheOf(20);
    await cache.get('a', 1);
    await cache.get('a', 2);
    await cache.get('a', 1);
    await cache.get('a', 3);
    expect(cache.get('a', 1)).toBeInstanceOf(Uint8Array);
    await cache.get('a', 2);
    expect(asked).toEqual(['a/1', 'a/2', 'a/3', 'a/2']);
  });

  it('forgets the pages of segments that are no more', async () => {
    const { cache, asked } = cacheOf(100);
    await cache.get('a', 1);
    await cache.get('b', 1);
    cache.keepOnly(new Set(['b']));
    await cache.get('a', 1);
    expect(cache.get('b', 1)).toBeInstanceOf(Uint8Array);
    expect(asked).toEqual(['a/1', 'b/1', 'a/1']);
  });
});
