import { describe, expect, it } from 'vitest';
import { readHeaderLine } from './header-fields';
import { isOutletName, readPage } from './outlets';

describe('readHeaderLine', () => {
  it.each([
    [
      '2023-11-24 10:30 来源：社工报 作者：周南',
      { date: '2023-11-24', outlet: '社工报', byline: '周南' },
    ],
    [
      '来源：东湖民政 | 发布时间：2023-11-24 | 浏览次数：120',
      { outlet: '东湖民政', date: '2023-11-24' },
    ],
    ['2023年11月24日 江城日报', { date: '2023-11-24', outlet: '江城日报' }],
    [
      '江城日报 2023年11月24日 星期五 第3版',
      { outlet: '江城日报', date: '2023-11-24', page: '第3版' },
    ],
    ['（2023年11月24日）', { date: '2023-11-24' }],
    ['标题：社工站揭牌', { title: '社工站揭牌', titleLabel: '标题：' }],
  ])('reads %s', (text, fields) => {
    expect(readHeaderLine(text)).toMatchObject(fields);
  });

  it.each([
    '2023年11月24日，东湖区社工站举行揭牌仪式。',
    '截至2023年11月24日 江城日报',
    '记者：您为什么选择做社工？',
    '社工站揭牌',
    '来源：这是一句很长的话，说的是另外一件事情。后面还有。',
  ])('takes %s for text', (text) => {
    expect(readHeaderLine(text)).toBeNull();
  });

  it('knows outlets and pages', () => {
    expect(isOutletName('江城日报')).toBe(true);
    expect(isOutletName('走进社区')).toBe(false);
    expect(readPage('江城日报第A03版：要闻')).toBe('第A03版：要闻');
  });
});
