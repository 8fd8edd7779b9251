import { describe, expect, it } from 'vitest';
import { isName, readNames } from './names';
import { cleanByline, readInlineEnd, readLead, readSource } from './sources';

describe('readSource', () => {
  it.each([
    ['(据江城市社会工作协会)', { outlet: '江城市社会工作协会' }],
    ['（来源：社工报 作者：周南）', { outlet: '社工报', byline: '周南' }],
    [
      '（原载《江城日报》2023年12月1日第3版）',
      { outlet: '江城日报', date: '2023-12-01', page: '第3版' },
    ],
    ['（据《江城日报》报道）', { outlet: '江城日报' }],
    ['来源：“社工江城”微信公众号', { outlet: '“社工江城”微信公众号' }],
    ['（摘自《社工》2023年第5期）', { outlet: '社工' }],
    ['（新华社江城11月23日电）', { outlet: '新华社' }],
    ['（原标题：社工来了）', { outlet: '' }],
  ])('%s', (text, facts) => {
    expect(readSource(text)).toMatchObject(facts);
  });
});

describe('leads, ends and bylines', () => {
  it('reads the first words', () => {
    expect(readLead('新华社江城11月23日电 东湖区')).toMatchObject({ outlet: '新华社' });
    expect(readLead('本报讯（记者 周南）11月22日')).toMatchObject({
      outlet: '',
      byline: '记者 周南',
    });
  });

  it('reads brackets at the end of a paragraph', () => {
    expect(readInlineEnd('活动持续一天。（来源：江城日报）')).toMatchObject({ outlet: '江城日报' });
    expect(readInlineEnd('活动持续一天。（周南 林青）')).toMatchObject({ byline: '周南 林青' });
    expect(readInlineEnd('中央党校（国家行政学院）')).toBeNull();
  });

  it('cleans bylines and knows names', () => {
    expect(cleanByline('□ 本报记者 周南')).toBe('本报记者 周南');
    expect(cleanByline('文/周南')).toBe('周南');
    expect(isName('欧阳小南')).toBe(true);
    expect(isName('江城发布')).toBe(false);
    expect(readNames('周 南、林青')).toEqual(['周南', '林青']);
    expect(readNames('社工站')).toBeNull();
  });
});
