import { describe, expect, it } from 'vitest';
import { reconstruct } from './reconstruct';

const PARAGRAPHS = [
  '入秋以来，柳浪街道的社工们几乎每天都在各个小区之间奔走，他们的本子上记着几百户人家的大事小情。',
  '街道社工站去年五月成立，起初只有三个人。站长说，最难的是没有人知道社工是干什么的，只能一家一家地去敲门。',
  '一年多来，社工站先后办起了老年食堂和议事亭，服务居民两万多人次，居民渐渐习惯了有事找社工。',
  '住在六号楼的陈阿姨说，过去邻里见了面也不打招呼，现在大家会一起择菜，楼道里也比以前干净多了。',
];

/** The kind that a line gets between the second and the third paragraph. */
function kindOf(line: string, heading = ''): string {
  const [a, b, c, d] = PARAGRAPHS;
  const lines = ['社工站里的一年', a, heading, b, line, c, d].filter((each) => each !== '');
  const { articles } = reconstruct(lines.join('\n\n'));
  expect(articles).toHaveLength(1);
  const found = articles[0]?.paragraphs.find(
    ({ start, end }) => articles[0]?.text.slice(start, end) === line,
  );
  return found?.kind ?? 'none';
}

describe('a short line between two finished paragraphs', () => {
  it.each([
    '社工与老人一起包饺子',
    '志愿者给孩子们读绘本',
    '居民在议事亭里商量停车难题',
    '医生为居民量血压',
    '社工小周上门看望独居老人',
    '网格员入户登记信息',
    '活动现场座无虚席',
    '改造后的社区广场',
  ])('is a caption when it shows a scene: %s', (line) => {
    expect(kindOf(line)).toBe('caption');
    expect(kindOf(line, '难题在哪里')).toBe('caption');
  });

  it.each([
    '从“坐等上门”到“主动敲门”',
    '把服务送到家门口',
    '车停在哪里，人就到哪里',
    '社工不再单打独斗',
    '“社工+志愿者”双轮驱动',
    '谁来管钥匙',
    '专业赋能提质效',
    '社区来了年轻人',
  ])('is a heading when it names a topic: %s', (line) => {
    expect(kindOf(line)).toBe('heading');
    expect(kindOf(line, '难题在哪里')).toBe('heading');
  });

  it('is a heading in hard-wrapped text as well', () => {
    const text =
      '流动社工车开进山村\n\n　　天刚蒙蒙亮，一辆橘黄色的面包车沿着山路爬上了\n羊角岭。六十七岁的阮婆婆早早等在晒谷场上，她要\n请社工帮忙，给在外打工的儿子写一封信。\n' +
      '车停在哪里，人就到哪里\n　　羊角岭由九个自然村组成，最远的一户到乡政府要\n走三个小时。一年多来，这辆车跑了二万七千公里，\n停靠过一百一十四个点。\n';
    const [article] = reconstruct(text).articles;
    expect(article?.paragraphs.map(({ kind }) => kind)).toEqual(['body', 'heading', 'body']);
  });
});

describe('lines that a fixed width broke', () => {
  it('go on in Latin words too', () => {
    const [a, b] = PARAGRAPHS;
    const broken = '本次活动由 UNICEF China\nand Save the Children 联合\n主办，共有三十多人参加。';
    const { articles } = reconstruct(['社工站里的一年', a, broken, b].join('\n\n'));
    const body = articles[0]?.text.split('\n') ?? [];
    expect(body).toContain(
      '本次活动由 UNICEF China and Save the Children 联合主办，共有三十多人参加。',
    );
  });
});

describe('a heading that is marked as such', () => {
  it('is a title, even when it reads like a field', () => {
    const [a, b] = PARAGRAPHS;
    const text = ['# 媒体：夜间门诊受欢迎', '*来源：柳浪融媒*', a, b].join('\n\n');
    const { articles } = reconstruct(text, { format: 'md' });
    expect(articles).toMatchObject([{ title: '媒体：夜间门诊受欢迎', outlet: '柳浪融媒' }]);
  });
});

it('a title without text is no sure article', () => {
  const { articles } = reconstruct('社工站里的一年\n');
  expect(articles[0]?.confidence).toBeLessThan(0.5);
});
