import { describe, expect, it } from 'vitest';
import { makeMhtml, type Parts } from '../testing/make-documents';
import { readMhtml } from './mhtml';

const STORY: Parts = [
  { kind: 'title', text: '江城老街的早晨' },
  '清晨六点，老街的面馆已经开门，老板林一舟把第一锅汤端上灶台。😀𠮷 Content-Type: text/html',
  { kind: 'heading', level: 2, text: '一碗面的距离' },
  '几位晨练的老人停下脚步，等着第一碗面。',
];
const options = { name: 'a.mhtml' };
const coded = (code: string): unknown => expect.objectContaining({ code });

describe('readMhtml', () => {
  it.each([
    ['quoted-printable', undefined],
    ['base64', undefined],
    ['quoted-printable', 'utf-8'],
    ['base64', 'gb2312'],
  ] as const)('reads a page in %s with charset %s', async (transfer, partCharset) => {
    const { text, lines, facts, format } = await readMhtml(
      makeMhtml(STORY, { transfer, partCharset, title: '江城老街的早晨_江城网' }),
      options,
    );
    expect(text).toBe(
      `${STORY.map((part) => (typeof part === 'string' ? part : 'text' in part ? part.text : '')).join('\n\n')}\n`,
    );
    expect(format).toBe('mhtml');
    expect(facts.title).toBe('江城老街的早晨');
    expect(lines.get(1)?.level).toBe(1);
    expect(lines.get(5)?.level).toBe(2);
  });

  it('reads a page that is declared and encoded as GBK', async () => {
    const gbk = [0xc0, 0xcf, 0xbd, 0xd6, 0xb5, 0xc4, 0xd4, 0xe7, 0xb3, 0xbf];
    const encode = (html: string): Uint8Array =>
      Uint8Array.from([...html].flatMap((char) => (char === '＠' ? gbk : [char.charCodeAt(0)])));
    const bytes = makeMhtml(['＠'.repeat(20)], { encode, partCharset: 'gb2312', charset: 'gbk' });
    expect(await readMhtml(bytes, options)).toMatchObject({
      text: `${'老街的早晨'.repeat(20)}\n`,
      encoding: 'gb18030',
    });
  });

  it('refuses messages without a page', async () => {
    const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
    await expect(readMhtml(bytes(''), options)).rejects.toEqual(coded('file-empty'));
    await expect(readMhtml(bytes('Subject: a\r\n\r\nb'), options)).rejects.toEqual(
      coded('file-damaged'),
    );
    const cut = makeMhtml(STORY).subarray(0, 200);
    await expect(readMhtml(cut, options)).rejects.toEqual(coded('file-damaged'));
  });
});
