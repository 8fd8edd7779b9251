import { describe, expect, it } from 'vitest';
import { HeldOnce } from './held-once';

describe('HeldOnce', () => {
  it('answers what is the same with one value', () => {
    const held = new HeldOnce();
    expect(held.text('云汀日报')).toBe('云汀日报');
    const list = held.list(['a', 'b']);
    expect(list).toEqual(['a', 'b']);
    expect(held.list(['a', 'b'])).toBe(list);
    expect(held.list(['b', 'a'])).toEqual(['b', 'a']);
  });

  it('tells nothing from an empty word', () => {
    const held = new HeldOnce();
    expect(held.list([''])).toEqual(['']);
    expect(held.list([])).toEqual([]);
    expect(held.list([''])).toEqual(['']);
  });
});
