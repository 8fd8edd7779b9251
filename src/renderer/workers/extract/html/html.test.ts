import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeHtml, type PageOptions, type Parts } from '../testing/make-documents';
import { htmlFragment, MAX_DEPTH, MAX_ELEMENTS, MAX_TREE_LENGTH, readHtml, readPage } from './html';

const read = (parts: Parts, options?: PageOptions) =>
  readHtml(makeHtml(parts, options), { name: 'a.html' });
const coded = (code: string): unknown => expect.objectContaining({ code });

const LONG =
  '清晨六点，江城老街的面馆已经开门，老板林一舟把第一锅汤端上灶台，蒸汽顺着窗缝飘到街上，几位晨练的老人停下脚步。';
const MORE =
  '街道办的工作人员说，这条街上原来有三十多家店，如今只剩下十二家，店主们商量着轮流值守，好让早起的人总能吃上一口热的。';
const STORY: Parts = [
  LONG,
  { kind: 'heading', level: 2, text: '一碗面的距离' },
  { kind: 'caption', text: '图为老街面馆。江小舟摄' },
  MORE,
  { kind: 'list', text: '先到先得' },
  {
    kind: 'table',
    rows: [
      ['年份', '店数'],
      ['2021', '十二'],
    ],
  },
  { kind: 'bold', text: '最后一家' },
  { kind: 'deleted', text: '看不见的字' },
  `${LONG}😀𠮷`,
  '（完）',
];
const MENU =
  '<nav><a href="/">首页</a> <a href="/n">新闻</a></nav>' +
  '<ul class="menu"><li><a href="/1">别的新闻一则</a></li></ul>';
const FOOT =
  '<div class="related"><p><a href="/2">相关阅读：另一条街</a></p></div><footer><p>江城网版权所有</p></footer>';

