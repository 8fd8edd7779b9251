import type { Tag } from '@domain/model';
import { describe, expect, it } from 'vitest';
import { LibraryRows } from './library-rows';

function tag(id: string): Tag {
  const stamp = { created: '', modified: '', authorId: '' };
  return { ...stamp, id, name: id, color: 'red', description: '', parentId: null };
}

function article(id: string, title = id) {
  return { id, title, outlet: '云汀日报', date: '2024-05-01' };
}

describe('LibraryRows', () => {
  it('holds once what several rows have, and says nothing else than they do', () => {
    const rows = new LibraryRows([tag('s'), tag('t')]);
    const place = { start: 1, end: 3 };
    rows.addAnnotations([
      { id: 'p', articleId: 'a', tagIds: ['t', 's'], ...place },
      { id: 'q', articleId: 'b', tagIds: ['t', 's'], ...place },
    ]);
    rows.append([article('a', 'NGO 治理'), article('b'), article('c')]);
    const [a, b, c] = rows.rows;
    expect(a).toMatchObject({ ...article('a', 'NGO 治理'), annotationCount: 1 });
    expect(a?.searchedTitle).toBe('ngo 治理');
    expect(a?.tags.map(({ id }) => id)).toEqual(['s', 't']);
    expect(b?.tags).toBe(a?.tags);
    expect(b?.annotations[0]?.tagIds).toBe(a?.annotations[0]?.tagIds);
    expect(c?.tags).toEqual([]);
  });

  it('gives another array after each change, and the same one without', () => {
    const rows = new LibraryRows([tag('t')]);
    rows.append([article('a')]);
    rows.append([article('b')]);
    expect(rows.count).toBe(2);
    const before = rows.rows;
    expect(rows.rows).toBe(before);
    rows.append([article('c')]);
    expect(rows.rows.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
    expect(before).toHaveLength(2);
    expect(rows.rows[0]).toBe(before[0]);
    rows.change({ articles: ['b'], annotations: [] }, { articles: [], annotations: [] });
    expect(rows.rows.map(({ id }) => id)).toEqual(['a', 'c']);
  });

  it('follows the names of tags that rows share', () => {
    const rows = new LibraryRows([tag('t')]);
    rows.append([{ ...article('a'), tagIds: ['t'] }]);
    rows.setTags([{ ...tag('t'), name: '社区' }], new Set(['t']));
    expect(rows.rows[0]?.tags[0]?.name).toBe('社区');
  });
});
