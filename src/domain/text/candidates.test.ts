import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodingCandidates } from './candidates';
import { declaredEncoding, encodingForLabel } from './declared-encoding';
import { decodeText } from './decode';
import { encodeText } from './testing/encode-text';

const ascii = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('encodingCandidates', () => {
  it.each([
    ['utf-8', '临溪市图书馆今日开放'],
    ['gb18030', '临溪市图书馆今日开放'],
    ['big5', '臨溪市圖書館今日開放'],
    ['utf-16le', '临溪市图书馆今日开放\n'],
    ['hz-gb-2312', '临溪市图书馆今日开放'],
  ] as const)('puts %s first and previews its text', (encoding, text) => {
    const [first, ...others] = encodingCandidates(encodeText(text, encoding));
    expect(first).toMatchObject({ encoding, preview: text.trim() });
    expect(first?.score).toBeGreaterThan(0.5);
    for (const other of others) expect(other.score).toBeLessThanOrEqual(1);
  });

  it('offers both when the bytes read either way', () => {
    const offered = encodingCandidates(new Uint8Array([0xa4, 0xa4, 0xa4, 0xe5]));
    expect(offered.map(({ encoding }) => encoding)).toContain('big5');
  });

  it('offers UTF-8 alone for plain ASCII', () => {
    expect(encodingCandidates(ascii('plain  words\nhere'))).toEqual([
      { encoding: 'utf-8', score: 1, preview: 'plain words here' },
    ]);
  });

  it('shortens previews to whole characters', () => {
    const [first] = encodingCandidates(encodeText('𠀀'.repeat(80), 'utf-8', { bom: true }));
    expect(first?.preview).toBe('𠀀'.repeat(60));
  });

  it('puts first what decodeText takes, for any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 120 }), (bytes) => {
        const read = decodeText(bytes);
        if (read.ok) expect(encodingCandidates(bytes)[0]?.encoding).toBe(read.encoding);
      }),
    );
  });
});

describe('declarations', () => {
  it.each([
    ['<?xml version="1.0" encoding="GB2312"?>', 'gb18030'],
    ['<html><meta charset=big5-hkscs>', 'big5'],
    [`<META http-equiv='Content-Type' content='text/html; charset=x-gbk'>`, 'gb18030'],
    ['@charset "utf-8";', 'utf-8'],
    ['MIME-Version: 1.0\r\nContent-Type: text/html;\r\n\tcharset="gb2312"\r\n\r\n', 'gb18030'],
    ['# -*- mode: text; coding: gbk-unix -*-', 'gb18030'],
    ['# vim: set ts=2 fileencoding=big5 :', 'big5'],
    [`${'words\n'.repeat(2000)}vim: fenc=cp936`, 'gb18030'],
    ['<meta charset="utf-16">', 'utf-8'],
    ['<meta charset="shift_jis">', null],
    ['the word charset=big5 in a text', null],
  ])('finds that of %j', (text, encoding) => {
    expect(declaredEncoding(ascii(text))).toBe(encoding);
  });

  it('knows labels as browsers do', () => {
    expect(encodingForLabel(' GB_2312-80 ')).toBe('gb18030');
    expect(encodingForLabel('HZ-GB-2312')).toBe('hz-gb-2312');
    expect(encodingForLabel('koi8-r')).toBeNull();
  });
});
