import type { Tag } from '@domain/model';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { flattenTree, placeTag, stepTag, type TagMove, tagTree, withSubTags } from './tree';

const tag = (id: string, parentId: string | null = null, order?: number): Tag => ({
  id,
  name: id,
  parentId,
  color: 'yellow',
  description: '',
  created: '',
  modified: '',
  authorId: '',
  ...(order === undefined ? {} : { order }),
});

function apply(tags: Tag[], moves: TagMove[]): Tag[] {
  const by = new Map(moves.map(({ id, ...change }) => [id, change]));
  return tags.map((each) => ({ ...each, ...by.get(each.id) }));
}

function outline(tags: Tag[]): string[] {
  return flattenTree(tagTree(tags)).map((node) => '-'.repeat(node.depth) + node.tag.id);
}

describe('the tree', () => {
  const tags = [tag('丙', '甲'), tag('甲'), tag('乙', '甲', 0), tag('丁')];

  it('puts siblings in their order, then by name', () => {
    expect(outline(tags)).toEqual(['丁', '甲', '-乙', '-丙']);
    expect(flattenTree(tagTree(tags), new Set(['甲'])).map((node) => node.tag.id)).toEqual([
      '丁',
      '甲',
    ]);
    expect(withSubTags(tags, '甲')).toEqual(new Set(['甲', '丙', '乙']));
  });

  it('shows tags of a circle and of missing parents at the top', () => {
    expect(outline([tag('a', 'b'), tag('b', 'a'), tag('c', 'gone')]).length).toBe(3);
    expect(outline([tag('a', 'a')])).toEqual(['a']);
  });

  it('moves by steps', () => {
    expect(outline(apply(tags, stepTag(tags, '丙', 'up')))).toEqual(['丁', '甲', '-丙', '-乙']);
    expect(outline(apply(tags, stepTag(tags, '乙', 'down')))).toEqual(['丁', '甲', '-丙', '-乙']);
    expect(outline(apply(tags, stepTag(tags, '甲', 'indent')))).toEqual([
      '丁',
      '-甲',
      '--乙',
      '--丙',
    ]);
    expect(outline(apply(tags, stepTag(tags, '乙', 'outdent')))).toEqual(['丁', '甲', '-丙', '乙']);
    expect(stepTag(tags, '丁', 'up')).toEqual([]);
    expect(stepTag(tags, '丁', 'outdent')).toEqual([]);
  });

  it('refuses to lie under itself', () => {
    expect(placeTag(tags, '甲', { parentId: '乙', beforeId: null })).toEqual([]);
    expect(placeTag(tags, '甲', { parentId: '甲', beforeId: null })).toEqual([]);
  });

  it('never loses a tag and never makes a circle, whatever is moved', () => {
    const ids = ['a', 'b', 'c', 'd', 'e', 'f'];
    const id = fc.constantFrom(...ids);
    const move = fc.oneof(
      fc.record({ id, step: fc.constantFrom('up', 'down', 'indent', 'outdent') }),
      fc.record({ id, parentId: fc.option(id), beforeId: fc.option(id) }),
    );
    fc.assert(
      fc.property(fc.array(move, { maxLength: 30 }), (moves) => {
        let now = ids.map((each) => tag(each));
        for (const each of moves) {
          now = apply(
            now,
            'step' in each ? stepTag(now, each.id, each.step) : placeTag(now, each.id, each),
          );
          expect(
            outline(now)
              .map((line) => line.replace(/^-+/, ''))
              .sort(),
          ).toEqual(ids);
          for (const one of now) {
            const above = one.parentId === null ? null : withSubTags(now, one.id);
            expect(above?.has(one.parentId ?? '') ?? false).toBe(false);
          }
        }
      }),
    );
  });
});
