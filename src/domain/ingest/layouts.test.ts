import { describe, expect, it } from 'vitest';
import { reconstruct } from './reconstruct';
import type { ReconstructedArticle } from './types';

/** Paragraphs as `kind: text`. */
const show = (article: ReconstructedArticle | undefined): string[] =>
  (article?.paragraphs ?? []).map(
    ({ kind, start, end }) => `${kind}: ${article?.text.slice(start, end)}`,
  );
const ofKind = (article: ReconstructedArticle | undefined, kind: string): string[] =>
  show(article)
    .filter((line) => line.startsWith(`${kind}: `))
    .map((line) => line.slice(kind.length + 2));

describe('text copied', () => {
  it('from a post keeps its controls and editors out of the body', () => {
    const { articles } = reconstruct(
      '↑点击上方“榆河社工”关注我们\n\n🌸榆河街道 | 一碗腊八粥，熬出邻里情🌸\n原创 榆河社工 2024-01-18 18:30 发表于浙江\n\n' +
        '腊八节前夕，榆河街道社工站在桃园广场支起两口大锅，为过往居民免费送上腊八粥。👏👏\n\n01\n凌晨三点的灶火\n\n' +
        '志愿者老魏凌晨三点就到了。“豆子不提前泡，熬不出那个味道。”他一边添柴一边说。\n\n▼志愿者在清洗食材\n\n02\n送到门口的温暖\n\n' +
        '上午九点，第一锅粥出锅，社工兵分四路，送到四十七位老人家中。\n\n来源 | 榆河街道社工站\n图文 | 裘一帆\n编辑 | 沈知夏\n审核 | 姚兰\n\n—END—\n\n往期推荐\n点个“在看”，把温暖传下去\n',
    );
    expect(articles).toHaveLength(1);
    expect(articles[0]).toMatchObject({
      title: '🌸榆河街道 | 一碗腊八粥，熬出邻里情🌸',
      date: '2024-01-18',
      byline: '裘一帆',
    });
    expect(ofKind(articles[0], 'heading')).toEqual([
      ...['01', '凌晨三点的灶火', '02', '送到门口的温暖'],
    ]);
    expect(ofKind(articles[0], 'body')).toHaveLength(3);
  });

  it('from an office’s site loses its way in and its buttons', () => {
    const { articles } = reconstruct(
      '当前位置：首页 > 政务动态 > 部门动态\n区民政局召开社会工作推进会\n发布日期：2024-06-21　来源：枫溪区民政局　浏览次数：318　【字体：大 中 小】\n\n' +
        '6月20日，枫溪区民政局召开全区社会工作推进会，各镇分管负责人参加会议。\n\n会上，三个社工站作了交流发言。\n\n【打印本页】【关闭窗口】\n上一篇：区民政局开展安全检查\n下一篇：养老服务条例解读\n',
    );
    expect(articles).toHaveLength(1);
    expect(articles[0]).toMatchObject({
      title: '区民政局召开社会工作推进会',
      outlet: '枫溪区民政局',
    });
    expect(ofKind(articles[0], 'body')).toHaveLength(2);
  });

  it('from narrow newspaper columns is joined over pages', () => {
    const { articles } = reconstruct(
      '石门日报 2023年10月12日 星期四 第5版 社会\n\n巷子里的“和事佬”\n本报记者 褚云 通讯员 毕晓\n\n清晨六点，石门市柿子巷的\n早市已经热闹起来。卖豆腐的老\n范和卖青菜的老秦为了摊位又吵\n了起来，围观的人越来越多。\n' +
        '鲍德顺今年六十九岁，退休\n前是纺织厂的工会主席。2016年\n他在自家门口摆了一张小方桌，\n取名“一杯茶调解角”，七年来\n12\n石门日报 2023年10月12日 星期四 第6版 社会\n\n调解纠纷六百多起。邻居们都说\n他不偏不倚，大家心里服气。\n' +
        '\n社区食堂添了“小饭桌”\n本报讯（记者 毕晓）“奶奶，\n今天有红烧肉！”放学后，九岁\n的婷婷蹦跳着跑进柿子巷社区食\n堂。这里为双职工家庭的孩子开\n设了“小饭桌”。\n',
    );
    expect(articles.map(({ title, outlet, page }) => [title, outlet, page])).toEqual([
      ['巷子里的“和事佬”', '石门日报', '第5版'],
      ['社区食堂添了“小饭桌”', '石门日报', '第6版'],
    ]);
    expect(ofKind(articles[0], 'body')[1]).toContain('七年来调解纠纷六百多起。邻居们');
  });

  it('from a journal keeps its abstract and numbered parts in one article', () => {
    const { articles } = reconstruct(
      '社会工作观察　　2023年第4期（总第56期）\n\n农村互助养老的实践困境\n——基于三个村的调查\n甘若水　卞青\n（沅山学院社会学系，沅山 413000）\n\n' +
        '摘　要：互助养老是应对农村老龄化的重要路径，本文分析了它在组织与资金方面的困境。\n关键词：互助养老；农村社会工作\n中图分类号：C913.6　　文献标识码：A　　文章编号：1008-0001（2023）04-0012-08\n\n' +
        '一、问题的提出\n\n近年来，农村人口老龄化程度不断加深，家庭养老功能弱化。\n\n二、实践困境\n\n（一）组织松散\n\n三个村的互助小组均由村干部牵头成立，缺乏稳定的运行规则。\n\n（作者系沅山学院讲师）\n',
    );
    expect(articles).toHaveLength(1);
    expect(articles[0]).toMatchObject({ title: '农村互助养老的实践困境', byline: '甘若水　卞青' });
    expect(ofKind(articles[0], 'heading').slice(1)).toEqual([
      ...['一、问题的提出', '二、实践困境', '（一）组织松散'],
    ]);
  });

  it('from a numbered collection is split after its contents', () => {
    const { articles } = reconstruct(
      '枫溪区宣传信息汇编\n\n目　录\n1. 柳浪社区：小院里的百家宴 …………… 1\n2. 红枫镇建起助老队 …………… 2\n\n' +
        '1. 柳浪社区：小院里的百家宴\n国庆期间，柳浪社区的小院里摆起了十二张圆桌，六十户居民端着拿手菜赴宴。\n（枫溪区民政局）\n\n' +
        '2. 红枫镇建起助老队\n为帮助老年人跨越“数字鸿沟”，红枫镇组建了一支助老队，教老人使用智能手机。\n（红枫镇社工站）\n',
    );
    expect(articles.map(({ title, outlet }) => [title, outlet])).toEqual([
      ['1. 柳浪社区：小院里的百家宴', '枫溪区民政局'],
      ['2. 红枫镇建起助老队', '红枫镇社工站'],
    ]);
  });

  it('in traditional characters is understood', () => {
    const [article] = reconstruct(
      '社工走入舊樓　陪伴基層家庭過冬\n來源：海港晚報　　日期：2022年12月20日　　記者：林文謙\n\n【本報訊】入冬以來氣溫驟降，海港區「暖屋計劃」的社工每晚都會走訪舊樓，送上棉被與熱湯。\n\n' +
        '「一家四口住在八十呎的房間，最怕的就是孩子生病。」受訪的陳太說。\n\n社工為長者量度血壓\n\n計劃負責人表示，一個冬季下來，團隊探訪了六百四十戶。\n\n（編輯：梁詠詩）\n',
    ).articles;
    expect(article).toMatchObject({ outlet: '海港晚報', date: '2022-12-20', byline: '林文謙' });
    expect(article?.paragraphs.map(({ kind }) => kind)).toEqual([
      ...['attribution', 'body', 'body', 'caption', 'body', 'byline'],
    ]);
  });
});

