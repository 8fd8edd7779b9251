import type { Annotation } from '@domain/model';
import { describe, expect, test } from 'vitest';
import { neighbourOf, nextAt, targetOf, wholeParagraphs } from './target';

function annotation(id: string, start: number, end: number): Annotation {
  const stamp = { created: '', modified: '', authorId: '' };
  const quote = { exact: '', prefix: '', suffix: '' };
  return { id, ...stamp, articleId: 'a', start, end, ...quote, color: 'yellow', tagIds: [] };
}

const all = [annotation('long', 0, 20), annotation('short', 5, 8), annotation('last', 30, 40)];
const none = { passage: null, selectedId: null, paragraph: null };

describe('targetOf', () => {
  test('a selected passage comes first', () => {
    const situation = { passage: { start: 1, end: 3 }, selectedId: 'last', paragraph: null };
    expect(targetOf(situation, all)).toEqual({ start: 1, end: 3, existing: null });
  });

  test('a passage that is annotated already is that annotation', () => {
    const situation = { ...none, passage: { start: 5, end: 8 } };
    expect(targetOf(situation, all)?.existing?.id).toBe('short');
  });

  test('then the selected annotation, then the paragraph', () => {
    const paragraph = { start: 30, end: 40 };
    expect(targetOf({ ...none, selectedId: 'long', paragraph }, all)?.existing?.id).toBe('long');
    expect(targetOf({ ...none, selectedId: 'gone', paragraph }, all)?.existing?.id).toBe('last');
    expect(targetOf(none, all)).toBeNull();
  });
});

test('clicks on one place take one annotation after the other, the shortest first', () => {
  expect(nextAt(all, 6, null)?.id).toBe('short');
  expect(nextAt(all, 6, 'short')?.id).toBe('long');
  expect(nextAt(all, 6, 'long')?.id).toBe('short');
  expect(nextAt(all, 25, 'long')).toBeNull();
});

test('the neighbour of what is selected, or of the place where one is', () => {
  expect(neighbourOf(all, 'short', 0, 1)?.id).toBe('last');
  expect(neighbourOf(all, 'last', 0, 1)).toBeNull();
  expect(neighbourOf(all, null, 10, 1)?.id).toBe('last');
  expect(neighbourOf(all, null, 10, -1)?.id).toBe('short');
});

test('a paragraph is marked only by what covers exactly it', () => {
  const paragraphs = [
    { start: 0, end: 20 },
    { start: 21, end: 40 },
  ];
  expect([...wholeParagraphs(paragraphs, all)]).toEqual([0]);
});
