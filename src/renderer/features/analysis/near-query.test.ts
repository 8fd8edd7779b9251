import { describe, expect, it } from 'vitest';
import { nearQuery, quoted, sequenceQuery } from './near-query';

describe('nearQuery', () => {
  it('asks for a word near a query', () => {
    expect(nearQuery('社区治理 ', '居民', 7)).toBe('社区治理 NEAR/7 居民');
    expect(nearQuery('治理', '居民', 0)).toBe('治理 NEAR/1 居民');
  });

  it('holds a longer query together', () => {
    expect(nearQuery('治理 OR 管理', '居民', 5)).toBe('(治理 OR 管理) NEAR/5 居民');
  });
});

describe('quoted', () => {
  it('quotes what would mean something else', () => {
    expect(quoted('AI')).toBe('AI');
    expect(quoted('or')).toBe('or');
    expect(quoted('OR')).toBe('"OR"');
    expect(quoted('co-op')).toBe('"co-op"');
  });
});

describe('sequenceQuery', () => {
  it('leaves out the spaces that part Chinese words', () => {
    expect(sequenceQuery('社会 工作 者')).toBe('社会工作者');
    expect(sequenceQuery('AI 技术')).toBe('AI技术');
    expect(sequenceQuery('open source')).toBe('"open source"');
  });
});
