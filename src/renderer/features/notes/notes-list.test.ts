import type { NoteView } from '@renderer/archive/queries';
import { describe, expect, it } from 'vitest';
import { excerptOf, filterNotes } from './notes-list';

const view = (plain: string, exact: string | null, title: string | null) =>
  ({
    note: { plain },
    annotation: exact === null ? null : { exact },
    article: title === null ? null : { title },
  }) as NoteView;

const views = [
  view('值得引用', '党建引领社会工作', '首届研讨会'),
  view('Compare with 2019', null, '格尔木调解'),
  view('总的想法', null, null),
];

describe('filterNotes', () => {
  it('looks into words, passage and title, whatever the case', () => {
    expect(filterNotes(views, '引用')).toEqual([views[0]]);
    expect(filterNotes(views, '党建')).toEqual([views[0]]);
    expect(filterNotes(views, '格尔木')).toEqual([views[1]]);
    expect(filterNotes(views, 'compare')).toEqual([views[1]]);
  });

  it('gives all for nothing', () => {
    expect(filterNotes(views, '  ')).toHaveLength(3);
  });
});

describe('excerptOf', () => {
  it('puts lines into one', () => {
    expect(excerptOf('一\n\n二\t三')).toBe('一 二 三');
  });

  it('never cuts a character in two', () => {
    expect(excerptOf('𠮷'.repeat(500))).toBe('𠮷'.repeat(240));
  });
});
