import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeText } from './decode';

const SAMPLE = '近日，东湖区社工站组织社工走进社区，为老人提供服务。\n（据东湖民政）\n';

/** Text as GB18030, by looking up the two-byte table that the decoder gives. */
const GB_TABLE = new Map<string, number[]>();
for (let lead = 0x81; lead <= 0xfe; lead += 1) {
  for (let trail = 0x40; trail <= 0xfe; trail += 1) {
    if (trail === 0x7f) continue;
    const char = new TextDecoder('gb18030').decode(new Uint8Array([lead, trail]));
    if ([...char].length === 1 && char !== '\ufffd') GB_TABLE.set(char, [lead, trail]);
  }
}
const gb = (text: string): Uint8Array =>
  new Uint8Array([...text].flatMap((char) => GB_TABLE.get(char) ?? [char.charCodeAt(0)]));

function utf16(text: string, littleEndian: boolean, bom = false): Uint8Array {
  const source = (bom ? '\ufeff' : '') + text;
  const bytes = new Uint8Array(source.length * 2);
  const view = new DataView(bytes.buffer);
  for (let i = 0; i < source.length; i += 1) {
    view.setUint16(i * 2, source.charCodeAt(i), littleEndian);
  }
  return bytes;
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('decodeText', { timeout: 60_000 }, () => {
  it.each([
    ['utf-8', utf8(SAMPLE), false],
    ['utf-8', utf8(`\ufeff${SAMPLE}`), true],
    ['gb18030', gb(SAMPLE), false],
    ['utf-16le', utf16(SAMPLE, true), false],
    ['utf-16be', utf16(SAMPLE, false), false],
    ['utf-16le', utf16(SAMPLE, true, true), true],
    ['utf-16be', utf16(SAMPLE, false, true), true],
  ] as const)('reads %s', (encoding, bytes, hadBom) => {
    expect(decodeText(bytes)).toMatchObject({
      ok: true,
      text: SAMPLE,
      encoding,
      hadBom,
      invalid: { count: 0, firstOffset: -1 },
    });
  });

  it.each(['社工', '中国', '你好', '联通', '会议', '江城日报', '一', '试点', '志愿服务'])(
    'reads the short text %s in each encoding',
    (word) => {
      expect(decodeText(utf8(word))).toMatchObject({ text: word, encoding: 'utf-8' });
      expect(decodeText(utf16(`${word}\n`, true))).toMatchObject({ encoding: 'utf-16le' });
      expect(decodeText(gb(`${word}，${word}。`))).toMatchObject({ text: `${word}，${word}。` });
    },
  );

  it('reads plain ASCII and French as UTF-8', () => {
    expect(decodeText(utf8('plain words'))).toMatchObject({ encoding: 'utf-8' });
    expect(decodeText(utf8('café déjà vu'))).toMatchObject({ text: 'café déjà vu' });
  });

  it('tells the line ends it changed', () => {
    expect(decodeText(utf8('a\r\nb\rc\n'))).toMatchObject({
      text: 'a\nb\nc\n',
      lineEnds: { crlf: 1, cr: 1 },
    });
  });

  it('counts and locates invalid bytes and keeps the rest', () => {
    const bytes = new Uint8Array([...utf8(SAMPLE), 0xff, ...utf8('工作'), 0xe4, 0xb8]);
    const result = decodeText(bytes);
    const at = utf8(SAMPLE).length;
    expect(result).toMatchObject({
      encoding: 'utf-8',
      invalid: { count: 2, firstOffset: at, offsets: [at, at + 7] },
    });
  });

  it('obeys the encoding that was chosen', () => {
    expect(decodeText(gb(SAMPLE), { encoding: 'utf-8' })).toMatchObject({ encoding: 'utf-8' });
    expect(decodeText(utf8(SAMPLE), { encoding: 'gb18030' })).toMatchObject({
      encoding: 'gb18030',
    });
  });

  it('refuses empty and binary files', () => {
    expect(decodeText(new Uint8Array())).toEqual({ ok: false, reason: 'empty' });
    expect(decodeText(new Uint8Array([0xef, 0xbb, 0xbf]))).toEqual({ ok: false, reason: 'empty' });
    for (const head of ['%PDF-1.7\n', 'PK\u0003\u0004', '{\\rtf1\\ansi']) {
      expect(decodeText(utf8(head + SAMPLE))).toEqual({ ok: false, reason: 'binary' });
    }
    const nulls = new Uint8Array(4096).map((_, i) => (i * 7919) % 13);
    expect(decodeText(nulls)).toEqual({ ok: false, reason: 'binary' });
  });

  it('gives back any Chinese text in any of its encodings', () => {
    const han = fc.constantFrom(...'社区工作服务中心组织居民志愿者开展活动的是在和了，。：“”\n');
    fc.assert(
      fc.property(fc.array(han, { minLength: 8, maxLength: 80 }), (chars) => {
        const text = `社会工作${chars.join('')}`;
        for (const bytes of [utf8(text), gb(text), utf16(text, true), utf16(text, false)]) {
          expect(decodeText(bytes)).toMatchObject({ ok: true, text });
        }
      }),
    );
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        expect(typeof decodeText(bytes).ok).toBe('boolean');
      }),
    );
  });
});
