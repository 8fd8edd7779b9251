import type { Tag } from '@domain/model';
import type { TagView } from '@renderer/archive/queries';
import { describe, expect, it } from 'vitest';
import { afterUse, type PickerRow, pickerRows } from './picker-rows';

const view = (name: string): TagView => ({ tag: { id: `id-${name}`, name } as Tag, count: 1 });
const views = ['社会工作', '党建引领', '基层治理', '党建'].map(view);
const names = (rows: PickerRow[]) =>
  rows.map((row) => (row.kind === 'tag' ? row.tag.name : `+${row.name}`));

describe('pickerRows', () => {
  it('orders by pinyin when nothing is typed', () => {
    expect(names(pickerRows(views, '', []))).toEqual(['党建', '党建引领', '基层治理', '社会工作']);
  });

  it('puts the tags used last on top, also when one of them is gone', () => {
    const recent = ['id-社会工作', 'id-不在', 'id-基层治理'];
    expect(names(pickerRows(views, ' ', recent))).toEqual([
      '社会工作',
      '基层治理',
      '党建',
      '党建引领',
    ]);
  });

  it('offers a new tag after those that fit', () => {
    expect(names(pickerRows(views, '治理', []))).toEqual(['基层治理', '+治理']);
    expect(names(pickerRows(views, '  新  标签 ', []))).toEqual(['+新 标签']);
  });

  it('offers none where there is one of that name, whatever its width and case', () => {
    expect(names(pickerRows(views, '＃党建', []))).toEqual(['党建', '党建引领']);
    expect(names(pickerRows([view('NGO')], 'ｎｇｏ', []))).toEqual(['NGO']);
  });

  it('offers none where none may be made', () => {
    expect(pickerRows(views, '无此标签', [], false)).toEqual([]);
  });
});

describe('afterUse', () => {
  it('moves a tag to the front and forgets the oldest', () => {
    expect(afterUse(['a', 'b', 'c'], 'c')).toEqual(['c', 'a', 'b']);
    expect(afterUse(['1', '2', '3', '4', '5', '6', '7', '8'], '9')).toHaveLength(8);
  });
});
