import { describe, expect, it } from 'vitest';
import { type CodeQuery, passageFilter } from './select';

const passages = new Map([
  ['1', ['甲']],
  ['2', ['甲', '乙']],
  ['3', ['甲下', '乙']],
  ['4', ['乙']],
  ['5', []],
]);
const under = (id: string) => (id === '甲' ? ['甲', '甲下'] : [id]);
const select = (query: Partial<CodeQuery>) => {
  const whole = { include: [], match: 'all' as const, exclude: [], subTags: false, ...query };
  const wants = passageFilter(whole, under);
  return [...passages].filter(([, tagIds]) => wants(tagIds)).map(([id]) => id);
};

describe('passageFilter', () => {
  it('joins by and, or and not', () => {
    expect(select({ include: ['甲', '乙'] })).toEqual(['2']);
    expect(select({ include: ['甲', '乙'], match: 'any' })).toEqual(['1', '2', '3', '4']);
    expect(select({ include: ['乙'], exclude: ['甲'] })).toEqual(['3', '4']);
    expect(select({ exclude: ['乙'] })).toEqual(['1']);
    expect(select({})).toEqual(['1', '2', '3', '4']);
  });

  it('takes sub-tags along', () => {
    expect(select({ include: ['甲', '乙'], subTags: true })).toEqual(['2', '3']);
    expect(select({ include: ['乙'], exclude: ['甲'], subTags: true })).toEqual(['4']);
  });
});
