import { NO_FACETS } from '@renderer/archive/search';
import { describe, expect, it } from 'vitest';
import { chosenValues, toggled } from './facet-values';

describe('toggled', () => {
  it('puts a value in and takes it out again', () => {
    const one = toggled(NO_FACETS, 'tags', 't1');
    expect(one).toEqual({ ...NO_FACETS, tagIds: ['t1'] });
    const two = toggled(toggled(one, 'kinds', 'caption'), 'years', '');
    expect(chosenValues(two)).toEqual([
      { facet: 'years', value: '' },
      { facet: 'tags', value: 't1' },
      { facet: 'kinds', value: 'caption' },
    ]);
    expect(toggled(one, 'tags', 't1')).toEqual(NO_FACETS);
  });
});
