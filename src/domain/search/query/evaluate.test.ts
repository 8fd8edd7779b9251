import { expect, test } from 'vitest';
import { FOUND_FIELDS } from '../evaluation';
import { evaluate, parseQuery } from '.';
import { archiveOf } from './testing/archive';

test('finds plain words together, in titles, texts and notes', async () => {
  const source = archiveOf([
    { title: '社区治理', text: '社会工作者谈治理。\n治理与社会', notes: ['治理'] },
    { title: '别的', text: '治理' },
  ]);
  const { query } = parseQuery('治理　社会');
  const found = query && (await evaluate(query, source));
  expect([...(found?.articles ?? [])]).toEqual([0]);
  expect(Array.from(found?.fields ?? [], (field) => FOUND_FIELDS[field])).toEqual(
    'title text text text text note'.split(' '),
  );
  expect([...(found?.starts ?? [])]).toEqual([2, 0, 6, 10, 13, 0]);
});
