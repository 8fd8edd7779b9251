import { describe, expect, it } from 'vitest';
import { reconstruct } from './reconstruct';
import { isMakersLine, readRunningHead } from './running-heads';

const TEXT =
  '清晨六点，柳湾镇的老街还没有醒，社工许知夏已经敲开了第一户人家的门。她要在早饭前走完七户独居老人。';
const MORE = '“夜里睡得好不好？”她总是这样开口。三年来，这句话她问了四千多遍。';

describe('readRunningHead', () => {
  it.each([
    [
      '江畔晚报　　2023年11月24日　星期五　　责编 穆清　美编 罗岚　校对 尤佳　　A07 民生',
      '江畔晚报',
      '2023-11-24',
      'A07',
    ],
    ['A12　港聞　　海灣新報　2023年11月24日（星期五）', '海灣新報', '2023-11-24', 'A12'],
    ['《柳湾日报》（2023年5月17日　第07版）', '柳湾日报', '2023-05-17', '第07版'],
    ['26　某某社区工作　2023.08', '某某社区工作', '2023-08', ''],
    ['《社工视界》 二〇二三年十一月号', '社工视界', '2023-11', ''],
    ['2023.9 总第218期', '', '2023-09', ''],
    ['2023年12月5日 农历十月廿三 总第3021期 今日4版', '', '2023-12-05', ''],
    ['P12 社区治理 COMMUNITY', '', '', 'P12'],
    ['要闻 02', '', '', '02'],
    ['2023-4-18　3', '', '2023-04-18', ''],
    ['5 8', '', '', ''],
    ['社会治理　　　　　　　本栏编辑：闵行', '', '', ''],
    ['20230915 今日云溪 03版:社区', '', '2023-09-15', '03版:社区'],
    [
      '北川晨报  B03版  2024.03.15  星期五  值班编委：虞山  编辑：宛如',
      '北川晨报',
      '2024-03-15',
      'B03版',
    ],
  ])('%s', (text, outlet, date, page) => {
    expect(readRunningHead(text)).toMatchObject({ outlet, date, page });
  });

  it.each([
    '2023.08　启动社工站项目',
    '2023年11月24日 柳湾',
    '2023年3月，项目启动 12',
    '58 社会工作',
    '《某某联播》20230915 19:00',
    '服务老人 2600 人次',
    '第12期培训班开班',
    'A1 居民活动室',
    '0571 热线电话开通',
  ])('%s is none', (text) => {
    expect(readRunningHead(text)).toBeNull();
  });
});

it('knows a line with the makers of a page from the header of one text', () => {
  expect(isMakersLine('2023年11月24日　星期五　编辑：应晓')).toBe(true);
  expect(isMakersLine('2023-11-24 09:10 编辑：应晓 浏览次数：21')).toBe(false);
});

it('gives what the head of the page says to each text under it', () => {
  const { articles } = reconstruct(
    `江畔晚报　　2023年11月24日　星期五　　责编 穆清　美编 罗岚　　A07 民生\n老街的早晨\n　　本报讯（记者 许衡）${TEXT}\n` +
      `　　${MORE}\n夜校添了三门课\n　　本报讯（通讯员 温岚）${TEXT}\n　　${MORE}\n`,
  );
  expect(articles.map(({ title, outlet, date, page }) => [title, outlet, date, page])).toEqual([
    ['老街的早晨', '江畔晚报', '2023-11-24', 'A07'],
    ['夜校添了三门课', '江畔晚报', '2023-11-24', 'A07'],
  ]);
});

it('parts no paragraph by the head of a magazine page', () => {
  const { articles } = reconstruct(
    `老街的早晨\n\n　　${TEXT}到了${'\n26　某某社区工作　2023.08\n'}第七户，门里没有人应。\n\n　　${MORE}\n`,
  );
  expect(articles).toHaveLength(1);
  expect(articles[0]?.text).toContain('到了第七户，门里没有人应。');
});

it('reads the number of a magazine that says how often it comes out', () => {
  const { articles } = reconstruct(
    `2023年第18期（半月刊）　总第412期\n“微网格”里的大民生\n　　${TEXT}\n　　${MORE}\n`,
  );
  expect(articles.map(({ title, issue }) => [title, issue])).toEqual([
    ['“微网格”里的大民生', '2023年第18期'],
  ]);
});