describe('readHtml', () => {
  it('reads the article with what its markup says, and no menus', async () => {
    const title = '江城老街的早晨';
    const { text, lines, facts, encoding } = await read(
      [{ kind: 'title', text: title }, ...STORY],
      {
        title: `${title}_新闻中心_江城网`,
        before: MENU,
        after: FOOT,
      },
    );
    expect(text.split('\n')).toEqual([
      title,
      '',
      LONG,
      '',
      '一碗面的距离',
      '',
      '图为老街面馆。江小舟摄',
      '',
      MORE,
      '',
      '先到先得',
      '',
      '年份\t店数',
      '2021\t十二',
      '',
      '最后一家',
      '',
      `${LONG}😀𠮷`,
      '',
      '（完）',
      '',
    ]);
    expect(encoding).toBe('utf-8');
    expect(facts).toEqual({ title });
    expect(lines.get(1)).toEqual({ level: 1, whole: true });
    expect(lines.get(3)).toEqual({ whole: true });
    expect(lines.get(5)).toEqual({ level: 2, whole: true });
    expect(lines.get(7)).toEqual({ kind: 'caption', whole: true });
    expect(lines.get(11)).toEqual({ kind: 'list', whole: true });
    expect(lines.get(13)).toEqual({ kind: 'table', whole: true });
    expect(lines.get(16)).toEqual({ whole: true, emphasised: true });
  });

  it('takes the title from outside of the article, with the lines about it', async () => {
    const before =
      `${MENU}<div class="head"><h1>老街的早晨</h1><p>2023-11-24 08:10 来源：江城晚报</p>` +
      '<p><a href="#">分享到</a></p></div>';
    const { text, lines } = await read(STORY, {
      before,
      after: FOOT,
      title: '老街的早晨 - 江城网',
    });
    expect(text.split('\n').slice(0, 5)).toEqual([
      '老街的早晨',
      '',
      '2023-11-24 08:10 来源：江城晚报',
      '',
      LONG,
    ]);
    expect(lines.get(1)?.level).toBe(1);
    expect(text).not.toMatch(/首页|版权|分享到|相关阅读/);
  });

  it('knows the title that is not the first heading, and the lines below the article', async () => {
    const before =
      '<div id="logo"><h1><a href="/">江城在线</a></h1></div><div class="box"><h2>老街的早晨</h2>' +
      '<div class="info"><span>2023年11月24日</span> <span>来源：江城晚报</span></div>';
    const after = `<div class="editor">责任编辑：林一舟</div></div>${FOOT}`;
    const { text, facts } = await read([LONG, MORE, LONG], {
      before,
      after,
      title: '老街的早晨_社会_江城在线',
    });
    expect(facts.title).toBe('老街的早晨');
    expect(text.split('\n\n')).toEqual([
      '老街的早晨',
      '2023年11月24日 来源：江城晚报',
      LONG,
      MORE,
      LONG,
      '责任编辑：林一舟\n',
    ]);
  });

  it('believes what the bytes are rather than what the page declares', async () => {
    const pairs: Record<string, number[]> = {};
    for (let lead = 0xb0; lead <= 0xf7; lead += 1) {
      for (let trail = 0xa1; trail <= 0xfe; trail += 1) {
        pairs[new TextDecoder('gbk').decode(Uint8Array.of(lead, trail))] = [lead, trail];
      }
    }
    const words = '清晨六点江城老街的面馆已经开门老板把第一锅汤端上灶台几位老人停下脚步'.repeat(4);
    const encode = (page: string): Uint8Array =>
      Uint8Array.from([...page].flatMap((char) => pairs[char] ?? [char.charCodeAt(0)]));
    const options = { name: 'a.html' };
    const gbk = await readHtml(makeHtml([words], { charset: 'gb2312', encode }), options);
    expect(gbk).toMatchObject({ text: `${words}\n`, encoding: 'gb18030' });
    const liar = await readHtml(makeHtml([words], { charset: 'gb2312' }), options);
    expect(liar).toMatchObject({ text: `${words}\n`, encoding: 'utf-8' });
    const chosen = makeHtml([words], { encode });
    expect(await readHtml(chosen, { ...options, encoding: 'gb18030' })).toMatchObject({
      text: `${words}\n`,
    });
  });

  it('reads all articles of a page with several', async () => {
    const { text, facts } = await read(
      ['甲', '乙', '丙'].flatMap((name) => [
        { kind: 'title' as const, text: `${name}市的早晨` },
        `${name}市。${LONG}`,
      ]),
      { title: '剪报' },
    );
    expect(text.match(/.市的早晨/g)).toHaveLength(3);
    expect(text).toContain(`丙市。${LONG}`);
    expect(facts.title).toBeUndefined();
  });

  it('reads pages laid out in tables, and without paragraphs', async () => {
    const body = `<table><tr><td><table><tr><td>　　${LONG}<br>　　${MORE}<br><br>（完）</td></tr></table></td></tr></table>`;
    const { text, lines } = await readPage(`<html><body>${body}</body></html>`);
    expect(text).toBe(`${LONG}\n\n${MORE}\n\n（完）\n`);
    expect(lines.get(1)).toEqual({ whole: true });
  });

  it('reads words as they are seen', async () => {
    const { text } = await readPage(
      `<p>${LONG}</p><p>他叫<ruby>芸<rp>(</rp><rt>yún</rt><rp>)</rp></ruby>，江&amp;城&hellip;&nbsp;完</p>` +
        '<p>第一\n行与\n第二行 and\nmore</p><div style="display:none">藏</div><span hidden>藏</span>' +
        `<script>var 藏 = 1</script><p>前半<br>后半</p><pre>  诗一行\n  诗二行</pre><p>${MORE}</p>`,
    );
    expect(text).toContain('他叫芸，江&城… 完\n');
    expect(text).toContain('第一行与第二行 and more\n');
    expect(text).toContain('前半\n后半\n');
    expect(text).toContain('  诗一行\n  诗二行\n');
    expect(text).not.toContain('藏');
  });

  it('refuses pages without text and files that are no text', async () => {
    await expect(readPage('<html><body><script>1</script></body></html>')).rejects.toEqual(
      coded('file-no-text'),
    );
    await expect(readHtml(new Uint8Array(), { name: '' })).rejects.toEqual(coded('file-empty'));
  });

  it.each([
    ['100,000 nested elements', '<div>'.repeat(100_000), ''],
    ['100,000 nested inline elements', '<b><i>'.repeat(50_000), ''],
    ['too many elements', '<b>乙</b>'.repeat(MAX_ELEMENTS), ''],
    ['as much depth as a tree may have', '<div>'.repeat(MAX_DEPTH - 10), ''],
    ['a tag that never ends', '', `<a href="${'x'.repeat(1_000_000)}`],
    ['half a million unclosed comments', '', '<!-- '.repeat(500_000)],
    ['unclosed lists', '<ul><li>'.repeat(5_000), ''],
    ['150 nested elements', '<div>'.repeat(150), ''],
  ])('gets through %s', { timeout: 60_000 }, async (_, before, after) => {
    const page = `<html><head><title>题</title></head><body>${before}<h2>小标题</h2><p>&lt;正文&hellip;&#x5B57;${after}`;
    const { text } = await readPage(page);
    expect(text).toContain('小标题');
    expect(text).toContain('<正文…字');
  });

  it('gets through pages that are too large for a tree', { timeout: 120_000 }, async () => {
    const paragraph = `<p>${LONG}</p>`;
    const count = Math.ceil(MAX_TREE_LENGTH / paragraph.length);
    const { text } = await readPage(paragraph.repeat(count));
    expect(text.length).toBe(count * (LONG.length + 2) - 1);
  });

  it('loses no Han character of the article', { timeout: 120_000 }, async () => {
    const han = fc.constantFrom(...'江城老街面馆灯桥人来往的是在了，。、“”𠮷㐂');
    const words = (max: number) =>
      fc.array(han, { minLength: 1, maxLength: max }).map((chars) => chars.join(''));
    const part = fc.oneof(
      words(120).map((value) => value),
      fc.record({ kind: fc.constantFrom('caption', 'list', 'quote', 'bold'), text: words(40) }),
      fc.record({
        kind: fc.constant('heading' as const),
        level: fc.integer({ min: 2, max: 6 }),
        text: words(15),
      }),
    ) as fc.Arbitrary<Parts[number]>;
    await fc.assert(
      fc.asyncProperty(fc.array(part, { minLength: 1, maxLength: 12 }), async (parts) => {
        const wanted = [...parts, LONG].map((each) =>
          typeof each === 'string' ? each : 'text' in each ? each.text : '',
        );
        const { text } = await read([...parts, LONG], { before: MENU, after: FOOT });
        const only = (value: string): string => value.replace(/[^\p{Script=Han}]/gu, '');
        expect(only(text)).toContain(only(wanted.join('')));
      }),
      { numRuns: 100 },
    );
  });

  it('throws nothing but its own errors, whatever the markup', { timeout: 60_000 }, async () => {
    const pieces = fc.constantFrom(
      '<p>',
      '</p>',
      '<div class="a">',
      '</div>',
      '<table>',
      '<tr>',
      '<td>',
      '</table>',
      '<br>',
      '<h1>',
      '</h1>',
      '<body>',
      '</html>',
      '<!--',
      '-->',
      '<![CDATA[',
      '<a href=\'"',
      '>',
      '字',
      '&',
      '&#0;',
      '&#xD800;',
      '<svg/>',
      '<template>',
      '<title>',
      '<frameset>',
      '\0',
      '<base href="x">',
      LONG,
    );
    await fc.assert(
      fc.asyncProperty(fc.array(pieces, { maxLength: 30 }), async (list) => {
        const html = list.join('');
        const page = await readPage(html).catch((error: unknown) => {
          expect(error).toEqual(coded('file-no-text'));
          return null;
        });
        expect(page === null || page.text.endsWith('\n')).toBe(true);
        await htmlFragment(html);
      }),
      { numRuns: 300 },
    );
  });
});
