import { describe, expect, it } from 'vitest';
import { markLine } from './line-marks';
import { splitLines } from './split-lines';

function kindOf(text: string): string | undefined {
  const line = splitLines(text, false).lines[0];
  return line ? markLine(line)?.kind : undefined;
}

describe('markLine', () => {
  it.each([
    [
      'source',
      [
        '(据江城市社会工作协会)',
        '（来源：东湖民政）',
        '来源：社工报',
        '（原载《江城日报》2023年12月1日）',
        '——摘自《社工》2023年第5期',
        '据江城网报道',
        '（江城发布）',
        '稿件来源：青山融媒',
      ],
    ],
    [
      'caption',
      [
        '图为活动现场。',
        '志愿者慰问老人 周南 摄',
        '（本报记者 周南 摄）',
        '▲社工带孩子做游戏',
        '图①：义诊现场',
        '（资料图片）',
        '图片由主办方提供',
        '受访者供图',
        '(图据江城网)',
      ],
    ],
    [
      'byline',
      [
        '本报记者 周南 通讯员 林青',
        '□ 周南 林青',
        '文/周南',
        '（记者 周南）',
        '（周南 林青）',
        '作者 周南',
      ],
    ],
    ['editor', ['责任编辑：周南', '（作者系东湖区社工站社工）', '编辑 | 周南']],
    ['header', ['2023-11-24 来源：社工报', '日期：2023-11-24', '2023年11月24日']],
    [
      'page',
      [
        '- 12 -',
        '第 8 页',
        '第3版',
        'A03版：要闻',
        '（下转第4版）',
        '社工观察 2023年第5期',
        'Page 3 of 9',
      ],
    ],
    [
      'item',
      [
        '一、基本情况',
        '（二）主要做法',
        '1. 入户走访',
        '● 心理辅导',
        '- 便民理发',
        '一是完善制度。',
      ],
    ],
    ['speech', ['问：为什么？', '记者：您好。', '林书记：七点半上班。']],
    ['table', ['序号\t名称\t负责人', '1    东湖社工    周南']],
    ['name', ['周南', '周 南', '周南 林青']],
    ['end', ['（完）', '（全文完）']],
  ])('sees a %s', (kind, texts) => {
    for (const text of texts) expect([text, kindOf(text)]).toEqual([text, kind]);
  });

  it('sees nothing in plain text and titles', () => {
    for (const text of [
      '东湖区社工站揭牌',
      '江城市：社工走进千家万户',
      '据介绍，社工站将于下月开放。',
      '图书馆里的社工课堂',
      '记者从东湖区民政局获悉，社工站将于下月开放。',
      '2023年11月24日，东湖区社工站揭牌。',
      '3000名社工上岗',
      '（一张小小的书桌改变了他的一生，也改变了我们。）',
    ]) {
      expect([text, kindOf(text)]).toEqual([text, undefined]);
    }
  });
});
