import type { Tag } from '@domain/model';
import { expect, test } from 'vitest';
import { codebookOf } from './code-queries';

const stamp = { created: '', modified: '', authorId: '' };

function tag(id: string, parentId: string | null = null): Tag {
  return { ...stamp, id, name: id, color: 'blue', description: '', parentId };
}

function row(tagIds: string[] | undefined, ...passages: string[][]) {
  const annotations = passages.map((ids, index) => ({
    id: String(index),
    articleId: 'a',
    tagIds: ids,
    start: 0,
    end: 1,
  }));
  return { ...(tagIds === undefined ? {} : { tagIds }), annotations };
}

test('a tag counts its own passages, and with what lies under it each passage once', () => {
  const tags = [tag('上'), tag('中', '上'), tag('下', '中'), tag('旁')];
  const rows = [
    row(['上', 'gone'], ['上', '下'], ['下'], ['gone']),
    row(undefined, ['中', '旁'], []),
    row(['上']),
  ];
  expect(codebookOf(rows, tags).map(({ tag: { id }, ...counts }) => ({ id, ...counts }))).toEqual([
    { id: '上', count: 1, total: 3, articleCount: 2 },
    { id: '中', count: 1, total: 3, articleCount: 0 },
    { id: '下', count: 2, total: 2, articleCount: 0 },
    { id: '旁', count: 1, total: 1, articleCount: 0 },
  ]);
});
