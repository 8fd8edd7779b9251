import { describe, expect, it } from 'vitest';
import { type CodeQuery, selectUses } from './select';

const uses = new Map([
  ['甲', ['1', '2']],
  ['甲下', ['3']],
  ['乙', ['2', '3', '4']],
]);
const under = (id: string) => (id === '甲' ? ['甲', '甲下'] : [id]);
const select = (query: Partial<CodeQuery>) =>
  [
    ...selectUses(
      { include: [], match: 'all', exclude: [], subTags: false, ...query },
      uses,
      under,
    ),
  ].sort();

describe('selectUses', () => {
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
