import { describe, expect, it } from 'vitest';
import { joinPieces } from './join-text';
import { isName } from './names';
import { reconstruct } from './reconstruct';

const ONE =
  '青石桥街道把闲置的粮站改成了邻里食堂，一荤两素一汤只收八元，每天有一百多位老人前来用餐。食堂由社工机构运营。';
const TWO =
  '柳湾村请来退休木匠教孩子们做板凳，三十条板凳摆进了祠堂，成了村里开会听戏的座位。村民都说坐着踏实。';

const articles = (text: string): ReturnType<typeof reconstruct>['articles'] =>
  reconstruct(text).articles;
const kinds = (text: string): string[] =>
  articles(text).flatMap(({ text: all, paragraphs }) =>
    paragraphs.map(({ kind, start, end }) => `${kind}: ${all.slice(start, end).slice(0, 12)}`),
  );

describe('what stands under a text', () => {
  it.each([
    '［责编：穆青］',
    '（原载《河西纵横》2022年第9期）',
    '（转载《河西纵横》2022年第9期）',
    '据河西纵横',
    '（文/图：常欣）',
  ])('%s ends its article', (end) => {
    const found = articles(`粮站变成了食堂\n${ONE}\n${end}\n木匠进村\n${TWO}\n${end}\n`);
    expect(found.map(({ title }) => title)).toEqual(['粮站变成了食堂', '木匠进村']);
    expect(found.map(({ paragraphs }) => paragraphs.at(-1)?.kind)).not.toContain('heading');
    if (end.includes('河西')) expect(found[1]?.outlet).toBe('河西纵横');
  });

  it('is no source when it goes on with a sentence', () => {
    const [article] = articles(`粮站变成了食堂\n${ONE}\n据村里老人\n说，粮站建于五十年前。\n`);
    expect(article?.outlet).toBe('');
  });

  it('may be who signs over a date, but not a title over its date', () => {
    const text = `粮站变成了食堂\n2022年3月4日\n${ONE}\n\n两家作坊偷排废水被查处\n2022年3月5日\n柳湾村请来退休木匠教孩子们做板凳，三十条\n板凳摆进了祠堂，成了村里开会听戏的座位。\n`;
    expect(articles(text).map(({ title }) => title)).toContain('两家作坊偷排废水被查处');
  });
});

describe('outlet, day and page between a title and its text', () => {
  it('tell where the text comes from', () => {
    const head = '河西日报 2022.03.04 第3版';
    const found = articles(
      `粮站变成了食堂\n${head}\n　　${ONE}\n　　${TWO}\n木匠进村\n${head}\n　　${TWO}\n　　${ONE}\n`,
    );
    expect(found.map(({ title, date }) => `${title} ${date}`)).toEqual([
      '粮站变成了食堂 2022-03-04',
      '木匠进村 2022-03-04',
    ]);
    expect(found[0]?.outlet).toBe('河西日报');
  });

  it('stay the head of a page between two halves of a text', () => {
    const [article, ...others] = articles(
      `粮站变成了食堂\n${ONE}\n柳湾村请来退休木匠教孩子们做板凳，三十条板凳摆\n河西日报 2022.03.04 第3版\n进了祠堂，成了村里开会听戏的座位，村民都说坐着踏实。\n`,
    );
    expect(others).toEqual([]);
    expect(article?.text).toContain('板凳摆进了祠堂');
  });
});

describe('who took a picture', () => {
  it.each(['摄影/常欣', '供图：青石桥街道办事处'])('%s within a text is a caption', (credit) => {
    const found = kinds(
      `粮站变成了食堂\n\n柳湾村请来退休木匠教孩子们做板凳，三十条板凳摆进了祠\n\n${credit}\n\n堂，成了村里开会听戏的座位。村民都说坐着踏实。\n\n${ONE}\n`,
    );
    expect(found).toContain(`caption: ${credit.slice(0, 12)}`);
    expect(found.filter((line) => line.startsWith('body'))).toHaveLength(2);
  });

  it('right under the title is a byline', () => {
    expect(kinds(`粮站变成了食堂\n摄影/常欣\n${ONE}\n${TWO}\n`)[0]).toBe('byline: 摄影/常欣');
  });
});

it('knows more family names, and words that begin like them', () => {
  expect(['常欣', '傅小舟', '詹明', '季然'].every(isName)).toBe(true);
  expect(['常见', '季节', '储备', '廉洁'].some(isName)).toBe(false);
});

it('keeps the hyphen after a single letter', () => {
  expect(joinPieces('发展e-', 'commerce').text).toBe('发展e-commerce');
  expect(joinPieces('the com-', 'merce').text).toBe('the commerce');
});
