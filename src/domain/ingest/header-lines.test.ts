import { describe, expect, it } from 'vitest';
import { reconstruct } from './reconstruct';

const TITLE = '石桥村建起暖心灶';
const BODY = '石桥村的灶台上周生起了火，三十位老人有了热饭吃。';

describe('a header line under the title', () => {
  it.each<[string, string, string, string]>([
    [
      '来源：石桥融媒　　发布时间：2025-02-27 09:15　　作者：周晓岚',
      '石桥融媒',
      '2025-02-27',
      '周晓岚',
    ],
    ['时间：2024-03-05 | 来源：石桥发布 | 点击：128 | 责编：林小满', '石桥发布', '2024-03-05', ''],
    ['日期：2024/3/5\t编辑：林小满\t记者：周晓岚', '', '2024-03-05', '周晓岚'],
    [
      '来源：石桥镇人民政府    发布日期：2024.3.5    浏览次数：36',
      '石桥镇人民政府',
      '2024-03-05',
      '',
    ],
    ['发布日期：2024-03-05 浏览次数： 36 字号：[ 大 中 小 ]', '', '2024-03-05', ''],
    [
      '发布日期：2024-03-05　来源：石桥镇民政办　【字体：大 中 小】　【打印】【关闭】',
      '石桥镇民政办',
      '2024-03-05',
      '',
    ],
    ['来源丨石桥发布 作者丨周晓岚 2024年03月05日 10:20', '石桥发布', '2024-03-05', '周晓岚'],
    ['2024-03-05 10:20:33　来源：石桥网', '石桥网', '2024-03-05', ''],
    ['石桥日报　2024年3月5日', '石桥日报', '2024-03-05', ''],
    ['原创 石桥社工 2024-03-05 18:30 发表于浙江', '石桥社工', '2024-03-05', ''],
    ['[2024-03-05]', '', '2024-03-05', ''],
    ['发布于 2024-03-05', '', '2024-03-05', ''],
    ['來源：石橋晚報　　日期：2024年3月5日　　記者：林曉嵐', '石橋晚報', '2024-03-05', '林曉嵐'],
    ['来 源 ： 石 桥 日 报   日 期 ： 2024-03-05', '石桥日报', '2024-03-05', ''],
  ])('%s', (line, outlet, date, byline) => {
    for (const text of [`${TITLE}\n${line}\n\n${BODY}`, `${TITLE}\n\n${line}\n\n${BODY}`]) {
      const [article] = reconstruct(text).articles;
      expect(article).toMatchObject({ title: TITLE, outlet, date, byline });
      expect(article?.paragraphs.map(({ kind }) => kind)).toEqual(['attribution', 'body']);
    }
  });

  it.each([
    '评论：社工要有获得感',
    '阅读：让社区安静下来',
    '序号    姓名    时长',
    '周南    送餐    30小时',
  ])('is not %s', (line) => {
    const [article] = reconstruct(`${TITLE}\n\n${BODY}\n\n${line}\n\n${BODY}`).articles;
    const kinds = article?.paragraphs.map(({ kind }) => kind);
    expect(kinds).not.toContain('attribution');
  });
});

describe('a running head', () => {
  const one = '红枫镇建起助老队\n\n红枫镇日前组建了一支助老队，教老人使用智能手机，受到居民欢迎。';
  const two =
    '柳浪社区办起百家宴\n\n柳浪社区近日在小院里摆起十二张圆桌，六十户居民端着拿手菜赴宴。';
  const three =
    '给社工多一点时间\n\n社工服务见效慢，要给他们多一点时间，多一点信任，多一点实实在在的支持。';
  const facts = (text: string): string[][] =>
    reconstruct(text).articles.map(({ title, outlet, date, page }) => [title, outlet, date, page]);

  it.each([
    ['枫溪晚报　2024年6月18日　星期二　第3版　民生', '第3版'],
    ['第A07版：基层    枫溪晚报    2024年6月18日 星期二', '第A07版：基层'],
    ['枫溪晚报/2024年/6月/18日/第003版', '第003版'],
  ])('%s tells of all articles on its page', (head, page) => {
    const next = '枫溪晚报　2024年6月18日　星期二　第4版　视点';
    expect(facts(`${head}\n\n${one}\n\n\n${two}\n\n\n${next}\n\n${three}`)).toEqual([
      ['红枫镇建起助老队', '枫溪晚报', '2024-06-18', page],
      ['柳浪社区办起百家宴', '枫溪晚报', '2024-06-18', page],
      ['给社工多一点时间', '枫溪晚报', '2024-06-18', '第4版'],
    ]);
  });

  it('gives way to what an article says itself', () => {
    const head = '枫溪晚报　2024年6月18日　星期二　第3版　民生';
    const own = two.replace('\n\n', '\n来源：柳浪发布　2023-10-02\n\n');
    expect(facts(`${head}\n\n${one}\n\n\n${own}\n\n\n${three}\n\n（据柳浪网）`)).toEqual([
      ['红枫镇建起助老队', '枫溪晚报', '2024-06-18', '第3版'],
      ['柳浪社区办起百家宴', '柳浪发布', '2023-10-02', ''],
      ['给社工多一点时间', '柳浪网', '', ''],
    ]);
  });

  it('under each text is its source', () => {
    const end = (day: number): string => `枫溪晚报 2024年6月${day}日 第3版`;
    expect(facts(`${one}\n\n${end(18)}\n\n${two}\n\n${end(20)}`)).toEqual([
      ['红枫镇建起助老队', '枫溪晚报', '2024-06-18', '第3版'],
      ['柳浪社区办起百家宴', '枫溪晚报', '2024-06-20', '第3版'],
    ]);
  });
});
