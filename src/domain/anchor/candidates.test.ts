import { describe, expect, it } from 'vitest';
import { createAnchor } from './anchor';
import { clearCandidate, findCandidates } from './candidates';

const text = '街道办牵头，网格员每周入户一次；物业牵头，网格员每月入户一次。';
const quote = (of: string, words: string, from = 0) => {
  const start = of.indexOf(words, from);
  return createAnchor(of, start, start + words.length);
};

describe('findCandidates', () => {
  it('offers all places of the same words, the likeliest first', () => {
    const anchor = quote(text, '网格员', 16);
    const changed = text.replace('街道办', '镇里');
    const places = findCandidates(changed, anchor).map(({ start }) => start);
    expect(places).toEqual([changed.lastIndexOf('网格员'), changed.indexOf('网格员')]);
  });

  it('does not take one of several equal quotes whose surroundings are alike', () => {
    const anchor = { start: 0, end: 2, exact: '社工', prefix: '请', suffix: '说' };
    const found = findCandidates('请社工说，请社工说，请社工说', anchor);
    expect(found).toHaveLength(3);
    expect(clearCandidate(found)).toBeNull();
    expect(clearCandidate(findCandidates(`前言。${text}`, quote(text, '街道办')))?.start).toBe(3);
  });

  it('finds words with slips, and never takes them silently', () => {
    const anchor = quote(text, '物业牵头，网格员每月入户');
    const found = findCandidates(text.replace('网格员每月入户', '网恪员每月人户'), anchor);
    expect(found[0]).toMatchObject({ start: anchor.start, end: anchor.end });
    expect(found[0]?.words).toBeGreaterThan(0.8);
    expect(clearCandidate(found)).toBeNull();
  });

  it('finds nothing where there is nothing alike', () => {
    expect(findCandidates('完全不相干的另一句话', quote(text, '网格员每周'))).toEqual([]);
    expect(findCandidates('', quote(text, '网格员'))).toEqual([]);
  });
});
