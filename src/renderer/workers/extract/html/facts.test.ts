import { describe, expect, it } from 'vitest';
import { plainDate } from './facts';
import { readPage } from './html';

const BODY = `<p>${'江城老街的面馆清晨六点开门，老板把第一锅汤端上灶台。'.repeat(8)}</p>`;
const factsOf = async (head: string, body = BODY) =>
  (await readPage(`<html><head>${head}</head><body>${body}</body></html>`)).facts;

describe('facts of a page', () => {
  it('come from JSON-LD first', async () => {
    const data = {
      '@graph': [
        { '@type': 'WebSite', name: '江城网' },
        {
          '@type': ['NewsArticle'],
          headline: '老街的早晨',
          datePublished: '2023-11-23T22:30:00Z',
          author: [{ name: '林一舟' }, { name: '江小舟' }],
          publisher: { '@type': 'Organization', name: '江城晚报' },
        },
      ],
    };
    const head =
      `<script type="application/ld+json">{broken</script>` +
      `<script type="application/ld+json">${JSON.stringify(data)}</script>` +
      '<meta property="og:title" content="别的题"><meta name="source" content="别的报">';
    expect(await factsOf(head)).toEqual({
      title: '老街的早晨',
      outlet: '江城晚报',
      byline: '林一舟、江小舟',
      date: '2023-11-24',
    });
  });

  it('come from the meta tags of news and government sites', async () => {
    expect(
      await factsOf(
        '<meta name="ArticleTitle" content="老街的早晨"><meta name="PubDate" content="2023-11-24 08:10">' +
          '<meta name="ContentSource" content="江城晚报"><meta name="SiteName" content="江城网">' +
          '<meta name="Author" content="林一舟">',
      ),
    ).toEqual({ title: '老街的早晨', date: '2023-11-24', outlet: '江城晚报', byline: '林一舟' });
    expect(
      await factsOf(
        '<meta property="og:title" content="老街的早晨 - 江城网"><meta property="og:site_name" content="江城网">' +
          '<meta name="publishdate" content="20231124"><meta name="author" content="江城网">',
      ),
    ).toEqual({ title: '老街的早晨', date: '2023-11-24', outlet: '江城网' });
  });

  it('cut the name of the site off the title', async () => {
    const title = async (value: string, body?: string) =>
      (await factsOf(`<title>${value}</title>`, body)).title;
    expect(await title('老街的早晨_新闻中心_江城网')).toBe('老街的早晨');
    expect(await title('老街的早晨 | 江城日报')).toBe('老街的早晨');
    expect(await title('老街的早晨——三十年')).toBe('老街的早晨——三十年');
    expect(await title('老街的早晨 - 下篇 - 某刊', `<h1>老街的早晨 - 下篇</h1>${BODY}`)).toBe(
      '老街的早晨 - 下篇',
    );
  });

  it('take a date from the one time of the page', async () => {
    const time = '<time datetime="2023-11-24T23:00:00+08:00">昨天</time>';
    expect((await factsOf('', time + BODY)).date).toBe('2023-11-24');
    expect((await factsOf('', time + time + BODY)).date).toBeUndefined();
  });
});

describe('plainDate', () => {
  it.each([
    ['2023年11月4日 08:10', '2023-11-04'],
    ['2023/1/4', '2023-01-04'],
    ['20231104081000', '2023-11-04'],
    ['2023-11-23T20:00:00Z', '2023-11-24'],
    ['2023-11-23T20:00:00-05:00', '2023-11-23'],
    ['2023-02-30', ''],
    ['近日', ''],
    ['12345678', ''],
  ])('reads %s', (value, date) => {
    expect(plainDate(value)).toBe(date);
  });
});
