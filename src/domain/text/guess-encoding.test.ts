import { describe, expect, it } from 'vitest';
import { decodeText } from './decode';
import { canEncode, encodeText } from './testing/encode-text';
import { drawFrom, newsText, type Script } from './testing/news-sentences';

const ROUNDS = 1000;
const WAYS = [
  ['utf-8', 'simplified'],
  ['utf-8', 'traditional'],
  ['utf-16le', 'simplified'],
  ['utf-16be', 'traditional'],
  ['gb18030', 'simplified'],
  ['gb18030', 'traditional'],
  ['big5', 'traditional'],
  ['hz-gb-2312', 'simplified'],
] as const;

/** The share of random texts that are read as what they are, and those that are not. */
function share(
  encoding: (typeof WAYS)[number][0],
  script: Script,
  han: (round: number) => number,
  cut = 0,
): { right: number; wrong: string[] } {
  const draw = drawFrom(Number(process.env.ZHAIJI_SEED ?? 7) + encoding.length);
  const wrong: string[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const text = newsText(script, han(round), round % 2 === 1, draw);
    const bytes = encodeText(text, encoding);
    const read = decodeText(bytes.subarray(0, bytes.length - cut));
    if (!read.ok || read.encoding !== encoding) wrong.push(text);
  }
  return { right: 1 - wrong.length / ROUNDS, wrong };
}

describe('the guess by statistics', { timeout: 60_000 }, () => {
  it.each(WAYS)('tells %s, %s, from 20 characters on', (encoding, script) => {
    const { right, wrong } = share(encoding, script, (round) => 20 + (round % 60));
    expect(right, wrong.slice(0, 3).join(' / ')).toBeGreaterThanOrEqual(0.995);
  });

  it.each(WAYS)('tells %s, %s, from 8 characters on', (encoding, script) => {
    const { right, wrong } = share(encoding, script, (round) => 8 + (round % 12));
    expect(right, wrong.slice(0, 3).join(' / ')).toBeGreaterThanOrEqual(0.97);
  });

  it.each(WAYS)('tells %s, %s, when the last character is cut', (encoding, script) => {
    // An odd byte at the end of HZ may be half of its closing escape.
    const { right, wrong } = share(encoding, script, (round) => 12 + (round % 40), 1);
    expect(right, wrong.slice(0, 3).join(' / ')).toBeGreaterThanOrEqual(0.98);
  });

  it('counts the cut character of an otherwise valid text', () => {
    const bytes = encodeText('临溪市', 'utf-8');
    for (const cut of [1, 2]) {
      expect(decodeText(bytes.subarray(0, bytes.length - cut))).toMatchObject({
        encoding: 'utf-8',
        text: '临溪\ufffd',
        invalid: { count: 1, offsets: [6], lines: [1] },
      });
    }
  });

  it('knows which texts an encoding cannot write', () => {
    expect(canEncode('东湖区', 'big5')).toBe(false);
    expect(canEncode('東湖區', 'big5')).toBe(true);
  });

  it('finds the words of a page that begins with much ASCII', () => {
    const page = `<html>\n${'<script src="/a.js"></script>\n'.repeat(5000)}<p>${newsText('traditional', 40, true, drawFrom(1))}`;
    expect(decodeText(encodeText(page, 'big5'))).toMatchObject({ encoding: 'big5', text: page });
  });
});

describe('a declaration', () => {
  const page = (charset: string, words: string): string =>
    `<html><head><meta charset="${charset}"><title>${words}</title></head></html>`;

  it.each([
    ['gb2312', 'utf-8', '江城日报'],
    ['utf-8', 'gb18030', '临溪市图书馆今日开放'],
    ['utf-8', 'big5', '臨溪市圖書館今日開放'],
    ['gb2312', 'big5', '臨溪市圖書館今日開放，歡迎居民前往借閱'],
    ['big5', 'gb18030', '临溪市图书馆今日开放，欢迎居民前往借阅'],
    ['iso-8859-1', 'gb18030', '临溪市图书馆今日开放'],
    ['hz-gb-2312', 'utf-8', '临溪'],
    ['utf-16', 'utf-8', '临溪'],
  ] as const)('of %s loses against bytes in %s', (declared, encoding, words) => {
    const text = page(declared, words);
    expect(decodeText(encodeText(text, encoding))).toMatchObject({ encoding, text });
  });

  it('settles what could be read either way', () => {
    // The same two bytes are a character of both.
    const bytes = new Uint8Array([0xa4, 0xa4, 0xa4, 0xe5]);
    expect(decodeText(bytes, { declared: 'big5' })).toMatchObject({
      encoding: 'big5',
      text: '中文',
    });
    expect(decodeText(bytes, { declared: 'gb2312' })).toMatchObject({ encoding: 'gb18030' });
  });
});

describe('HZ', () => {
  it('is taken when its escapes hold common Chinese', () => {
    const text = '临溪市图书馆(Linxi)今日开放~\n第二天照常。';
    expect(decodeText(encodeText(text, 'hz-gb-2312'))).toMatchObject({
      encoding: 'hz-gb-2312',
      text,
      invalid: { count: 0 },
    });
  });

  it.each(['a ~{x} b', 'set ~{ab~} and ~{zz~}', 'path ~/x ~{', 'x ~{|}~} y'])(
    'is not made of %s',
    (text) => {
      expect(decodeText(encodeText(text, 'utf-8'))).toMatchObject({ encoding: 'utf-8', text });
    },
  );
});
