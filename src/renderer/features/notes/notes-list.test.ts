import type { NoteView } from '@renderer/archive/queries';
import { describe, expect, it } from 'vitest';
import { chooseNotes, everyNote, excerptOf, filterNotes } from './notes-list';

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

describe('chooseNotes', () => {
  const onTag = { note: { targetKind: 'tag', targetId: 't' }, tag: { name: '安' } };
  const onPassage = {
    note: { targetKind: 'annotation', targetId: 'p' },
    annotation: { tagIds: ['t'] },
    article: { title: '左' },
  };
  const onArticle = { note: { targetKind: 'article', targetId: 'a' }, article: { title: '北' } };
  const all = [onPassage, onArticle, onTag] as NoteView[];

  it('keeps the order of time, or sorts titles by pinyin', () => {
    expect(chooseNotes(all, everyNote)).toEqual(all);
    const sorted = chooseNotes(all, { ...everyNote, sort: 'title' });
    expect(sorted).toEqual([onTag, onArticle, onPassage]);
  });

  it('chooses by kind, and by tag also the memo on it', () => {
    expect(chooseNotes(all, { ...everyNote, kind: 'article' })).toEqual([onArticle]);
    expect(chooseNotes(all, { ...everyNote, tagId: 't' })).toEqual([onPassage, onTag]);
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
