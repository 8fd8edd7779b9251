import { afterEach, beforeEach, expect, test, vi } from 'vitest';

let searchFirst: typeof import('./search-quiet').searchFirst;
let searchGoesFirst: typeof import('./search-quiet').searchGoesFirst;
let whenQuiet: typeof import('./search-quiet').whenQuiet;

// What it remembers of time is of one clock.
beforeEach(async () => {
  vi.useFakeTimers();
  vi.resetModules();
  ({ searchFirst, searchGoesFirst, whenQuiet } = await import('./search-quiet'));
});
afterEach(() => {
  vi.useRealTimers();
});

test('what can wait is asked after the search of the screen and a moment without another', async () => {
  const asked: string[] = [];
  let end: (value: string) => void = () => undefined;
  const search = searchFirst(
    () =>
      new Promise<string>((resolve) => {
        end = resolve;
      }),
  );
  const counts = whenQuiet(async () => asked.push('counts'));
  await vi.advanceTimersByTimeAsync(2000);
  expect(asked).toEqual([]);
  end('found');
  expect(await search).toBe('found');
  await vi.advanceTimersByTimeAsync(100);
  await searchFirst(async () => 'the next key');
  await vi.advanceTimersByTimeAsync(200);
  expect(asked).toEqual([]);
  await vi.advanceTimersByTimeAsync(600);
  expect(asked).toEqual(['counts']);
  await counts;
});

test('it is asked one after the other, and not at all when it is no longer wanted', async () => {
  const asked: string[] = [];
  let end: () => void = () => undefined;
  const first = whenQuiet(async () => {
    asked.push('first');
    await new Promise<void>((resolve) => {
      end = resolve;
    });
  });
  const wanted = new AbortController();
  const second = whenQuiet(async () => asked.push('second'), wanted.signal);
  const third = whenQuiet(async () => asked.push('third'));
  await vi.advanceTimersByTimeAsync(1000);
  expect(asked).toEqual(['first']);
  wanted.abort();
  end();
  await first;
  expect(await second).toBeNull();
  await vi.advanceTimersByTimeAsync(1000);
  await third;
  expect(asked).toEqual(['first', 'third']);
});

test('an error is told to who asked and holds up no other', async () => {
  const failing = expect(
    whenQuiet(async () => Promise.reject(new Error('broken'))),
  ).rejects.toThrow('broken');
  const next = whenQuiet(async () => 'next');
  await vi.advanceTimersByTimeAsync(1000);
  await failing;
  expect(await next).toBe('next');
});

test('what reads very much lets a search go first, but not a long one', async () => {
  const seen: string[] = [];
  void searchFirst(() => new Promise(() => undefined));
  void searchGoesFirst().then(() => seen.push('read'));
  await vi.advanceTimersByTimeAsync(1900);
  expect(seen).toEqual([]);
  await vi.advanceTimersByTimeAsync(200);
  expect(seen).toEqual(['read']);
});

test('what reads very much also waits between two keys, and has short turns beside who types on', async () => {
  let steps = 0;
  const read = async () => {
    for (;;) {
      await searchGoesFirst();
      steps += 1;
      await new Promise((resolve) => setTimeout(resolve, 15));
    }
  };
  await searchFirst(async () => 'a key');
  void read();
  const typeOn = async (milliseconds: number) => {
    for (let at = 0; at < milliseconds; at += 200) {
      await vi.advanceTimersByTimeAsync(200);
      await searchFirst(async () => 'a key');
    }
  };
  await typeOn(1800);
  expect(steps).toBe(0);
  await typeOn(2000);
  expect(steps).toBeGreaterThan(0);
  expect(steps).toBeLessThan(6);
  await typeOn(2000);
  const before = steps;
  expect(before).toBeGreaterThan(3);
  await vi.advanceTimersByTimeAsync(1300);
  expect(steps).toBeGreaterThan(before + 40);
});
