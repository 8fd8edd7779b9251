import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ENCODINGS, type Encoding } from '../model';
import { decodeText } from './decode';
import { decodeHz } from './decode-hz';
import { decodePairs } from './decode-pairs';
import { encodeText } from './testing/encode-text';

const bytesOf = (...values: (number | string)[]): Uint8Array =>
  new Uint8Array(
    values.flatMap((value) => (typeof value === 'string' ? [...Buffer.from(value)] : [value])),
  );

/** Bytes that are likely to meet the edges of every encoding. */
const anyBytes = fc.oneof(
  fc.uint8Array({ maxLength: 200 }),
  fc
    .array(
      fc.constantFrom(
        ...[
          0x0a, 0x0d, 0x20, 0x21, 0x30, 0x39, 0x40, 0x41, 0x7b, 0x7d, 0x7e, 0x7f, 0x80, 0x81, 0x84,
        ],
        ...[0x87, 0x88, 0xa0, 0xa1, 0xa4, 0xc6, 0xd8, 0xdc, 0xe3, 0xe4, 0xf4, 0xf9, 0xfe, 0xff],
      ),
      { maxLength: 60 },
    )
    .map((values) => new Uint8Array(values)),
);

const replacements = (text: string): number => text.split('\ufffd').length - 1;

describe('invalid bytes', () => {
  it.each(ENCODINGS)('of %s are as many as the replacement characters', (encoding) => {
    fc.assert(
      fc.property(anyBytes, (bytes) => {
        const read = decodeText(bytes, { encoding });
        if (!read.ok) return;
        const { count, offsets, lines, firstOffset } = read.invalid;
        // U+FFFD may also be written in the source.
        expect(count).toBeLessThanOrEqual(replacements(read.text));
        expect(firstOffset).toBe(offsets[0] ?? -1);
        expect(offsets.length).toBe(Math.min(count, 20));
        expect(offsets.every((offset, i) => offset > (offsets[i - 1] ?? -1))).toBe(true);
        expect(lines?.length ?? 0).toBe(offsets.length);
        const textLines = read.text.split('\n');
        for (const line of lines ?? []) expect(textLines[line - 1]).toContain('\ufffd');
      }),
      { numRuns: 400 },
    );
  });

  it.each([
    // A trail that is ASCII is kept.
    ['gb18030', bytesOf('a', 0xb0, 0x7f, 'b'), 'a\ufffd\x7fb', [1]],
    ['gb18030', bytesOf(0xff, 0x80, 'a'), '\ufffd€a', [0]],
    ['gb18030', bytesOf(0x81, 0x30, 0x41), '\ufffd0A', [0]],
    ['gb18030', bytesOf('a', 0x81, 0x30, 0x81), 'a\ufffd', [1]],
    ['gb18030', bytesOf('a', 0xe3, 0x32, 0x9a, 0x36, 'b'), 'a\ufffdb', [1]],
    ['gb18030', bytesOf(0x90, 0x30, 0x81, 0x30), '𐀀', []],
    ['big5', bytesOf(0xa4, 0x2f, 0xa4, 0x41), '\ufffd/乙', [0]],
    ['big5', bytesOf(0x80, 'a', 0xff), '\ufffda\ufffd', [0, 2]],
    ['big5', bytesOf(0x81, 0x40, 0x87, 0x40, 0x88, 0x62), '\ufffd@䏰Ê̄', [0]],
    ['big5', bytesOf('ab', 0xa4), 'ab\ufffd', [2]],
    ['utf-8', bytesOf('a\r\n', 0xe4, 0xb8, 'b', 0xff), 'a\n\ufffdb\ufffd', [3, 6]],
    ['utf-16le', bytesOf('a', 0, 0x0a, 0, 0x00, 0xd8, 'b', 0, 'c'), 'a\n\ufffdb\ufffd', [4, 8]],
  ] as [Encoding, Uint8Array, string, number[]][])('of %s are located: case %#', (...test) => {
    const [encoding, bytes, text, offsets] = test;
    expect(decodeText(bytes, { encoding })).toMatchObject({
      text,
      invalid: { count: offsets.length, offsets },
    });
  });

  it.each([
    ['~{VPND~}, ~~ ~\n~{;*~}', '中文, ~ 华', []],
    ['a ~x b', 'a \ufffdx b', [2]],
    ['~{VP\nab~', '中\nab\ufffd', [7]],
    ['~{V\na', '\ufffd\na', [2]],
    ['~{VP ND~}', '中 文', []],
    ['~{~~VP~}', '\ufffd\ufffd中', [2, 3]],
  ] as [string, string, number[]][])('of HZ are located: %j', (source, text, offsets) => {
    const { invalid, text: decoded } = decodeHz(bytesOf(source));
    expect(decoded).toBe(text);
    expect(invalid.result.offsets).toEqual(offsets);
  });

  it('counts lines as the text has them', () => {
    const bytes = bytesOf('a\r\nb\rc\n', 0xff, '\n', 0xff);
    expect(decodeText(bytes, { encoding: 'big5' })).toMatchObject({
      text: 'a\nb\nc\n\ufffd\n\ufffd',
      invalid: { lines: [4, 5] },
    });
    const hz = bytesOf('a\n~\nb~x\n~y');
    expect(decodeText(hz, { encoding: 'hz-gb-2312' })).toMatchObject({
      invalid: { lines: [2, 3] },
    });
  });

  it('leaves out a cut character of a piece only', () => {
    const whole = encodeText('临溪𠀀', 'gb18030');
    for (const cut of [1, 2, 3]) {
      const piece = whole.subarray(0, whole.length - cut);
      expect(decodePairs(piece, 'gb18030', true).text).toBe('临溪');
      expect(decodePairs(piece, 'gb18030')).toMatchObject({ text: '临溪\ufffd' });
    }
  });

  it.each(['gb18030', 'big5'] as const)('reads long texts of %s whole', (encoding) => {
    // Longer than the chunks that a text is put together from.
    const text = '社會工作者在鄉里奔走 a\n'.repeat(9000);
    expect(decodeText(encodeText(text, encoding))).toMatchObject({
      encoding,
      text,
      invalid: { count: 0 },
    });
  });

  it('gives back what Big5 has beyond its core', () => {
    const text = '㗎𠵱嘅鰂魚涌啱啱';
    expect(decodeText(encodeText(text, 'big5'), { encoding: 'big5' })).toMatchObject({ text });
  });
});
