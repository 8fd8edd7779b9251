import { describe, expect, it } from 'vitest';
import { NONE, Slots } from './slots';

describe('Slots', () => {
  it('gives every id a slot for good and rows without gaps', () => {
    const slots = new Slots<string>();
    for (const id of ['a', 'b', 'c']) slots.put(id, id.toUpperCase());
    const before = slots.dense();
    expect(before.rows).toEqual(['A', 'B', 'C']);
    slots.remove('b');
    expect([...slots.dense().ordinals]).toEqual([0, NONE, 1]);
    expect(slots.dense().rows).toEqual(['A', 'C']);
    slots.put('b', 'B again');
    expect(slots.slotOf('b')).toBe(1);
    expect(slots.dense().rows).toEqual(['A', 'B again', 'C']);
    // What was handed out before stays as it was.
    expect(before.rows).toEqual(['A', 'B', 'C']);
  });

  it('counts a slot that is given before its row', () => {
    const slots = new Slots<string>();
    slots.put('a', 'A');
    slots.dense();
    expect(slots.slotOf('later')).toBe(1);
    expect([...slots.dense().ordinals]).toEqual([0, NONE]);
    expect(slots.get('later')).toBeNull();
    const { structure } = slots;
    slots.put('a', 'A changed');
    expect(slots.structure).toBe(structure);
    slots.put('later', 'L');
    expect(slots.structure).not.toBe(structure);
  });
});
