import { describe, expect, it } from 'vitest';
import { htmlFragment, readPage } from './html';

describe('readPage with what was copied', () => {
  const copied = '<p>岸边的灯亮了。</p><p>没有人说话，<b>雨</b>还在下。</p>';
  const marked = `<!--StartFragment-->${copied}<!--EndFragment-->`;
  const header =
    'Version:0.9\r\nStartHTML:0000000105\r\nEndHTML:0000000300\r\nSourceURL:https://x.cn/a\r\n';

  it.each([
    ['alone', marked],
    ['in a page', `<html>\r\n<body>\r\n${marked}\r\n</body>\r\n</html>`],
    ['with a header', `${header}<html><body>\n${marked}\n</body></html>`],
    [
      'from Word',
      `<html><head><meta charset="utf-8"><style>p { margin: 0 }</style><!--[if gte mso 9]><xml>x</xml><![endif]--></head><body>${marked}</body></html>`,
    ],
    [
      'with spaces',
      `<html><body><!-- StartFragment -->${copied}<!-- EndFragment --></body></html>`,
    ],
  ])('reads only that: %s', async (_, html) => {
    const { text, facts } = await readPage(html);
    expect(text).toBe('岸边的灯亮了。\n\n没有人说话，雨还在下。\n');
    expect(facts).toEqual({});
  });

  it('reads a page as such that has pasted text in its article', async () => {
    const { text } = await readPage(
      `<html><body><h1>雨夜的渡口</h1><div><p>来源：棠川日报</p>${marked.repeat(3)}</div></body></html>`,
    );
    expect(text).toMatch(/^雨夜的渡口\n/);
  });
});

describe('htmlFragment', () => {
  it('keeps all that was copied', async () => {
    const html =
      '<html><body>\n<!--StartFragment--><h1>题</h1><p>一</p><ul><li>二</li></ul><p><a href="x">三</a></p><!--EndFragment-->\n外</body></html>';
    const { text, lines } = await htmlFragment(html);
    expect(text).toBe('题\n\n一\n\n二\n\n三\n');
    expect(lines.get(5)?.kind).toBe('list');
    expect((await htmlFragment('只有字')).text).toBe('只有字\n');
    expect((await htmlFragment('')).text).toBe('');
  });
});
