import { METADATA_FIELDS } from '@domain/model';
import { describe, expect, it } from 'vitest';
import { reconstruct } from './reconstruct';
import type { ReconstructedArticle, ReconstructHints } from './types';

const TITLE = '石桥村建起暖心灶';
const BODY = '石桥村的灶台上周生起了火，三十位老人有了热饭吃。';
const MORE = '村支书说，这口灶是全村人一块砖一块砖垒起来的，往后每天中午都要生火。';

function read(text: string, hints: ReconstructHints = {}): ReconstructedArticle {
  const [article] = reconstruct(text, hints).articles;
  if (!article) throw new Error('no article');
  return article;
}

describe('each piece of metadata', () => {
  it('says where it was read', () => {
    const article = read(
      `${TITLE}\n——一个村庄的中午\n来源：石桥日报　2024年3月5日　作者：周晓岚\n\n新华社石桥3月4日电 ${BODY}\n\n${MORE}\n\n（原载《社工视野》2024年第2期，有删节）`,
    );
    expect(article).toMatchObject({
      title: TITLE,
      subtitle: '——一个村庄的中午',
      outlet: '社工视野',
      date: '2024-03-05',
      byline: '周晓岚',
      issue: '2024年第2期',
      place: '石桥',
    });
    expect(article.facts).toMatchObject({
      title: { rule: 'title-line', line: 1 },
      subtitle: { rule: 'subtitle-line', line: 2 },
      outlet: { rule: 'bracketed-source', line: 9 },
      date: { line: 3 },
      byline: { line: 3 },
      issue: { line: 9 },
      place: { rule: 'dateline', line: 5 },
    });
    for (const field of METADATA_FIELDS) {
      expect(Boolean(article[field]), field).toBe(Boolean(article.facts[field]));
    }
  });

  it('says so when it stands outside of the lines or is made up', () => {
    const named = read(`${BODY}\n\n${MORE}`, { fileName: 'p/石桥暖心灶20240305.txt' });
    expect(named.facts).toMatchObject({
      title: { rule: 'file-name', line: null },
      date: { rule: 'file-name', line: null },
    });
    expect(read(`${BODY}\n\n${MORE}`).facts.title).toMatchObject({
      rule: 'opening-words',
      line: 1,
    });
    const front = read(
      `---\ntitle: 暖心灶\ndate: 2024-03-05\nsource: 石桥日报\nauthor: 周晓岚\nissue: 第2期\n---\n${BODY}\n`,
      { format: 'md' },
    );
    expect(front).toMatchObject({ title: '暖心灶', issue: '第2期', byline: '周晓岚' });
    expect(front.facts.outlet).toMatchObject({ rule: 'front-matter' });
  });
});

describe('a day without its year', () => {
  const dateline = (day: string): string => `${TITLE}\n\n新华社石桥${day}电 ${BODY}\n\n${MORE}`;

  it.each<[string, string, ReconstructHints, string, string]>([
    [
      'the file name',
      dateline('11月24日'),
      { fileName: '社工报2023年选.txt' },
      '2023-11-24',
      'inferred-year-file-name',
    ],
    [
      'the date in the file name',
      dateline('12月30日'),
      { fileName: '2024-01-02.txt' },
      '2023-12-30',
      'inferred-year-file-name',
    ],
    [
      'an issue line',
      `社工观察 2023年第6期   12\n\n${dateline('11月24日')}`,
      {},
      '2023-11-24',
      'inferred-year-issue-line',
    ],
    [
      'the issue in its source',
      `${dateline('11月24日')}\n\n（原载《社工视野》2023年第6期）`,
      {},
      '2023-11-24',
      'inferred-year-issue-line',
    ],
    [
      'a month in its header',
      `${TITLE}\n发布时间：2023年11月　来源：石桥网\n\n新华社石桥11月24日电 ${BODY}`,
      {},
      '2023-11-24',
      'inferred-year-header',
    ],
    [
      'its month and year',
      `${TITLE}\n发布时间：2023年11月　来源：石桥网\n\n新华社石桥24日电 ${BODY}`,
      {},
      '2023-11-24',
      'inferred-year-and-month-header',
    ],
    [
      'its source',
      `${TITLE}\n\n${BODY}\n\n${MORE}\n\n（据石桥日报11月24日报道）`,
      { fileName: '2023年.txt' },
      '2023-11-24',
      'inferred-year-file-name',
    ],
  ])('takes it from %s', (_, text, hints, date, rule) => {
    const article = read(text, hints);
    expect(article.date).toBe(date);
    expect(article.facts.date?.rule).toBe(rule);
    expect(article.facts.date?.confidence).toBeLessThanOrEqual(0.7);
  });

  it('takes it from the nearest article with a whole date', () => {
    const dated = (date: string): string =>
      `柳浪社区办起百家宴\n${date} 柳浪日报\n\n近日，柳浪社区在小院里摆起十二张圆桌，六十户居民赴宴。\n\n（据柳浪日报）`;
    const { articles } = reconstruct(`${dated('2024-01-03')}\n\n\n${dateline('12月28日')}`);
    expect(articles[1]).toMatchObject({
      date: '2023-12-28',
      facts: { date: { rule: 'inferred-year-neighbour', line: 11, confidence: 0.5 } },
    });
    const after = reconstruct(`${dateline('1月2日')}\n\n（据石桥网）\n\n\n${dated('2024-01-03')}`);
    expect(after.articles[0]?.date).toBe('2024-01-02');
  });

  it('is completed by a running head that names only the month', () => {
    const article = read(`枫溪月报　2024年6月　第3版　民生\n\n${dateline('18日')}`);
    expect(article).toMatchObject({
      date: '2024-06-18',
      facts: { date: { rule: 'inferred-year-and-month-running-head' } },
    });
  });

  it('gives way to a whole date that is printed', () => {
    const head = '枫溪晚报　2024年6月18日　星期二　第3版　民生';
    const article = read(`${head}\n\n${dateline('6月17日')}`);
    expect(article).toMatchObject({
      date: '2024-06-18',
      facts: { date: { rule: 'running-head', line: 1 } },
    });
  });

  it.each([
    ['in running text', `${TITLE}\n\n11月24日，${BODY}\n\n${MORE}`],
    ['of the event', `${TITLE}\n\n本报讯（记者 周晓岚）11月24日，${BODY}\n\n${MORE}`],
    ['that is none', `${TITLE}\n\n近日，${BODY}\n\n日前，${MORE}`],
    ['that cannot be', dateline('2月30日')],
  ])('is no date %s', (_, text) => {
    expect(read(text, { fileName: '2023年.txt' })).toMatchObject({ date: '' });
  });

  it.each(['2023年2月30日', '2023-02-30', '2023.13.01'])('%s is none', (date) => {
    expect(read(`${TITLE}\n来源：石桥网　发布时间：${date}\n\n${BODY}`).date).toBe('');
  });
});

