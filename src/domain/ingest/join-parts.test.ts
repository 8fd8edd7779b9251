import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type JoinableArticle, joinParts } from './join-parts';
import { matchParts, type OpenArticle } from './match-parts';
import { setOfPath } from './page-of-path';
import { reconstruct } from './reconstruct';
import { anyLines } from './testing/any-text';

const HEAD = (page: number, day = '18') =>
  `石桥日报　2024年6月${day}日　星期二　第${page}版　要闻\n\n`;
const TITLE = '石桥村建起暖心灶';
const FIRST =
  '本报讯（记者 周晓岚）石桥村的灶台上周生起了火，三十位老人有了热饭吃。\n\n村支书说，这口灶是全村人一块砖一块砖垒起来的，往后每天中午都要生火，谁家老人腿脚不便，就由志愿者把';
const REST = '饭菜送到家里去，一天也不能断。\n\n老人们说，有人惦记就好。';
const OTHER =
  '\n\n红枫镇组建助老队\n\n本报讯（记者 林青）红枫镇日前组建了一支助老队，教老人使用智能手机。';

type Files = Record<string, string>;

function readFiles(files: Files): Map<string, JoinableArticle> {
  const articles = new Map<string, JoinableArticle>();
  for (const [path, text] of Object.entries(files)) {
    for (const article of reconstruct(text, { fileName: path }).articles) {
      articles.set(`${path}:${article.firstLine}`, { ...article, sourceFileId: path });
    }
  }
  return articles;
}

function matched(articles: ReadonlyMap<string, JoinableArticle>, known = true) {
  return matchParts(
    [...articles].map(
      ([key, each]): OpenArticle => ({
        key,
        source: each.sourceFileId,
        set: known ? setOfPath(each.sourceFileId) : null,
        title: each.title,
        titleSource: each.facts?.title,
        outlet: each.outlet,
        date: each.date,
        openParts: each.openParts ?? [],
      }),
    ),
  );
}

/** The articles of a set, their parts joined. */
function joinAll(files: Files): JoinableArticle[] {
  const articles = readFiles(files);
  const at = new Map<string, string>();
  const nowAt = (key: string): string => (at.has(key) ? nowAt(at.get(key) ?? '') : key);
  for (const { first, second, end, begin } of matched(articles)) {
    const [a, b] = [nowAt(first), second];
    const [one, other] = [articles.get(a), articles.get(b)];
    if (!one || !other) throw new Error('No such article');
    const own = (list: JoinableArticle, part: typeof end) =>
      list.openParts?.find((each) => each.line === part.line && each.to === part.to) ?? part;
    articles.set(a, joinParts(one, other, { end: own(one, end), begin: own(other, begin) }));
    articles.delete(b);
    at.set(b, a);
  }
  return [...articles.values()];
}

