import { describe, expect, it } from 'vitest';
import { reconstruct } from './reconstruct';
import type { ReconstructedArticle, ReconstructHints } from './types';

/** Paragraphs as `kind: text`, for reading along. */
function show(article: ReconstructedArticle | undefined): string[] {
  return (article?.paragraphs ?? []).map(
    ({ kind, start, end }) => `${kind}: ${article?.text.slice(start, end)}`,
  );
}

function read(text: string, hints?: ReconstructHints): ReconstructedArticle[] {
  return reconstruct(text, hints).articles;
}

const kinds = (article: ReconstructedArticle | undefined): string[] =>
  (article?.paragraphs ?? []).map((paragraph) => paragraph.kind);

describe('a magazine page with two articles', () => {
  const text = `

江城市首届社会工作交流会在东湖举办

近日,江城市首届社会工作交流会在东湖举办。会议旨在梳理社会工作优秀经验,提升服务水平。

江城市社会工作协会会长林青表示,社会工作是一支重要的专业力量,要更好地服务居民,必须深入

学习先进经验,着力提升服务能力,不断扩大社会影响。他期待,协会坚持以居民需求



江城市社会工作协会会长林青致辞

为导向,加强理论研究探索,推动社会工作不断取得新的突破。

会议介绍了协会筹备情况,发布了首届典型案例征集活动结果。

(据江城市社会工作协会)



全体参会人员合影

青山县：“法院+社工”开启未成年人保护新模式

为做实未成年人权益保护工作,11月24日,青山县法院举行司法社工聘任仪式,四名社工受聘。

会上宣读了《青山县人民法院关于引入司法社工开展未

成年人保护工作的意见》,并为四名社工颁发聘书。

(据青山县人民法院网)`;
  const { articles, decisions } = reconstruct(text);

  it('comes out as two', () => {
    expect(articles.map(({ title, outlet }) => [title, outlet])).toEqual([
      ['江城市首届社会工作交流会在东湖举办', '江城市社会工作协会'],
      ['青山县：“法院+社工”开启未成年人保护新模式', '青山县人民法院网'],
    ]);
    expect(kinds(articles[0])).toEqual([
      ...['body', 'body', 'caption', 'body', 'attribution', 'caption'],
    ]);
    expect(kinds(articles[1])).toEqual(['body', 'body', 'attribution']);
  });

  it('joins what pages and captions cut', () => {
    expect(show(articles[0])[1]).toContain('必须深入学习先进经验');
    expect(show(articles[0])[1]).toContain('以居民需求为导向');
    expect(show(articles[0])[2]).toBe('caption: 江城市社会工作协会会长林青致辞');
    expect(show(articles[1])[1]).toContain('开展未成年人保护工作的意见');
  });

  it('knows its lines', () => {
    expect(articles.map(({ firstLine, lastLine }) => [firstLine, lastLine])).toEqual([
      [3, 23],
      [25, 33],
    ]);
    expect(articles[0]?.paragraphs[1]).toMatchObject({ firstLine: 7, lastLine: 15 });
  });

  it('records what was decided and why', () => {
    const brief = decisions.map(({ action, article, line }) => `${action} ${article} ${line}`);
    expect(brief).toEqual([
      ...['split 0 3', 'join 0 9', 'lift 0 13', 'lift 0 19', 'lift 0 23'],
      ...['split 1 25', 'join 1 31', 'lift 1 33'],
    ]);
    expect(decisions[2]?.evidence).toContain('interrupts-a-sentence');
    expect(decisions.every(({ evidence }) => evidence.length > 0)).toBe(true);
  });

  it('takes no date without a year for the publication date, but one in the file name', () => {
    expect(articles[1]?.date).toBe('');
    expect(read(text, { fileName: 'p/江城20231124.txt' })[0]?.date).toBe('2023-11-24');
  });
});