describe('outlets, issues and pages', () => {
  it.each([
    [`${TITLE}\n来源：鹭湾发布\n\n${BODY}\n\n${MORE}`, '鹭湾发布'],
    [`${TITLE}\n来源：鹭湾发布 2024-03-05\n\n${BODY}\n\n${MORE}`, '鹭湾发布'],
    [`${TITLE}\n\n${BODY}\n\n${MORE}\n\n(据云汀发布)`, '云汀发布'],
    [`${TITLE}\n\n${BODY}\n\n${MORE}\n\n（原载《社工视野》2023年第2期，有删节）`, '社工视野'],
  ])('%#: %s', (text, outlet) => {
    expect(read(text).outlet).toBe(outlet);
  });

  it('come from the issue that a source names, with its year', () => {
    expect(
      read(`${TITLE}\n\n${BODY}\n\n${MORE}\n\n（原载《社工视野》2023年第2期，有删节）`),
    ).toMatchObject({
      date: '2023',
      issue: '2023年第2期',
      facts: { date: { rule: 'bracketed-source', confidence: 0.5 } },
    });
  });

  it('come from running heads and issue lines', () => {
    const paper = read(
      `棠川日报　2024年5月16日　星期四　第3版　民生\n\n${TITLE}\n\n${BODY}\n\n${MORE}`,
    );
    expect(paper).toMatchObject({ outlet: '棠川日报', date: '2024-05-16', page: '第3版' });
    expect(paper.facts.outlet).toMatchObject({ rule: 'running-head', line: 1 });
    const magazine = read(`社工观察 2023年第6期（总第102期）\n\n${TITLE}\n\n${BODY}\n\n${MORE}`);
    expect(magazine).toMatchObject({
      outlet: '社工观察',
      issue: '2023年第6期（总第102期）',
      date: '2023',
    });
    const total = read(
      `棠川日报　2024年5月16日　总第1024期　第3版\n\n${TITLE}\n\n${BODY}\n\n${MORE}`,
    );
    expect(total).toMatchObject({ outlet: '棠川日报', issue: '总第1024期', page: '第3版' });
  });
});

describe('lists and series', () => {
  it('keep the last of three items an item', () => {
    const article = read(
      `# ${TITLE}\n\n${BODY}\n\n- 有人陪着吃饭\n- 有人记得名字\n- 说出来就好的\n\n${MORE}\n`,
      { format: 'md' },
    );
    expect(article.paragraphs.map(({ kind }) => kind)).not.toContain('heading');
  });

  it('keep sixty titles that differ in a number', () => {
    const day = '这一天，社工敲开了六户人家的门，听老人讲起年轻时修水库的往事，一直听到天黑。';
    const names = Array.from(
      { length: 60 },
      (_, i) => `走访见闻（${String(i + 1).padStart(4, '0')}）`,
    );
    const text = names.map((name) => `${name}\n\n来源：北塘社工\n\n${day}\n\n${day}`).join('\n\n');
    expect(reconstruct(text).articles.map(({ title }) => title)).toEqual(names);
  });
});
