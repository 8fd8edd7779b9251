import { describe, expect, it } from 'vitest';
import { idWithin, newId } from './ids';

describe('idWithin', () => {
  it('sorts after the id that it comes with, by index, and before the next', () => {
    const sources = Array.from({ length: 50 }, () => newId());
    const made = sources.flatMap((id) => [
      id,
      ...[0, 1, 2, 300, 70_000].map((at) => idWithin(id, at)),
    ]);
    const within = made.filter((id) => !sources.includes(id));
    expect([...within].sort()).toEqual(within);
    expect(new Set(made).size).toBe(made.length);
    for (const id of within)
      expect(id).toMatch(/^[\da-f]{8}-[\da-f]{4}-7[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
  });
});