describe('one article stays one', () => {
  it('with numbered headings', () => {
    const [article, ...others] = read(
      '小网格托起大民生\n——江城市基层治理观察\n\n本报讯（记者 王晓）清晨六点，网格员老赵已经走在巷子里。\n\n' +
        '一、问需于民\n\n在江城，像老赵这样的网格员有三千多名，他们白天走街串巷，晚上整理台账。\n\n' +
        '二、多方联动\n\n街道把民警、物业、社工拉进同一个群，事情来了先在群里吹哨，谁能办谁报到。\n\n' +
        '（原载《江城日报》2023年12月1日第3版）',
    );
    expect(others).toEqual([]);
    expect(article).toMatchObject({
      title: '小网格托起大民生',
      subtitle: '——江城市基层治理观察',
      outlet: '江城日报',
      date: '2023-12-01',
      byline: '记者 王晓',
      page: '第3版',
    });
    expect(kinds(article)).toEqual([
      ...['heading', 'body', 'heading', 'body', 'heading', 'body', 'attribution'],
    ]);
  });

  it('as an interview, a list, verse and a table', () => {
    const interview = read(
      '社区书记的一天\n记者：您几点上班？\n林书记：七点半。\n记者：累吗？\n林书记：还好',
    );
    expect(kinds(interview[0])).toEqual(['body', 'body', 'body', 'body']);
    const list = read(
      '关于公布案例名单的通知\n\n各机构：\n\n经评审，以下案例入选：\n\n1. “银龄伴行”项目\n2. “小院议事”项目\n3. “新市民之家”项目\n\n' +
        '江城市社会工作协会\n2023年11月24日',
    );
    expect(list).toHaveLength(1);
    expect(show(list[0]).slice(2, 5)).toEqual([
      ...['body: 1. “银龄伴行”项目', 'body: 2. “小院议事”项目', 'body: 3. “新市民之家”项目'],
    ]);
    expect(list[0]?.date).toBe('2023-11-24');
    const verse = read(
      '社工之歌\n周南\n\n清晨的露水挂在叶上\n你已敲开第一扇门\n老人的手\n像温热的树皮\n你握着它',
    );
    expect(verse).toHaveLength(1);
    expect(kinds(verse[0])).toEqual(['byline', 'body', 'body', 'body', 'body', 'body']);
    const table = read('机构名录\n\n序号\t名称\t负责人\n1\t东湖社工\t周南\n2\t南山社工\t林青');
    expect(kinds(table[0])).toEqual(['body', 'body', 'body']);
  });

  it('with only a title, or only a text', () => {
    expect(read('江城市召开推进会')).toMatchObject([{ title: '江城市召开推进会', paragraphs: [] }]);
    const text = '为推进社会工作服务体系建设，江城市近日召开推进会，各区县民政局负责人参加会议。';
    expect(read(text)).toMatchObject([{ title: '为推进社会工作服务体系建设', text }]);
    expect(read(text, { fileName: '江城推进会.txt' })).toMatchObject([
      { title: '江城推进会', text },
    ]);
    expect(reconstruct(' \n\n')).toEqual({ articles: [], decisions: [] });
  });
});

describe('several articles', () => {
  it('with header lines under or over their titles', () => {
    const articles = read(
      '社工站走进校园\n2023-11-24 来源：社工报 作者：周南\n近日，社工站组织八名社工走进青山小学，带来一堂心理健康课。\n\n' +
        '2023年11月25日 江城日报\n南山街道“五社联动”显成效\n记者从南山街道获悉，今年以来，街道服务居民两万余人次。\n责任编辑：林青',
    );
    expect(
      articles.map(({ title, outlet, date, byline }) => [title, outlet, date, byline]),
    ).toEqual([
      ['社工站走进校园', '社工报', '2023-11-24', '周南'],
      ['南山街道“五社联动”显成效', '江城日报', '2023-11-25', ''],
    ]);
    expect(kinds(articles[1])).toEqual(['attribution', 'body', 'byline']);
  });

  it('as briefs of one paragraph', () => {
    const articles = read(
      '【东湖】社工站揭牌\n11月3日，东湖区社工站揭牌，十二名社工到岗。（李明）\n\n【南山】开展讲座\n11月5日，南山街道开展心理健康讲座。（王芳）',
    );
    expect(articles.map(({ title, byline }) => [title, byline])).toEqual([
      ['【东湖】社工站揭牌', '李明'],
      ['【南山】开展讲座', '王芳'],
    ]);
  });

  it('with nothing but wider gaps between them', () => {
    const one =
      '青山县首批二十名退休教师日前成为“银发社工”，每人联系五户家庭。\n\n“我们有时间。”钱老师说。';
    const two =
      '白云区在三十个社区设立调解室，由律师、社工轮流值守。\n\n居民反映，有事不出社区就能解决。';
    const articles = read(`青山县：“银发社工”上岗\n\n${one}\n\n\n白云区设立社区调解室\n\n${two}`);
    expect(articles.map(({ title }) => title)).toEqual([
      '青山县：“银发社工”上岗',
      '白云区设立社区调解室',
    ]);
  });

  it('after a table of contents', () => {
    const articles = read(
      '目录\n1. 东湖区推出社工夜校……1\n2. 北塘镇建起长者食堂……5\n\n东湖区推出社工夜校\n\n11月起，东湖区推出社工夜校，开设个案管理等课程。\n\n' +
        '北塘镇建起长者食堂\n\n北塘镇投入八十万元建起长者食堂，每餐只需六元。',
    );
    expect(articles.map(({ title }) => title)).toEqual([
      '东湖区推出社工夜校',
      '北塘镇建起长者食堂',
    ]);
  });
});

