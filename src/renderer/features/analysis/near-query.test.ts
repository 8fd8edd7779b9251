import { parseQuery } from '@domain/search/query';
import { describe, expect, it } from 'vitest';
import { nearQuery, sequenceQuery } from './near-query';

describe('nearQuery', () => {
  it('asks for a word near a query', () => {
    expect(nearQuery('社区治理 ', '居民', 7)).toBe('社区治理 NEAR/7 居民');
    expect(nearQuery('治理', '居民', 0)).toBe('治理 NEAR/0 居民');
  });

  it('holds a longer query together', () => {
    expect(nearQuery('治理 OR 管理', '居民', 5)).toBe('(治理 OR 管理) NEAR/5 居民');
  });

  it('lets what narrows stand beside', () => {
    expect(nearQuery('治理 来源:云湖日报', '居民', 5)).toBe('治理 NEAR/5 居民 outlet:云湖日报');
    expect(nearQuery('来源:云湖日报', '居民', 5)).toBe('outlet:云湖日报 居民');
    expect(nearQuery('社工 社区', '居民', 5)).toBe('(社工 OR 社区) NEAR/5 居民 社工 社区');
  });

  it('is a query without a mistake', () => {
    for (const query of ['治理 OR 管理', '社工 -社区', '"a b" NEAR 丙', '/治.理/', '标签:协商']) {
      expect(parseQuery(nearQuery(query, 'OR', 3)).problem).toBeNull();
    }
  });
});

describe('sequenceQuery', () => {
  it('leaves out the spaces that part Chinese words', () => {
    expect(sequenceQuery('社会 工作 者')).toBe('社会工作者');
    expect(sequenceQuery('AI 技术')).toBe('AI技术');
    expect(sequenceQuery('open source')).toBe('"open source"');
  });
});
