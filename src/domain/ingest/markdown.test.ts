import { describe, expect, it } from 'vitest';
import { readFrontMatter, readHeading, unmarkLine } from './markdown';

describe('readHeading', () => {
  it('takes the marks off', () => {
    expect(readHeading('## 从零开始')).toEqual({ level: 2, text: '从零开始', mark: '##' });
    expect(readHeading('# 标题 ##')).toEqual({ level: 1, text: '标题', mark: '###' });
    expect(readHeading('#话题#')).toBeNull();
    expect(readHeading('####### 太多')).toBeNull();
  });
});

describe('unmarkLine', () => {
  it.each([
    ['**十年前**，这里是仓库。', '十年前，这里是仓库。'],
    ['> 一句引文', '一句引文'],
    ['见[报道](http://a.b/c)。', '见报道。'],
    ['5*3*2 与 snake_case', '5*3*2 与 snake_case'],
    ['*强调*的词', '强调的词'],
    ['** 不成对', '** 不成对'],
  ])('%s: %s', (source, text) => {
    expect(unmarkLine(source).text).toBe(text);
  });

  it('sees images and wholly emphasised lines', () => {
    expect(unmarkLine('![活动现场](img/1.jpg)')).toMatchObject({ text: '活动现场', image: true });
    expect(unmarkLine('**小标题**')).toMatchObject({ text: '小标题', emphasised: true });
    expect(unmarkLine('**半**句').emphasised).toBe(false);
  });
});

describe('readFrontMatter', () => {
  it('reads flat fields', () => {
    const read = readFrontMatter([
      '---',
      'title: "社工驿站"',
      '日期: 2023-05-06',
      'tags:',
      '- a',
      '---',
      '正文',
    ]);
    expect(read?.next).toBe(6);
    expect(read?.fields.get('title')).toBe('社工驿站');
    expect(read?.fields.get('日期')).toBe('2023-05-06');
  });

  it('is careful', () => {
    expect(readFrontMatter(['正文', '---'])).toBeNull();
    expect(readFrontMatter(['---', '这不是字段。', '---'])).toBeNull();
    expect(readFrontMatter(['---', 'title: a'])).toBeNull();
  });
});
