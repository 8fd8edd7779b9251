import { RangeSet } from 'dexie';
import { describe, expect, test } from 'vitest';
import { changedRows } from './changed-rows';

describe('changedRows', () => {
  test('tells the keys of each table and leaves other tables and indexes out', () => {
    const changed = changedRows(['annotations', 'notes', 'tags'], {
      'idb://zhaiji/annotations/': new RangeSet().addKeys(['b', 'a', 'c', 'a']),
      'idb://zhaiji/annotations/articleId': new RangeSet().addKeys(['x']),
      'idb://zhaiji/articles/': new RangeSet().addKeys(['x']),
      'idb://zhaiji/notes/': new RangeSet(),
      'idb://zhaiji/tags/': new RangeSet().addKeys(['t']),
    });
    expect([...changed.keys()]).toEqual(['annotations', 'tags']);
    expect(changed.get('annotations')?.toSorted()).toEqual(['a', 'b', 'c']);
    expect(changed.get('tags')).toEqual(['t']);
  });

  test('a range of keys says only that something changed', () => {
    const many = new RangeSet().addKeys(['a']);
    many.add({ from: 'b', to: 'z' });
    expect(changedRows(['annotations'], { 'idb://zhaiji/annotations/': many })).toEqual(
      new Map([['annotations', null]]),
    );
  });

  test('what comes from another window is no set any more, but says the same', () => {
    const sent = structuredClone({ ...new RangeSet().addKeys(['m', 'b', 'z']) });
    const changed = changedRows(['notes'], { 'idb://zhaiji/notes/': sent as RangeSet });
    expect(changed.get('notes')?.toSorted()).toEqual(['b', 'm', 'z']);
  });
});
