import { describe, expect, it } from 'vitest';
import { pageKey, readJump, splitAtJumps } from './jumps';
import { reconstruct } from './reconstruct';
import { expectWhole } from './testing/any-text';

describe('marks of continued articles', () => {
  it.each([
    ['（下转第4版）', 'next', '4', ''],
    ['下转A3', 'next', 'A3', ''],
    ['▶下转第03版', 'next', '3', ''],
    ['（下转第四版）', 'next', '4', ''],
    ['(转2版)', 'next', '2', ''],
    ['（上接第1版）', 'previous', '1', ''],
    ['（上接A01版）《暖心灶里的村庄》', 'previous', 'A1', '暖心灶里的村庄'],
    ['（上接第1版）《“孙大姐”的账本》', 'previous', '1', '“孙大姐”的账本'],
    ['【上接一版《暖心灶》】', 'previous', '1', '暖心灶'],
    ['上接第1版', 'previous', '1', ''],
    ['（紧接第1版）', 'previous', '1', ''],
  ])('%s', (text, to, page, words) => {
    expect(readJump(text)).toEqual({ to, page, words });
  });

  it.each([
    '他转身走了',
    '（转第4期）',
    '上接天线下接地',
    '接3人',
    '转第三版',
    '下转第4版的文章很好看，大家都说好',
  ])('%s is none', (text) => {
    expect(readJump(text)).toBeNull();
  });

  it('are cut off their lines', () => {
    expect(splitAtJumps('老人说，这口灶（下转第4版）')).toEqual([
      '老人说，这口灶',
      '（下转第4版）',
    ]);
    expect(splitAtJumps('　（上接第1版）还要烧下去。')).toEqual(['（上接第1版）', '还要烧下去。']);
    expect(splitAtJumps('（下转第4版）')).toEqual(['（下转第4版）']);
    expect(splitAtJumps('下转第4版的消息传开了')).toEqual(['下转第4版的消息传开了']);
    expect(['第A03版', '四版', '第十二版', 'x'].map(pageKey)).toEqual(['A3', '4', '12', '']);
  });
});

const HEAD_1 = '石桥日报　2024年6月18日　星期二　第1版　要闻';
const HEAD_4 = '石桥日报　2024年6月18日　星期二　第4版　民生';
const TITLE = '石桥村建起暖心灶';
const FIRST =
  '本报讯（记者 周晓岚）石桥村的灶台上周生起了火，三十位老人有了热饭吃。\n\n村支书说，这口灶是全村人一块砖一块砖垒起来的，往后每天中午都要生火，谁家老人腿脚不便，就由志愿者把';
const REST = '饭菜送到家里去，一天也不能断。\n\n老人们说，有人惦记就好。';
const OTHER =
  '柳浪社区办起百家宴\n\n本报讯（记者 王晓）柳浪社区近日在小院里摆起十二张圆桌，六十户居民端着拿手菜赴宴。';

function pages(end: string, begin: string): string {
  return `${HEAD_1}\n\n${TITLE}\n\n${FIRST}${end}\n\n${OTHER}\n\n${HEAD_4}\n\n${begin}${REST}\n\n红枫镇组建助老队\n\n本报讯（记者 林青）红枫镇日前组建了一支助老队，教老人使用智能手机。`;
}

describe('parts of one article', () => {
  it.each([
    ['（下转第4版）', '（上接第1版）'],
    ['\n\n（下转第4版）', '（上接第1版）\n\n'],
    ['\n\n下转第4版', `（上接第1版）《${TITLE}》\n\n`],
    ['（下转第四版）', `（上接第一版）\n\n${TITLE}\n\n`],
    ['（下转第4版）', `${TITLE}\n\n（上接第1版）\n\n`],
  ])('are joined over %s and %s', (end, begin) => {
    const text = pages(end, begin);
    const file = reconstruct(text);
    expectWhole(text, file);
    expect(file.articles.map(({ title, page }) => [title, page])).toEqual([
      [TITLE, '第1版'],
      ['柳浪社区办起百家宴', '第1版'],
      ['红枫镇组建助老队', '第4版'],
    ]);
    const [article] = file.articles;
    expect(article?.text).toContain('就由志愿者把饭菜送到家里去，一天也不能断。\n');
    const body = article?.paragraphs.filter(({ kind }) => kind === 'body');
    expect(body).toHaveLength(3);
    const marks = file.decisions.filter(({ evidence }) => evidence.includes('jump-mark'));
    expect(marks.map(({ action, article: of }) => [action, of])).toEqual([
      ['lift', 0],
      ['lift', 0],
    ]);
    const joins = file.decisions.filter(({ action }) => action === 'join');
    expect(joins.map(({ evidence }) => evidence)).toEqual([['part-goes-on']]);
  });

  it('know which is which among several', () => {
    const other = OTHER.replace(/。$/, '，小院里的灯一直亮到深夜，居民们约好明年再（下转第4版）');
    const text =
      `${HEAD_1}\n\n${TITLE}\n\n${FIRST}（下转第3版）\n\n${other}\n\n${HEAD_4.replace('第4版', '第3版')}\n\n（上接第1版）${REST}\n\n` +
      `${HEAD_4}\n\n（上接第1版）办一次，菜单已经写好了。`;
    const { articles } = reconstruct(text);
    expect(articles.map(({ title }) => title)).toEqual([TITLE, '柳浪社区办起百家宴']);
    expect(articles[0]?.text).toContain('就由志愿者把饭菜送到家里去');
    expect(articles[1]?.text).toContain('居民们约好明年再办一次');
    expectWhole(text, reconstruct(text));
  });

  it('stay apart when the pages contradict, or there is only one', () => {
    const apart = reconstruct(pages('（下转第7版）', '（上接第2版）')).articles;
    expect(apart[0]?.text).not.toContain('饭菜送到家里去');
    const lone = reconstruct(`${TITLE}\n\n${FIRST}（下转第4版）\n\n\n${OTHER}`).articles;
    expect(lone.map(({ title }) => title)).toEqual([TITLE, '柳浪社区办起百家宴']);
    expect(lone[0]?.paragraphs.at(-1)?.kind).toBe('attribution');
  });

  it('are healed in a file that is one article', () => {
    const text = `${TITLE}\n\n${FIRST}（下转第4版）\n\n（上接第1版）${REST}`;
    const { articles } = reconstruct(text, { single: true });
    expect(articles).toHaveLength(1);
    expect(articles[0]?.text).toContain('就由志愿者把饭菜送到家里去');
  });

  it('obey the researcher', () => {
    const text = pages('\n\n（下转第4版）', `（上接第1版）\n\n${TITLE}\n\n`);
    const line = text.split('\n').lastIndexOf(TITLE) + 1;
    const { articles } = reconstruct(text, { corrections: [{ line, as: 'title' }] });
    expect(articles.filter(({ title }) => title === TITLE)).toHaveLength(2);
  });
});
