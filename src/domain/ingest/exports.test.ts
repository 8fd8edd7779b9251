import { expect, it } from 'vitest';
import { reconstruct } from './reconstruct';

const TEXT =
  '随着人口老龄化加快，独居老人的居家安全日益成为社区治理中的难点。青禾街道户籍人口五万余，其中独居老人一千三百人。';

it('reads the fields of an export that sets their names in brackets', () => {
  const { articles } = reconstruct(
    `【标题】独居老人居家安全的实践\n【作者】韩若木；施雨眠\n【来源】《南方社工》2022年第4期\n【日期】2022-08-15\n【正文】\n　　${TEXT}\n\n` +
      `【标题】乡镇社工站的“三张清单”\n【作者】本报记者 齐明远\n【来源】江畔日报\n【日期】2022-09-02\n【版次】第A6版\n【正文】\n　　${TEXT}\n`,
  );
  expect(
    articles.map(({ title, byline, outlet, date, page }) => [title, byline, outlet, date, page]),
  ).toEqual([
    ['独居老人居家安全的实践', '韩若木；施雨眠', '南方社工', '2022-08-15', ''],
    ['乡镇社工站的“三张清单”', '本报记者 齐明远', '江畔日报', '2022-09-02', '第A6版'],
  ]);
});

it('reads the fields of an export in two languages', () => {
  const { articles } = reconstruct(
    `Title-题名: 独居老人居家安全的实践\nAuthor-作者: 韩若木\nSource-文献来源: 南方社工\nPubTime-发表时间: 2022-08-15\n${TEXT}\n`,
  );
  expect(articles.map(({ title, byline, outlet, date }) => [title, byline, outlet, date])).toEqual([
    ['独居老人居家安全的实践', '韩若木', '南方社工', '2022-08-15'],
  ]);
});

it('takes the paper that is named behind the day for the outlet', () => {
  const { articles } = reconstruct(`小事也是大事\n${TEXT}\n(原载2023年6月12日《南陵日报》)\n`);
  expect(articles.map(({ outlet, date }) => [outlet, date])).toEqual([['南陵日报', '2023-06-12']]);
});

it('reads a text under the list of what a paper holds, and its imprint', () => {
  const { articles } = reconstruct(
    '□今日导读\n社工站里的年轻人 2版\n一碗面的温度 3版\n2023年12月5日 农历十月廿三 总第3021期 今日4版\n' +
      `国内统一刊号CN51-0000　邮发代号61-00　青峦日报社出版\n社工站里的年轻人\n本报记者　裴景行\n${TEXT}\n一碗面的温度\n${TEXT}\n`,
  );
  expect(articles.map(({ title, outlet, date }) => [title, outlet, date])).toEqual([
    ['社工站里的年轻人', '青峦日报', '2023-12-05'],
    ['一碗面的温度', '青峦日报', '2023-12-05'],
  ]);
});

it('reads a page of a digital edition without its controls', () => {
  const { articles } = reconstruct(
    `第A03版：社区新闻　　上一版　下一版　　2022年05月09日\n放大 缩小 默认\n一部电话串起一条街\n本报记者　鹿城\n　　${TEXT}\n`,
  );
  expect(articles.map(({ title, date }) => [title, date])).toEqual([
    ['一部电话串起一条街', '2022-05-09'],
  ]);
});

it('parts briefs by who sent them in', () => {
  const { articles } = reconstruct(
    '桐城路社区办起“邻里节”\n10月21日，桐城路社区举办第五届“邻里节”，近三百名居民参加。（供稿：桐城路社区）\n' +
      '湖滨社区开通“助老专线”\n为方便老年人求助，湖滨社区开通二十四小时的专线。（供稿：湖滨社区）\n' +
      '金穗社区“小小议事员”上岗\n十二名小学生将参与社区儿童空间的设计讨论。（供稿：金穗社区）\n',
  );
  expect(articles.map(({ title }) => title)).toEqual([
    '桐城路社区办起“邻里节”',
    '湖滨社区开通“助老专线”',
    '金穗社区“小小议事员”上岗',
  ]);
});

it('knows the lead of a paper in traditional characters', () => {
  const text = '本港首間無障礙社區廚房昨日在觀海邨啟用，爐灶高度可自動調校，輪椅使用者亦可下廚。';
  const { articles } = reconstruct(
    `首間無障礙社區廚房啟用\n【本報訊】${text}\n廚房逢周二、四開放，費用全免。\n區詠心（左）示範使用升降爐灶。　何柏安攝\n` +
      `團體倡設照顧者津貼\n【本報訊】關注照顧者權益的團體昨日請願，要求把照顧者津貼恒常化，並放寬申請資格。\n`,
  );
  expect(articles.map(({ title }) => title)).toEqual([
    '首間無障礙社區廚房啟用',
    '團體倡設照顧者津貼',
  ]);
});

it.each([
  ['鹿鸣', '鹿鸣'],
  ['小禾社工', ''],
])('reads the author %s before the account of a post', (word, byline) => {
  const { articles } = reconstruct(
    `退而不休的老班长\n原创 ${word} 青禾社工站 2023-11-20 18:30 发表于江苏\n${TEXT}\n`,
  );
  expect(articles.map((a) => [a.byline, a.outlet, a.date])).toEqual([
    [byline, '青禾社工站', '2023-11-20'],
  ]);
});
