import { describe, expect, it } from 'vitest';
import { EMPTY_SELECTION, keepShown, select, selectAll } from './selection';

const order = ['a', 'b', 'c', 'd', 'e'];

describe('select', () => {
  it('extends a range from where it began, forwards and back', () => {
    const one = select(EMPTY_SELECTION, 'c', 'only', order);
    const down = select(one, 'e', 'range', order);
    expect([...down.ids]).toEqual(['c', 'd', 'e']);
    const up = select(down, 'b', 'range', order);
    expect([...up.ids]).toEqual(['b', 'c']);
    expect(up.activeId).toBe('b');
  });

  it('adds and takes away single rows', () => {
    const two = select(select(EMPTY_SELECTION, 'a', 'only', order), 'd', 'toggle', order);
    expect([...two.ids]).toEqual(['a', 'd']);
    expect([...select(two, 'a', 'toggle', order).ids]).toEqual(['d']);
  });

  it('moves without choosing', () => {
    const moved = select(select(EMPTY_SELECTION, 'a', 'only', order), 'b', 'move', order);
    expect(moved.activeId).toBe('b');
    expect([...moved.ids]).toEqual(['a']);
  });

  it('begins anew when the range began at a row that is gone', () => {
    const one = select(EMPTY_SELECTION, 'x', 'only', order);
    expect([...select(one, 'b', 'range', order).ids]).toEqual(['b']);
  });
});

describe('selectAll', () => {
  it('chooses every row and stays where it is', () => {
    const all = selectAll(select(EMPTY_SELECTION, 'c', 'only', order), order);
    expect(all.ids.size).toBe(5);
    expect(all.activeId).toBe('c');
  });
});

describe('keepShown', () => {
  it('goes to the next row when the active one was deleted, at the end to the one before', () => {
    const one = select(EMPTY_SELECTION, 'c', 'only', order);
    expect(keepShown(one, order, ['a', 'b', 'd', 'e'])).toMatchObject({ activeId: 'd' });
    const last = select(EMPTY_SELECTION, 'e', 'only', order);
    expect(keepShown(last, order, ['a', 'b'])).toMatchObject({ activeId: 'b' });
  });

  it('chooses nothing when nothing is left', () => {
    const one = select(EMPTY_SELECTION, 'c', 'only', order);
    expect(keepShown(one, order, [])).toEqual({ activeId: null, anchorId: null, ids: new Set() });
  });

  it('is the same when nothing is gone', () => {
    const one = select(EMPTY_SELECTION, 'c', 'only', order);
    expect(keepShown(one, order, ['c', 'a'])).toBe(one);
  });
});

describe('selectAll while rows arrive', () => {
  it('remembers that all were chosen until something else is', () => {
    const all = selectAll(EMPTY_SELECTION, ['a', 'b'], true);
    expect(all.all).toBe(true);
    expect(select(all, 'b', 'move', ['a', 'b']).all).toBe(true);
    const arrived = selectAll(all, order);
    expect([...arrived.ids]).toEqual(order);
    expect(arrived.all).toBeUndefined();
    expect(select(all, 'a', 'toggle', ['a', 'b']).all).toBeUndefined();
  });
});
