import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reconstruct } from './reconstruct';
import { splitLines } from './split-lines';
import { anyHints, anyText, expectWhole } from './testing/any-text';
import type { LineHint, ReconstructedArticle, ReconstructHints } from './types';

const show = (article: ReconstructedArticle | undefined): string[] =>
  (article?.paragraphs ?? []).map(
    ({ kind, start, end }) => `${kind}: ${article?.text.slice(start, end)}`,
  );

/** Reads lines given with their hints; `''` is a blank line. */
function read(
  lines: readonly (string | [string, LineHint])[],
  more: ReconstructHints = {},
): ReconstructedArticle[] {
  const hints = new Map<number, LineHint>();
  const text = lines.map((line, i) => {
    if (typeof line === 'string') return line;
    hints.set(i + 1, line[1]);
    return line[0];
  });
  return reconstruct(text.join('\n'), { ...more, lines: hints }).articles;
}

const whole = (text: string, more: LineHint = {}): [string, LineHint] => [
  text,
  { whole: true, ...more },
];

const ONE = '柳浪社区近日在小院里摆起十二张圆桌，六十户居民端着拿手菜赴宴。';
const TWO = '居民说，以前对门都不认识，现在一个眼神就知道谁要添饭。';

describe('the structure of a formatted file', () => {
  it('tells titles and headings by their level and drops nothing', () => {
    const { articles, decisions } = reconstruct(`百家宴\n${ONE}\n一张桌子\n${TWO}\n义诊\n${ONE}`, {
      lines: new Map([
        [1, { level: 1 }],
        [3, { level: 2 }],
        [5, { level: 1 }],
      ]),
    });
    expect(articles.map(({ title }) => title)).toEqual(['百家宴', '义诊']);
    expect(show(articles[0])).toEqual([`body: ${ONE}`, 'heading: 一张桌子', `body: ${TWO}`]);
    expect(decisions.filter(({ action }) => action === 'drop')).toEqual([]);
  });

  it('leaves no doubt about captions and furniture', () => {
    const caption = '三月里的一天，居民们端着菜走进小院，孩子在桌子间跑来跑去。大家都来了。';
    const [article, ...others] = read([
      ['热点新闻', { kind: 'furniture' }],
      ['百家宴开席', { kind: 'caption' }],
      whole('柳浪社区办起百家宴', { level: 1 }),
      whole(ONE),
      [caption, { kind: 'caption' }],
      whole(TWO),
      ['柳浪网友情链接', { kind: 'furniture' }],
    ]);
    expect(others).toEqual([]);
    expect(article?.title).toBe('柳浪社区办起百家宴');
    expect(show(article)).toEqual([
      'attribution: 热点新闻',
      'caption: 百家宴开席',
      `body: ${ONE}`,
      `caption: ${caption}`,
      `body: ${TWO}`,
      'attribution: 柳浪网友情链接',
    ]);
  });

  it('names author and source, whatever their words are', () => {
    const [article] = read([
      whole('柳浪社区办起百家宴', { level: 1 }),
      whole('晓岚小站', { kind: 'byline' }),
      whole('柳浪家园', { kind: 'attribution' }),
      whole(ONE),
      whole(TWO),
    ]);
    expect(article).toMatchObject({ byline: '晓岚小站', outlet: '柳浪家园' });
    expect(show(article)).toContain('byline: 晓岚小站');
  });

  it('keeps lists, cells and quotes as paragraphs', () => {
    const [article, ...others] = read([
      whole('服务项目', { level: 1 }),
      whole('社工站为居民准备了这些：'),
      whole('上门理发和量血压', { kind: 'list' }),
      whole('陪老人说话', { kind: 'list' }),
      ['序号\t名称', { kind: 'table' }],
      ['1\t理发', { kind: 'table' }],
      whole('有人惦记就好', { kind: 'quote' }),
    ]);
    expect(others).toEqual([]);
    expect(show(article).slice(1, 5)).toEqual([
      ...['body: 上门理发和量血压', 'body: 陪老人说话', 'body: 序号\t名称', 'body: 1\t理发'],
    ]);
  });

  it('parts paragraphs at single line breaks', () => {
    const open = '居民们把自家的拿手菜端到小院里来一起吃了一顿热热闹闹的团圆饭，孩子们表演了节目';
    const [article] = read([
      whole('柳浪社区办起百家宴', { level: 1 }),
      whole(ONE),
      whole(TWO),
      '',
      whole(ONE),
      whole(`${open}。`),
      whole(TWO),
    ]);
    expect(article?.paragraphs).toHaveLength(5);
  });

  it('joins blocks that are cut lines', () => {
    const cut = [
      '柳浪社区近日在小院里摆起十二张圆桌，六十户居民端',
      '着拿手菜赴宴，孩子们表演了自己排练的节目，老人们',
      '坐在前排鼓掌，社工忙着端茶倒水，一直忙到天黑才',
      '收拾完桌椅。居民说，以前对门都不认识，现在一个眼',
      '神就知道谁要添饭，这样的日子才有味道，明年还要再',
      '办一次更大的，把隔壁社区的人也请过来坐一坐。',
    ];
    const [article] = read([whole('柳浪社区办起百家宴'), ...cut.map((line) => whole(line))]);
    expect(show(article)).toEqual([`body: ${cut.join('')}`]);
  });

  it('turns a change of page into a page break', () => {
    const hints = new Map([1, 1, 2, 2, 3].map((page, i) => [i + 1, { page }]));
    const { lines } = splitLines([ONE, TWO, ONE, TWO, ONE].join('\n'), false, { hints });
    expect(lines.map(({ breakBefore }) => breakBefore)).toEqual([
      ...['none', 'none', 'page', 'none', 'page'],
    ]);
  });
});

