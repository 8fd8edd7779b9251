import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { repairText } from './repair';

const BOTH = { punctuation: true, hanSpaces: true };

describe('repair of punctuation', () => {
  const repaired = (text: string): string => repairText(text, { punctuation: true }).text;

  it.each([
    ['近日,渔浦区组织志愿者清理河道.', '近日，渔浦区组织志愿者清理河道。'],
    ['居民说:"真的吗?!"', '居民说：“真的吗？！”'],
    ['共有35人,其中老人12人;其余为社工.', '共有35人，其中老人12人；其余为社工。'],
    ['社工(SW)走进社区(摄影:阮听雨)', '社工（SW）走进社区（摄影：阮听雨）'],
    ['他想了想...还是去了--没有回头', '他想了想……还是去了——没有回头'],
    ["他把'家'字写大", '他把‘家’字写大'],
    ['她说"来","快来"', '她说“来”，“快来”'],
    ['（据鹤鸣民政)', '（据鹤鸣民政）'],
    ['一次"OK"的活动', '一次“OK”的活动'],
    ['推广App,效果好', '推广App，效果好'],
  ])('%s', (text, wanted) => {
    expect(repaired(text)).toBe(wanted);
  });

  it.each([
    '共1,000元和3.5米，10:30开始',
    "It's a plain line, isn't it? (yes)",
    '见http://a.example/b?c=1,2;d 和 www.a.example/x.',
    '信箱 a.b@c.example，附件《报告.docx》',
    '1.临溪市 2)雁栖镇',
    '第一章......12',
    '![照片](a.png) [说明](http://a.example/图)',
    '他说"好',
    '运行 --help 看看',
    '空格&nbsp;临溪',
    '比分3:2，v1.2.3版',
  ])('leaves %s', (text) => {
    expect(repaired(text)).toBe(text);
  });
});

describe('repair of spaces', () => {
  const repaired = (text: string): string => repairText(text, { hanSpaces: true }).text;

  it.each([
    ['社 工 走 进 社 区', '社工走进社区'],
    ['　　社工 ，\u00a0走进　社区 。', '　　社工，走进社区。'],
    ['使用 Wi-Fi 上网 很方便', '使用 Wi-Fi 上网很方便'],
    ['“ 五社联动 ”', '“五社联动”'],
  ])('%s', (text, wanted) => {
    expect(repaired(text)).toBe(wanted);
  });

  it.each([
    '张　三',
    '记者张　三',
    '（记者 张　三）',
    '姓名  性别  年龄',
    '翟玉莹　　骆振邦　　邢雅琴',
    '    缩进',
    '共 35 人',
  ])('leaves %s', (text) => {
    expect(repaired(text)).toBe(text);
  });
});

describe('repairText', () => {
  const text = fc
    .array(
      fc.constantFrom(
        ...Array.from('社工三 　\u00a0\n,.:;?!()"\'-1a，。“”（）…—𠀀'),
        ...[
          '...',
          '--',
          '  ',
          '张　三',
          '10:30',
          'a.txt',
          'http://a.b/',
          '社区',
          '\t',
          '&lt;',
          '](',
        ],
      ),
      { maxLength: 40 },
    )
    .map((parts) => parts.join(''));
  const settings = fc.record({ punctuation: fc.boolean(), hanSpaces: fc.boolean() });

  it('does nothing twice, keeps the lines, and loses no word', () => {
    const words = (value: string): string => value.replace(/[^\p{Script=Han}a-z0-9]/gu, '');
    fc.assert(
      fc.property(text, settings, (source, repair) => {
        const once = repairText(source, repair);
        expect(repairText(once.text, repair)).toEqual({ text: once.text, changes: 0 });
        expect(once.text.split('\n').length).toBe(source.split('\n').length);
        expect(words(once.text)).toBe(words(source));
        expect(once.changes > 0).toBe(once.text !== source);
      }),
      { numRuns: 2000 },
    );
  });

  it('repairs each line by itself', () => {
    fc.assert(
      fc.property(text, (source) => {
        const lines = source.split('\n').map((line) => repairText(line, BOTH).text);
        expect(repairText(source, BOTH).text).toBe(lines.join('\n'));
      }),
    );
  });

  it('counts what it changed', () => {
    expect(repairText('社 工,来.\n好', BOTH)).toEqual({ text: '社工，来。\n好', changes: 3 });
    expect(repairText('社 工,', {})).toEqual({ text: '社 工,', changes: 0 });
  });
});
