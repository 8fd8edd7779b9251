import type { CodedView } from '@renderer/archive/code-browser';
import { describe, expect, it } from 'vitest';
import { groupPassages, rowsOfGroups } from './group-passages';

const passage = (id: string, outlet: string, date: string) =>
  ({ article: { id: `a${id}`, title: '', outlet, date }, annotation: { id } }) as CodedView;
const views = [passage('1', '', '2023'), passage('2', '乙报', ''), passage('3', '甲报', '2021')];
const group = (by: 'article' | 'outlet' | 'date') =>
  groupPassages(views, by, '不详', (a, b) => a.localeCompare(b)).map((each) => each.name);

describe('groupPassages', () => {
  it('sorts groups and puts what is unknown last', () => {
    expect(group('outlet').at(-1)).toBe('不详');
    expect(group('date')).toEqual(['2021', '2023', '不详']);
    expect(group('article')).toEqual(['不详', '不详', '不详']);
  });

  it('becomes rows', () => {
    const rows = rowsOfGroups(groupPassages(views, 'date', '', () => 0));
    expect(rows.map((row) => row.kind)).toEqual([
      ...['head', 'passage', 'head', 'passage', 'head', 'passage'],
    ]);
  });
});