describe('what a file says of itself', () => {
  const text = `柳浪社区办起百家宴\n2023年11月24日 柳浪日报\n\n${ONE}\n\n${TWO}`;

  it('wins, unless the text only says it more precisely', () => {
    const facts = { date: '2023-11', outlet: '柳浪网', issue: '第6期', place: '柳浪' };
    const [article] = reconstruct(text, { facts }).articles;
    expect(article).toMatchObject({
      date: '2023-11-24',
      outlet: '柳浪网',
      issue: '第6期',
      place: '柳浪',
      facts: {
        date: { rule: 'header-fields', line: 2 },
        outlet: { rule: 'file-metadata', line: null },
        title: { rule: 'title-line', line: 1 },
      },
    });
    const other = reconstruct(text, { facts: { date: '2024年1月2日' } }).articles[0];
    expect(other?.date).toBe('2024-01-02');
    expect(reconstruct(text, { facts: { date: '明天' } }).articles[0]?.date).toBe('2023-11-24');
  });

  it('names the title that stands in one of the first lines', () => {
    const [article, ...others] = reconstruct(
      `柳浪网\n首页新闻\n柳浪社区办起\n“百家宴”\n${ONE}\n\n${TWO}`,
      { facts: { title: '柳浪社区办起百家宴' } },
    ).articles;
    expect(others).toEqual([]);
    expect(article).toMatchObject({ title: '柳浪社区办起“百家宴”', titleLines: [3, 4] });
    expect(article?.facts.title).toMatchObject({ rule: 'given-title', line: 3 });
    expect(article?.paragraphs.map(({ kind }) => kind).slice(-2)).toEqual(['body', 'body']);
    const site = reconstruct(text, { facts: { title: '柳浪社区办起百家宴_柳浪网' } });
    expect(site.articles[0]?.title).toBe('柳浪社区办起百家宴');
  });

  it('may say more than the first-level heading, and less than the day', () => {
    const { articles } = reconstruct(`柳浪社区办起百家宴\n\n新华社柳浪24日电 ${ONE}\n\n${TWO}`, {
      lines: new Map([[1, { level: 1 }]]),
      facts: { title: '柳浪社区办起百家宴，居民齐赴宴', date: '2023-11' },
    });
    expect(articles).toMatchObject([
      {
        title: '柳浪社区办起百家宴',
        date: '2023-11-24',
        facts: { date: { rule: 'inferred-year-and-month-file-metadata' } },
      },
    ]);
  });

  it('gives a title that stands outside', () => {
    const [article, ...others] = reconstruct(`${ONE}\n\n一张桌子\n\n${TWO}`, {
      facts: { title: '百家宴里的柳浪' },
    }).articles;
    expect(others).toEqual([]);
    expect(article).toMatchObject({
      title: '百家宴里的柳浪',
      titleLines: [],
      facts: { title: { rule: 'file-metadata', line: null } },
    });
  });

  it('is only the name of a collection where there are several articles', () => {
    const { articles } = reconstruct(
      `${text}\n\n（据柳浪日报）\n\n\n石桥村建起暖心灶\n\n近日，${TWO}\n\n（据石桥网）`,
      { facts: { title: '社工新闻选', outlet: '社工学院', byline: '王晓', issue: '第2期' } },
    );
    expect(
      articles.map(({ title, outlet, byline, issue }) => [title, outlet, byline, issue]),
    ).toEqual([
      ['柳浪社区办起百家宴', '柳浪日报', '', '第2期'],
      ['石桥村建起暖心灶', '石桥网', '', '第2期'],
    ]);
  });
});

describe('a file that is one article', () => {
  it('is not split and still understood', () => {
    const text = `石桥村建起暖心灶\n记者 周晓岚\n\n${ONE}\n\n（据石桥网）\n\n\n柳浪社区办起百家宴\n\n近日，${TWO}`;
    expect(reconstruct(text).articles).toHaveLength(2);
    const { articles } = reconstruct(text, { single: true });
    expect(articles).toHaveLength(1);
    expect(articles[0]).toMatchObject({
      title: '石桥村建起暖心灶',
      byline: '记者 周晓岚',
      outlet: '石桥网',
    });
    expect(articles[0]?.paragraphs.map(({ kind }) => kind)).toContain('attribution');
  });

  it('may be a cell of a table with its title in another', () => {
    const { articles } = reconstruct(`${ONE}\n${TWO}`, {
      single: true,
      facts: { title: '百家宴', date: '2024/3/5', outlet: '柳浪报', page: '3' },
    });
    expect(articles).toMatchObject([
      { title: '百家宴', date: '2024-03-05', outlet: '柳浪报', page: '3', titleLines: [] },
    ]);
    expect(articles[0]?.paragraphs).toHaveLength(2);
  });
});

describe('any text with any hints', { timeout: 60_000 }, () => {
  it('keeps every character, line by line and in order', () => {
    fc.assert(
      fc.property(anyText, anyHints, (text, hints) => {
        const file = reconstruct(text, hints);
        expectWhole(text, file);
        if (hints.single) expect(file.articles.length).toBeLessThanOrEqual(1);
      }),
      { numRuns: 300 },
    );
  });
});
