import { HIGHLIGHT_COLORS, type HighlightColor, type Tag } from '@domain/model';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchTags, nextTagColor, normalizeTagName, tagPath } from './tags';

const names = (all: string[], query: string) =>
  matchTags(
    all.map((name) => ({ name })),
    query,
  ).map(({ name }) => name);

describe('normalizeTagName', () => {
  it('cleans a name', () => {
    expect(normalizeTagName('  ##　社区 \t 治理\n')).toBe('社区 治理');
    expect(normalizeTagName('＃党建')).toBe('党建');
    expect(normalizeTagName('e\u0301')).toBe('é');
    expect(normalizeTagName('C#')).toBe('C#');
    expect(normalizeTagName(' # ')).toBe('');
  });

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (name) => {
        expect(normalizeTagName(normalizeTagName(name))).toBe(normalizeTagName(name));
      }),
    );
  });
});

describe('matchTags', () => {
  const all = ['志愿服务', '社工站', '乡镇社工站', '阿姨', '社工', 'Policy', 'policy brief'];

  it('puts the same name first, then beginnings, then the rest by pinyin', () => {
    expect(names(all, '社工')).toEqual(['社工', '社工站', '乡镇社工站']);
    expect(names(all, 'ＰＯＬＩＣＹ')).toEqual(['Policy', 'policy brief']);
    expect(names(all, '#阿')).toEqual(['阿姨']);
    expect(names(all, '没有')).toEqual([]);
  });

  it('puts names that sound so from the beginning before others', () => {
    expect(names(['居民议事', '社会工作', '社区'], 'sh')).toEqual(['社会工作', '社区', '居民议事']);
    expect(names(['居民议事', '社会工作', '社区'], 'shgz')).toEqual(['社会工作']);
  });

  it('gives everything by pinyin for an empty query', () => {
    expect(names(['志愿', '阿姨', '社工', '乡镇'], '')).toEqual(['阿姨', '社工', '乡镇', '志愿']);
  });
});

describe('nextTagColor', () => {
  it('takes the least used colour in the order of the palette', () => {
    const tags = (...colors: HighlightColor[]) => colors.map((color) => ({ color }));
    expect(nextTagColor([])).toBe(HIGHLIGHT_COLORS[0]);
    expect(nextTagColor(tags('yellow'))).toBe('red');
    expect(nextTagColor(tags(...HIGHLIGHT_COLORS, 'yellow', 'red', 'blue'))).toBe('green');
  });
});

describe('tagPath', () => {
  const tag = (id: string, parentId: string | null): Tag => ({
    id,
    name: id,
    parentId,
    color: 'red',
    description: '',
    authorId: '',
    created: '',
    modified: '',
  });

  it('goes up to the topmost parent and stops at gaps and circles', () => {
    const tags = new Map(
      [tag('甲', null), tag('乙', '甲'), tag('丙', '丁'), tag('丁', '丙')].map((t) => [t.id, t]),
    );
    expect(tagPath(tag('子', '乙'), tags)).toEqual(['甲', '乙', '子']);
    expect(tagPath(tag('子', '缺'), tags)).toEqual(['子']);
    expect(tagPath(tag('丙', '丁'), tags)).toEqual(['丁', '丙']);
  });
});
