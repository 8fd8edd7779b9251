import { describe, expect, it } from 'vitest';
import { Gatherer } from './gather';

describe('Gatherer', () => {
  it('hands on together what one task asks for, promises within it included', async () => {
    const handed: number[][] = [];
    let done = (): void => undefined;
    const gatherer = new Gatherer<number>((items) => {
      handed.push(items);
      done();
    });
    const first = new Promise<void>((resolve) => (done = resolve));
    gatherer.add(1);
    await Promise.resolve();
    gatherer.add(2);
    await first;
    const second = new Promise<void>((resolve) => (done = resolve));
    gatherer.add(3);
    await second;
    expect(handed).toEqual([[1, 2], [3]]);
  });
});
