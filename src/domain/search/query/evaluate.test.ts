import { describe, expect, test } from 'vitest';
import { FOUND_FIELDS } from '../evaluation';
import { evaluate, parseQuery } from '.';
import { archiveOf } from './testing/archive';

const source = archiveOf(
  [
    {
      title: '社区治理',
      text: '社会工作者谈治理。\n治理与社会\n图中是社会工作者',
      kinds: ['body', 'body', 'caption'],
      outlet: '柳溪日报',
      date: '2023-11-24',
      page: '第4版',
      notes: ['治理'],
      tagIds: ['t1'],
    },
    {
      title: '别的',
      text: '治理。社會。ungovern government 社会工作',
      date: '2024',
      passages: [{ start: 3, end: 5, tagIds: ['t0'], highlighted: true }],
    },
  ],
  [
    { id: 't0', name: '治理', parentId: null },
    { id: 't1', name: '社区', parentId: 't0' },
  ],
  [{ on: 'archive', text: '治理笔记' }],
);

/** What is found, as `field owner start-end`, then the articles and loose notes. */
async function found(text: string): Promise<string> {
  const { query, problem } = parseQuery(text);
  if (query === null || problem !== null) throw new Error(`Cannot be read: ${text}`);
  const { fields, owners, starts, ends, articles, looseNotes } = await evaluate(query, source);
  const places = Array.from(
    fields,
    (field, at) => `${FOUND_FIELDS[field]}${owners[at]} ${starts[at]}-${ends[at]}`,
  );
  return `${places.join(', ')} | ${articles.join()} | ${looseNotes.join()}`;
}

describe('what a query finds', () => {
  test.each([
    // Places are in the order of articles, fields and text; notes on none come last.
    ['治理', 'title0 2-4, text0 6-8, text0 10-12, note1 0-2, text1 0-2, note0 0-2 | 0,1 | 0'],
    ['标题:治理', 'title0 2-4 | 0 | '],
    ['笔记:治理', 'note1 0-2, note0 0-2 | 0 | 0'],
    ['治理 -来源:柳溪', 'text1 0-2, note0 0-2 | 1 | 0'],
    // What overlaps is one place, and the longer one.
    ['社会工作 OR 社会', 'text0 0-4, text0 13-15, text0 19-23, text1 3-5, text1 26-30 | 0,1 | '],
    ['=社會', 'text1 3-5 | 1 | '],
    // Of two parts that are alternatives only those that hold have places.
    ['(治理 -社会) OR 笔记', 'note0 0-2, note0 2-4 |  | 0'],
    ['治理 NEAR/1 社会', 'text0 10-12, text0 13-15, text1 0-2, text1 3-5 | 0,1 | '],
    ['治理 SAME/S 社会', 'text0 0-2, text0 6-8, text0 10-12, text0 13-15 | 0 | '],
    ['govern*', 'text1 15-25 | 1 | '],
    ['*govern', 'text1 6-14 | 1 | '],
    ['word:government', 'text1 15-25 | 1 | '],
    ['社?工', 'text0 0-3, text0 19-22, text1 26-29 | 0,1 | '],
    // A kind beside words says where they are looked for.
    ['社会 类型:图注', 'text0 19-21 | 0 | '],
    ['社会 -类型:图注', 'text0 0-2, text0 13-15, text1 3-5, text1 26-28 | 0,1 | '],
    ['类型:图注', 'text0 16-24 | 0 | '],
    // Tags have places only without words.
    ['标签:治理', 'tag1 3-5 | 0,1 | '],
    ['标签:治理/社区', ' | 0 | '],
    ['标签:治理 社会工作', 'text0 0-4, text0 19-23, text1 26-30 | 0,1 | '],
    ['有:高亮', ' | 1 | '],
    ['有:笔记', ' | 0 | 0'],
    ['-有:笔记', ' | 1 | '],
    ['日期:2023..2023-11', ' | 0 | '],
    // A year is in no month.
    ['日期:2024-01', ' |  | '],
    ['日期:2024', ' | 1 | '],
    ['版次:4', ' | 0 | '],
    ['/社[会會]/ -者', 'text1 3-5, text1 26-28 | 1 | '],
  ])('%s', async (text, expected) => {
    expect(await found(text)).toBe(expected);
  });
});

test('ends when it is not wanted any more', async () => {
  const { query } = parseQuery('治理');
  if (query === null) throw new Error('unreachable');
  const signal = AbortSignal.abort(new Error('newer'));
  await expect(evaluate(query, source, { signal })).rejects.toThrow('newer');
});
