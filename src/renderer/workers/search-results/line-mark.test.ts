import { evaluate, parseQuery } from '@domain/search/query';
import { archiveOf } from '@domain/search/query/testing/archive';
import type { SearchSource } from '@domain/search/source';
import { describe, expect, it } from 'vitest';
import { markOf } from './line-mark';

/** A made-up archive whose articles have ids of their own. */
function archive(texts: Record<string, string>): SearchSource {
  const source = archiveOf(Object.values(texts).map((text) => ({ text })));
  const ids = Object.keys(texts);
  const articles = source.articles.map((article, at) => ({ ...article, id: ids[at] ?? '' }));
  return Object.assign(Object.create(source) as SearchSource, { articles });
}

async function markIn(source: SearchSource, order?: number[]): Promise<string> {
  const { query } = parseQuery('早市');
  if (query === null) throw new Error('A query');
  const found = { source, evaluation: await evaluate(query, source) };
  return markOf(found, Uint32Array.from(order ?? found.evaluation.fields.keys()));
}

describe('markOf', () => {
  const before = { a: '早市开了', b: '老早市' };

  it('stays where the same places are found again', async () => {
    const mark = await markIn(archive(before));
    expect(await markIn(archive({ ...before, c: '夜市' }))).toBe(mark);
    // Others have come before them, so that their ordinals are others.
    expect(await markIn(archive({ c: '夜市', ...before }))).toBe(mark);
  });

  it('is another one where as many places are others', async () => {
    const mark = await markIn(archive(before));
    expect(await markIn(archive({ a: '早市开了', c: '老早市' }))).not.toBe(mark);
    expect(await markIn(archive({ a: '早市开了', b: '新的早市' }))).not.toBe(mark);
    expect(await markIn(archive(before), [1, 0])).not.toBe(mark);
  });
});
