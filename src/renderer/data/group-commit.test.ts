import { describe, expect, it } from 'vitest';
import { GroupCommit } from './group-commit';

/** A place to write to that keeps what it was given at once, and refuses some of it. */
function recorder(refuses: (item: string) => boolean = () => false) {
  const groups: string[][] = [];
  const commit = new GroupCommit<string>(async (items) => {
    await Promise.resolve();
    if (items.some(refuses)) throw new Error('refused');
    groups.push([...items]);
  });
  return { groups, commit };
}

describe('GroupCommit', () => {
  it('writes the first item at once and those that come close after it together', async () => {
    const { groups, commit } = recorder();
    await commit.add('first', 10);
    const others = ['a', 'b', 'c'].map((item) => commit.add(item, 10));
    commit.hurry();
    await Promise.all(others);
    expect(groups).toEqual([['first'], ['a', 'b', 'c']]);
  });

  it('hurries what came while it was writing', async () => {
    const { groups, commit } = recorder();
    const first = commit.add('first', 10);
    const second = commit.add('second', 10);
    commit.hurry();
    await Promise.all([first, second]);
    expect(groups).toEqual([['first'], ['second']]);
  });

  it('does not wait when there are many items or many bytes', async () => {
    const { groups, commit } = recorder();
    await commit.add('first', 10);
    await Promise.all(Array.from({ length: 100 }, (_, index) => commit.add(`${index}`, 10)));
    await commit.add('large', 5_000_000);
    expect(groups.map((group) => group.length)).toEqual([1, 100, 1]);
  });

  it('writes an item without a hurry when nothing follows', async () => {
    const { groups, commit } = recorder();
    await commit.add('first', 10);
    await commit.add('last', 10);
    expect(groups).toEqual([['first'], ['last']]);
  });

  it('fails only the item that cannot be written', async () => {
    const { groups, commit } = recorder((item) => item === 'bad');
    await commit.add('first', 10);
    const results = ['a', 'bad', 'b'].map((item) => commit.add(item, 10));
    commit.hurry();
    const settled = await Promise.allSettled(results);
    expect(settled.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(groups).toEqual([['first'], ['a'], ['b']]);
  });
});
