import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { roleOfName } from './column-names';
import { guessMapping } from './columns';

const TEXT =
  '云溪街道社工站近日走进南桥社区，为独居老人开展健康义诊和防诈骗讲座，受到居民欢迎。'.repeat(2);

describe('roleOfName', () => {
  it.each([
    ['标题', 'title'],
    ['題名', 'title'],
    ['Title-题名', 'title'],
    ['newsTitle', 'title'],
    ['news_title', 'title'],
    ['新闻标题', 'title'],
    ['标题（必填）', 'title'],
    ['【标题】', 'title'],
    ['\ufeffHeadline', 'title'],
    ['副标题', 'subtitle'],
    ['正文', 'text'],
    ['內容', 'text'],
    ['Full Text', 'text'],
    ['article_content', 'text'],
    ['_source.content', 'text'],
    ['Source-文献来源', 'outlet'],
    ['报纸名称', 'outlet'],
    ['媒體名稱', 'outlet'],
    ['来源', 'outlet'],
    ['source.name', 'outlet'],
    ['PubTime-发表时间', 'date'],
    ['报纸日期', 'date'],
    ['publishedAt', 'date'],
    ['pub_date', 'date'],
    ['作者', 'byline'],
    ['Author-作者', 'byline'],
    ['作者/记者', 'byline'],
    ['author.name', 'byline'],
    ['版次', 'page'],
    ['版名', 'page'],
    ['刊期', 'issue'],
    ['期', 'issue'],
    ['发稿地', 'place'],
  ])('%s is %s', (name, role) => {
    expect(roleOfName(name)?.role).toBe(role);
  });

  it.each([
    '来源网址',
    '来源库',
    'SrcDatabase-来源库',
    'title_url',
    '标题链接',
    'author.id',
    'source_id',
    '采集时间',
    '字数',
    '列1',
    '序号',
    'Organ-单位',
    '',
    TEXT,
  ])('%s tells nothing', (name) => {
    expect(roleOfName(name)).toBeNull();
  });
});

describe('guessMapping', () => {
  it('prefers the clearest name and never gives a column two roles', () => {
    const columns = ['摘要', '正文', '时间', '发布日期', '网站', '媒体名称', '标题'];
    expect(guessMapping(columns, [])).toEqual({
      text: '正文',
      date: '发布日期',
      outlet: '媒体名称',
      title: '标题',
    });
  });

  it('passes over a well-named column without values', () => {
    const rows = [['', TEXT]];
    expect(guessMapping(['正文', '内容'], rows)).toMatchObject({ text: '内容' });
  });

  it('knows the exports of databases', () => {
    const cnki = ['SrcDatabase-来源库', 'Title-题名', 'Author-作者', 'Source-文献来源'];
    expect(guessMapping([...cnki, 'PubTime-发表时间', 'Summary-摘要'], [])).toEqual({
      title: 'Title-题名',
      byline: 'Author-作者',
      outlet: 'Source-文献来源',
      date: 'PubTime-发表时间',
      text: 'Summary-摘要',
    });
    const wisers = ['序号', '标题', '媒体名称', '版面', '日期', '作者', '字数', '内文', '链接'];
    expect(guessMapping(wisers, [])).toEqual({
      title: '标题',
      outlet: '媒体名称',
      page: '版面',
      date: '日期',
      byline: '作者',
      text: '内文',
    });
  });

  it('reads roles off the contents when the names tell nothing', () => {
    const rows = [
      ['1', '2021-03-05', '南桥社区办起老人食堂', 'https://example.org/a', TEXT, '云溪晚报'],
      ['2', '2021年3月6日', '社工站里来了年轻人', 'https://example.org/b', `${TEXT}二`, '云溪晚报'],
      ['3', '20210307', '楼道议事会议出新办法', 'https://example.org/c', `${TEXT}三`, '云溪晚报'],
      ['4', '2021/3/8 09:30', '夜校课堂开到家门口来', 'https://example.org/d', `${TEXT}四`, ''],
    ];
    const columns = ['列1', '列2', '列3', '列4', '列5', '列6'];
    expect(guessMapping(columns, rows)).toEqual({ text: '列5', date: '列2', title: '列3' });
  });

  it('finds no text among short cells', () => {
    const rows = [
      ['1', '一'],
      ['2', '二'],
    ];
    expect(guessMapping(['甲', '乙'], rows).text).toBeUndefined();
  });

  it('always names columns that are there, each once', () => {
    const name = fc.constantFrom(
      '标题',
      '正文',
      '来源',
      '日期',
      'title',
      'text',
      '作者',
      '版',
      '甲',
    );
    const cell = fc.constantFrom('', TEXT, '2020-01-02', '短题一则', 'x', '12');
    fc.assert(
      fc.property(
        fc.uniqueArray(name, { maxLength: 8 }),
        fc.array(fc.array(cell, { maxLength: 8 }), { maxLength: 8 }),
        (columns, rows) => {
          const names = Object.values(guessMapping(columns, rows));
          expect(new Set(names).size).toBe(names.length);
          for (const found of names) expect(columns).toContain(found);
        },
      ),
    );
  });
});
