import { type LibraryRow, libraryRow } from '@renderer/archive/library-rows';
import { describe, expect, it } from 'vitest';
import { filterArticles, NO_FILTER, outletsOf } from './filter-articles';
import { sortArticles } from './sort-articles';

function article(id: string, values: Partial<LibraryRow> = {}): LibraryRow {
  const parts = { id, title: id, outlet: '', date: '', ...values };
  return { ...libraryRow(parts), ...values };
}

const tag = {
  id: 't',
  name: '党建',
  color: 'red' as const,
  description: '',
  parentId: null,
  created: '',
  modified: '',
  authorId: '',
};

function ids(articles: readonly LibraryRow[]): string {
  return articles.map(({ id }) => id).join('');
}

describe('filterArticles', () => {
  const articles = [
    article('a', { title: '社会工作党建', outlet: '人民网', annotationCount: 2, tags: [tag] }),
    article('b', { title: 'NGO 治理', outlet: '新华网' }),
    article('c', { title: '基层治理', outlet: '人民网', annotationCount: 1 }),
  ];

  it('finds part of a title or an outlet, whatever the case', () => {
    expect(ids(filterArticles(articles, { ...NO_FILTER, text: '治理' }))).toBe('bc');
    expect(ids(filterArticles(articles, { ...NO_FILTER, text: '人民' }))).toBe('ac');
    expect(ids(filterArticles(articles, { ...NO_FILTER, text: ' ngo ' }))).toBe('b');
  });

  it('wants all conditions together', () => {
    expect(ids(filterArticles(articles, { ...NO_FILTER, tagId: 't' }))).toBe('a');
    expect(ids(filterArticles(articles, { ...NO_FILTER, annotated: 'no' }))).toBe('b');
    const both = { ...NO_FILTER, annotated: 'yes' as const, outlet: '人民网', text: '基层' };
    expect(ids(filterArticles(articles, both))).toBe('c');
  });
});

describe('sortArticles', () => {
  it('sorts titles by pinyin', () => {
    const articles = [
      article('a', { title: '志愿服务' }),
      article('b', { title: '基层治理' }),
      article('c', { title: '安居' }),
    ];
    expect(ids(sortArticles(articles, 'title', false))).toBe('cba');
    expect(ids(sortArticles(articles, 'title', true))).toBe('abc');
  });

  it('puts what has no date last in both directions', () => {
    const articles = [
      article('a'),
      article('b', { date: '2023-11' }),
      article('c', { date: '2023-11-24' }),
      article('d', { date: '2022' }),
    ];
    expect(ids(sortArticles(articles, 'date', false))).toBe('dbca');
    expect(ids(sortArticles(articles, 'date', true))).toBe('cbda');
  });

  it('keeps the order of import among equals and does not change its input', () => {
    const articles = [article('b'), article('a'), article('c', { annotationCount: 3 })];
    expect(ids(sortArticles(articles, 'annotations', true))).toBe('cab');
    expect(ids(articles)).toBe('bac');
  });
});

describe('outletsOf', () => {
  it('lists every outlet once by pinyin', () => {
    const outlets = ['新华网', '人民网', '', '新华网'].map((outlet) => article('x', { outlet }));
    expect(outletsOf(outlets)).toEqual(['人民网', '新华网']);
  });
});