describe('page furniture and settings', () => {
  it('joins across running heads with page numbers', () => {
    const [article] = read(
      '社工观察 2023年第5期   12\n\n江城探索“时间银行”\n\n志愿者每周陪老人聊天、买菜，时长记入“时间银行”，将来可以兑换同等时长的\n\n' +
        '社工观察 2023年第5期   13\n\n服务。这种模式已经推行三年。',
    );
    expect(article?.title).toBe('江城探索“时间银行”');
    expect(show(article)[1]).toContain('同等时长的服务。');
    expect(kinds(article)).toEqual(['attribution', 'body', 'attribution']);
  });

  it('joins hard-wrapped lines and mends words', () => {
    const [article] = read(
      '社工走进医院陪伴患儿\n\n    在江城市儿童医院的病房，每周三下午都会传出笑声。医\n务社工林青带着志愿者，推着装满绘本的小车，一间一间病\n' +
        '房地走。孩子们叫她“绘本姐姐”。\n    林青说，孩子住院时间长，最难熬的是孤单。她希望通过\n阅读，让孩子们暂时忘记疼痛。医院还设立了 family commu-\n' +
        'nity center，为家长提供心理支持，受到大家的一致欢迎。\n（记者 周南）',
    );
    expect(kinds(article)).toEqual(['body', 'body', 'attribution']);
    expect(show(article)[0]).toContain('医务社工林青');
    expect(show(article)[1]).toContain('family community center');
    expect(article?.byline).toBe('记者 周南');
  });

  it('reads Markdown', () => {
    const { articles, decisions } = reconstruct(
      '---\ntitle: 驿站十年\ndate: 2023-05-06\nsource: 青山周刊\n---\n# 驿站十年\n\n**十年前**，这里还是一间仓库。\n\n![活动现场](a.jpg)\n\n## 从零开始\n\n最早只有三名社工。\n\n- 便民理发\n- 法律咨询\n',
      { fileName: 'a.md' },
    );
    expect(articles).toHaveLength(1);
    expect(articles[0]).toMatchObject({
      title: '驿站十年',
      outlet: '青山周刊',
      date: '2023-05-06',
    });
    expect(show(articles[0]).slice(0, 3)).toEqual([
      'body: 十年前，这里还是一间仓库。',
      'caption: 活动现场',
      'heading: 从零开始',
    ]);
    expect(kinds(articles[0]).slice(3)).toEqual(['body', 'body', 'body']);
    expect(decisions.filter(({ action }) => action === 'drop')).toHaveLength(5);
  });

  it('takes several first-level Markdown headings for several articles', () => {
    const articles = read(
      '# 甲镇建站\n\n甲镇建成社工站。\n\n## 做法\n\n甲镇投入资金。\n\n# 乙镇建站\n\n乙镇建成社工站。\n',
      {
        format: 'md',
      },
    );
    expect(articles.map(({ title }) => title)).toEqual(['甲镇建站', '乙镇建站']);
  });
});
