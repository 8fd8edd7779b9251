import type { SearchHit } from '@renderer/archive/search';
import { describe, expect, it } from 'vitest';
import { groupHits, nextHit } from './group-hits';

function hit(articleId: string, field: SearchHit['field'], start: number): SearchHit {
  return {
    field,
    articleId,
    title: `《${articleId}》`,
    paragraph: 1,
    start,
    end: start + 2,
    before: '',
    match: '治理',
    after: '',
    targetId: field === 'note' ? 'n' : null,
  };
}

const rows = groupHits([
  hit('b', 'title', 0),
  hit('a', 'text', 4),
  hit('b', 'text', 9),
  hit('', 'note', 0),
  hit('a', 'note', 0),
]);

describe('groupHits', () => {
  it('puts what belongs to an article under its heading', () => {
    const told = rows.map((row) =>
      row.kind === 'group' ? `${row.title}${row.count}` : `${row.hit.field}${row.hit.start}`,
    );
    expect(told).toEqual([
      '《b》2',
      'title0',
      'text9',
      '《a》2',
      'text4',
      'note0',
      '《》1',
      'note0',
    ]);
  });

  it('gives each row a key of its own', () => {
    expect(new Set(rows.map((row) => row.key)).size).toBe(rows.length);
  });
});

describe('nextHit', () => {
  it('skips headings in both directions and stops at the ends', () => {
    expect(nextHit(rows, 0, 1)).toBe(1);
    expect(nextHit(rows, 3, 1)).toBe(4);
    expect(nextHit(rows, 3, -1)).toBe(2);
    expect(nextHit(rows, 0, -1)).toBeNull();
    expect(nextHit(rows, rows.length, 1)).toBeNull();
  });
});