describe('what is not running text', () => {
  it('stays as it is in an interview', () => {
    const [article] = reconstruct(
      '让每一次敲门都有回响\n□ 本刊记者 闵捷\n\n本刊记者：祝贺你获得优秀社工称号。\n蔺小禾：谢谢。这份荣誉属于整个团队。\n记者：后来呢\n蔺小禾：我敲了四次门，前三次都没有开。\n第四次她隔着门问我，你到底想干什么？\n门就开了。\n问：最大的收获是什么？\n答：学会了等待。\n记者：谢谢\n',
    ).articles;
    expect(article?.byline).toBe('本刊记者 闵捷');
    expect(ofKind(article, 'body')).toHaveLength(9);
  });

  it('stays as it is in tables of all kinds', () => {
    const rows = [
      '队伍名称    人数    次数',
      '互助队    36    120',
      '| 姓名 | 岗位 |',
      '| 林青 | 送餐 |',
      '护学岗\t24\t98',
    ];
    const { articles } = reconstruct(
      `志愿服务统计\n\n今年上半年，社区志愿服务情况如下：\n\n${rows.join('\n')}\n\n以上数据由社区志愿服务站提供。\n`,
    );
    expect(articles).toHaveLength(1);
    expect(ofKind(articles[0], 'body').slice(1, 6)).toEqual(rows);
  });
});
