import { describe, expect, it } from 'vitest';
import { tablesOf } from './analysis-changes';
import { NO_FACETS } from './search';

describe('tablesOf', () => {
  const words = ['articles', 'articleTexts'];
  const all = [...words, 'notes', 'annotations', 'tags'];
  const ngrams = { query: '', unit: 'char', size: 2, least: 1 } as const;

  it('is titles and texts where all of them are counted', () => {
    expect(tablesOf(ngrams)).toEqual(words);
  });

  it('is notes too where something is asked for', () => {
    expect(tablesOf({ ...ngrams, query: '居民 来源:日报' })).toEqual([...words, 'notes']);
    expect(tablesOf({ queries: ['居民', ''], by: 'year' })).toEqual([...words, 'notes']);
  });

  it('is tags too where they are asked for, or narrowed to', () => {
    expect(tablesOf({ ...ngrams, query: '居民 -(标签:治理)' })).toEqual(all);
    expect(tablesOf({ ...ngrams, query: '居民', against: 'has:tag' })).toEqual(all);
    const narrowing = { facets: { ...NO_FACETS, tagIds: ['t'] }, within: [] };
    expect(tablesOf({ ...ngrams, query: '居民', narrowing })).toEqual(all);
  });
});