describe('parts in several files of one set', () => {
  it.each([
    ['（下转第4版）', '（上接第1版）', HEAD],
    ['\n\n下转第4版', `（上接第1版）《${TITLE}》\n\n`, HEAD],
    ['（下转第4版）', `（上接第1版）\n\n${TITLE}\n\n`, HEAD],
    ['（下转第4版）', '（上接第1版）', () => ''],
    ['（下转第4版）', `（上接第1版）《${TITLE}》　`, () => ''],
  ])('are joined over %s and %s', (end, begin, head) => {
    const articles = joinAll({
      'set/第01版.txt': `${head(1)}${TITLE}\n\n${FIRST}${end}`,
      'set/第04版.txt': `${head(4)}${begin}${REST}${OTHER}`,
    });
    expect(articles.map(({ title }) => title)).toEqual([TITLE, '红枫镇组建助老队']);
    const [article] = articles;
    expect(article?.text).toContain('就由志愿者把饭菜送到家里去，一天也不能断。\n');
    expect(article?.parts?.map((part) => part.sourceFileId)).toEqual([
      'set/第01版.txt',
      'set/第04版.txt',
    ]);
    expect(article?.partFileIds).toEqual(['set/第04版.txt']);
    expect(article?.openParts).toBeUndefined();
    const healed = article?.paragraphs.find(({ continues }) => continues !== undefined);
    expect(healed?.sourceFileId).toBeUndefined();
    expect(healed?.continues?.[0]?.sourceFileId).toBe('set/第04版.txt');
    expect(article?.paragraphs.at(-1)?.sourceFileId).toBe('set/第04版.txt');
  });

  it('are found below another article of the page', () => {
    const articles = joinAll({
      '第1版.txt': `${HEAD(1)}${TITLE}\n\n${FIRST}（下转第4版）`,
      '第4版.txt': `${HEAD(4).trim()}${OTHER}\n\n（上接第1版）${REST}`,
    });
    expect(articles.map(({ title }) => title)).toEqual([TITLE, '红枫镇组建助老队']);
    expect(articles[1]?.text).not.toContain('饭菜');
  });

  it('may be three', () => {
    const articles = joinAll({
      'page1.txt': `${TITLE}\n\n${FIRST}（下转第4版）`,
      'page4.txt': `（上接第1版）${REST}\n\n老人们还说，天冷了灶火也不能熄，一家有事大家都来帮忙，孩子们放学也来添一把柴，往后的日子（下转第5版）`,
      'page5.txt':
        '（上接第4版）要一起过，一家也不能少，谁家灶上缺了什么，就去隔壁拿一点，来年再还上。',
    });
    expect(articles).toHaveLength(1);
    expect(articles[0]?.text).toContain('添一把柴，往后的日子要一起过，');
    expect(articles[0]?.parts).toHaveLength(3);
  });

  it('stay apart when pages, days or folders contradict, or two fit alike', () => {
    const one = `${HEAD(1)}${TITLE}\n\n${FIRST}（下转第4版）`;
    const apart = (files: Files) => expect(matched(readFiles(files))).toEqual([]);
    apart({ 'a.txt': one, 'b.txt': `${HEAD(5)}（上接第1版）${REST}` });
    apart({ 'a.txt': one, 'b.txt': `${HEAD(4, '19')}（上接第1版）${REST}` });
    apart({ 'x/a.txt': one, 'y/b.txt': `（上接第1版）${REST}` });
    const rest = `${HEAD(4)}（上接第1版）${REST}`;
    apart({ 'a.txt': one, 'b.txt': rest, 'c.txt': rest.replace('饭菜', '汤菜') });
  });

  it('of the same day are found when their folder is not known, by both pages', () => {
    const files = {
      'a.txt': `${HEAD(1)}${TITLE}\n\n${FIRST}（下转第4版）`,
      'b.txt': `${HEAD(4)}（上接第1版）${REST}`,
    };
    expect(matched(readFiles(files), false)).toHaveLength(1);
    const vague = { ...files, 'b.txt': `2024年6月18日\n\n（上接第1版）${REST}` };
    expect(matched(readFiles(vague), false)).toEqual([]);
  });

  it('fill gaps in the metadata of the first', () => {
    const [article] = joinAll({
      '第1版.txt': `${FIRST}（下转第4版）`,
      '第4版.txt': `${HEAD(4)}${TITLE}\n\n（上接第1版）\n\n${REST}`,
    });
    expect(article).toMatchObject({
      title: TITLE,
      outlet: '石桥日报',
      date: '2024-06-18',
      page: '',
    });
    expect(article?.facts?.date?.line).toBeNull();
  });

  it('find the rest below what ends another article: a source line, or `下转`', () => {
    const rest = `（上接第1版）《${TITLE}》\n${REST}`;
    for (const end of ['（据《石桥日报》）', '（下转第6版）']) {
      const files = {
        '报/a.txt': `${HEAD(1)}${TITLE}\n\n${FIRST}（下转第4版）`,
        '报/b.txt': `${HEAD(4)}${OTHER.trimStart()}\n${end}\n\n${rest}`,
      };
      const texts = joinAll(files).map(({ title }) => title);
      expect(texts).toEqual([TITLE, '红枫镇组建助老队']);
    }
  });

  it('keep every character, in order, with contiguous paragraphs', () => {
    fc.assert(
      fc.property(anyLines, anyLines, (one, other) => {
        const files = {
          'page1.txt': `${TITLE}\n\n${one}（下转第4版）`,
          'page4.txt': `（上接第1版）《${TITLE}》${other}`,
        };
        const before = [...readFiles(files).values()];
        const after = joinAll(files);
        // A title that is made up, or a copy of one that stands in the second part, is no text.
        const made = ({ title, facts }: JoinableArticle) =>
          facts?.title?.line == null || facts.title.rule === 'opening-words' ? '' : title;
        const words = (list: JoinableArticle[]) =>
          list
            .map((each) => made(each) + each.text)
            .join('')
            .replace(/\s/g, '');
        expect(words(after).length).toBe(words(before).length);
        expect([...words(after)].sort()).toEqual([...words(before)].sort());
        for (const { text, paragraphs } of after) {
          let end = -1;
          for (const paragraph of paragraphs) {
            expect(paragraph.start).toBe(end + 1);
            end = paragraph.end;
          }
          expect(end).toBe(paragraphs.length === 0 ? -1 : text.length);
        }
      }),
      { numRuns: 200 },
    );
  });
});
