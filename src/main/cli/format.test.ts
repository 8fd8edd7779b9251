import { describe, expect, it } from 'vitest';
import { humanLines } from './format';

describe('humanLines', () => {
  it('says of a file what became of it', () => {
    const article = { id: 'id', title: '题目', outlet: '来源', date: '', paragraphs: 3 };
    const line = { file: 'a.txt', status: 'imported', reason: null, encoding: 'utf-8' };
    expect(humanLines('import', { ...line, articles: [article] })).toBe(
      'imported\ta.txt\n  id  题目  来源  ¶3',
    );
  });

  it('marks the match in its context', () => {
    const hit = { title: '题目', paragraph: 2, before: '前', match: '词', after: '后' };
    const result = { query: '词', total: 4, articles: 1, hits: [hit] };
    expect(humanLines('search', result)).toBe('题目 ¶2: 前【词】后\n词: 4 / 1');
  });

  it('lists the problems of a check', () => {
    const counts = { articles: 1, annotations: 1, notes: 0, tags: 0 };
    const problems = [{ kind: 'anchor', id: 'id', detail: '词' }];
    expect(humanLines('check', { ok: false, ...counts, problems })).toContain('anchor\tid\t词');
  });
});
