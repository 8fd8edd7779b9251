import type { Annotation, Article, Note } from '@domain/model';
import { describe, expect, it } from 'vitest';
import { Catalog } from './catalog';

const STAMP = { created: '', modified: '', authorId: '' };

function article(id: string, more: Partial<Article> = {}): Article {
  return {
    ...STAMP,
    id,
    title: `题 ${id}`,
    outlet: '云汀日报',
    date: '2024-05-01',
    byline: '',
    page: '',
    characters: 0,
    paragraphCount: 0,
    sourceFileId: '',
    firstLine: 1,
    lastLine: 1,
    ...more,
  };
}

function annotation(id: string, articleId: string, more: Partial<Annotation> = {}): Annotation {
  const anchor = { start: 1, end: 3, exact: '社工', prefix: '', suffix: '' };
  return { ...STAMP, id, articleId, ...anchor, color: null, tagIds: [], ...more };
}

function note(id: string, targetKind: Note['targetKind'], targetId: string): Note {
  return { ...STAMP, id, targetKind, targetId, doc: { type: 'doc' }, plain: '' };
}

describe('Catalog', () => {
  it('knows the articles of passages and notes by their ordinals', () => {
    const catalog = new Catalog();
    for (const id of ['a', 'b']) catalog.putArticle(article(id));
    catalog.putAnnotation(annotation('p', 'b', { tagIds: ['t'], color: 'red' }));
    catalog.putAnnotation(annotation('unplaced', 'b', { unplaced: true }));
    catalog.putNote(note('on-passage', 'annotation', 'p'));
    catalog.putNote(note('on-unplaced', 'annotation', 'unplaced'));
    catalog.putNote(note('on-article', 'article', 'a'));
    catalog.putNote(note('journal', 'archive', 'archive'));
    const before = catalog.view();
    expect(before.passages).toEqual([
      { id: 'p', article: 1, start: 1, end: 3, tagIds: ['t'], isHighlighted: true },
    ]);
    expect(before.notes.map(({ article: ordinal }) => ordinal)).toEqual([1, 1, 0, -1]);

    catalog.articles.remove('a');
    const after = catalog.view();
    expect(after.passages.map(({ article: ordinal }) => ordinal)).toEqual([0]);
    expect(after.notes.map(({ article: ordinal }) => ordinal)).toEqual([0, 0, -1, -1]);
    // What was handed out before is as it was.
    expect(before.passages[0]?.article).toBe(1);
  });

  it('keeps what has not changed, and leads notes along with their passage', () => {
    const catalog = new Catalog();
    for (const id of ['a', 'b']) catalog.putArticle(article(id));
    catalog.putAnnotation(annotation('p', 'a'));
    catalog.putAnnotation(annotation('q', 'a'));
    catalog.putNote(note('n', 'annotation', 'p'));
    const before = catalog.view();
    catalog.putAnnotation(annotation('q', 'a', { start: 2 }));
    const between = catalog.view();
    expect(between.passages[0]).toBe(before.passages[0]);
    expect(between.passages[1]?.start).toBe(2);
    expect(between.articles).toBe(before.articles);
    catalog.putAnnotation(annotation('p', 'b'));
    expect(catalog.view().notes[0]?.article).toBe(1);
    catalog.removeAnnotation('p');
    expect(catalog.view().passages).toHaveLength(1);
  });

  it('takes the length of a text before its article or after it', () => {
    const catalog = new Catalog();
    catalog.setLength(catalog.articles.slotOf('a'), 7);
    catalog.putArticle(article('a'));
    expect(catalog.view().articles.rows[0]?.length).toBe(7);
    catalog.setLength(catalog.articles.slotOf('a'), 9);
    expect(catalog.view().articles.rows[0]).toMatchObject({ length: 9, outlet: '云汀日报' });
  });
});
