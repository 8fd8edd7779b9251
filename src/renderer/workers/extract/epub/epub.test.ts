import { describe, expect, it } from 'vitest';
import { makeEpub, makeZip, type Parts } from '../testing/make-documents';
import { readEpub } from './epub';

const FIRST: Parts = [
  { kind: 'title', text: '老街的早晨' },
  '清晨六点，面馆开门。😀𠮷',
  { kind: 'caption', text: '图为面馆。' },
];
const SECOND: Parts = [
  { kind: 'heading', level: 2, text: '桥上的灯' },
  { kind: 'list', text: '一盏' },
  {
    kind: 'table',
    rows: [
      ['年', '盏'],
      ['2021', '三'],
    ],
  },
];
const options = { name: 'a.epub' };
const coded = (code: string): unknown => expect.objectContaining({ code });
const read = (...args: Parameters<typeof makeEpub>) => readEpub(makeEpub(...args), options);

describe('readEpub', () => {
  it('reads the chapters in reading order, without cover and contents', async () => {
    const { text, lines, facts, format } = await read([FIRST, SECOND], {
      title: '江城月刊',
      creator: '编辑部',
      publisher: '江城出版社',
      date: '2023-11-01',
    });
    expect(text).toBe(
      '老街的早晨\n\n清晨六点，面馆开门。😀𠮷\n\n图为面馆。\n\n\f桥上的灯\n\n一盏\n\n年\t盏\n2021\t三\n',
    );
    expect(format).toBe('epub');
    expect(lines.get(1)?.level).toBe(1);
    expect(lines.get(5)?.kind).toBe('caption');
    expect(lines.get(7)?.level).toBe(2);
    expect(lines.get(11)?.kind).toBe('table');
    // What names a whole magazine names none of its articles.
    expect(facts).toEqual({ outlet: '江城出版社', date: '2023-11-01' });
  });

  it('takes the names of a book that is one text', async () => {
    const { facts } = await read([FIRST], { title: '老街的早晨', creator: '林一舟' });
    expect(facts).toEqual({ title: '老街的早晨', byline: '林一舟' });
  });

  it('does nothing with entities that a document declares', async () => {
    const bomb =
      '<?xml version="1.0"?><!DOCTYPE html [<!ENTITY a "一一一一一一一一一一">' +
      '<!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY x SYSTEM "file:///etc/hostname">]>';
    const chapter = `${bomb}<html xmlns="http://www.w3.org/1999/xhtml"><head><title/></head><body><p>前&b;&x;后</p></body></html>`;
    const { text } = await read([['']], { files: { 'OEBPS/text/c 1.xhtml': chapter } });
    expect(text).toBe('前&b;&x;后\n');
    const container = `${bomb}<container><rootfiles><rootfile full-path="&b;"/></rootfiles></container>`;
    await expect(read([FIRST], { files: { 'META-INF/container.xml': container } })).rejects.toEqual(
      coded('file-damaged'),
    );
  });

  it('refuses books under DRM, but not ones with protected fonts', async () => {
    const encryption = (method: string, uri: string): Record<string, string> => ({
      'META-INF/encryption.xml': `<encryption><enc:EncryptedData xmlns:enc="http://www.w3.org/2001/04/xmlenc#"><enc:EncryptionMethod Algorithm="${method}"/><enc:CipherData><enc:CipherReference URI="${uri}"/></enc:CipherData></enc:EncryptedData></encryption>`,
    });
    const aes = 'http://www.w3.org/2001/04/xmlenc#aes128-cbc';
    const locked = read([FIRST], { files: encryption(aes, 'OEBPS/text/c%201.xhtml') });
    await expect(locked).rejects.toEqual(coded('file-encrypted'));
    const font = encryption('http://www.idpf.org/2008/embedding', 'OEBPS/a.otf');
    expect((await read([FIRST], { files: font })).text).toContain('面馆');
  });

  it('refuses what is damaged or without text', async () => {
    const bytes = makeEpub([FIRST]);
    await expect(readEpub(bytes.subarray(0, 300), options)).rejects.toEqual(coded('file-damaged'));
    await expect(
      readEpub(makeZip([{ name: 'mimetype', content: 'application/epub+zip' }]), options),
    ).rejects.toEqual(coded('file-damaged'));
    await expect(read([[]])).rejects.toEqual(coded('file-no-text'));
    const deep = `<html><body>${'<div>'.repeat(100_000)}`;
    await expect(read([['']], { files: { 'OEBPS/text/c 1.xhtml': deep } })).rejects.toEqual(
      coded('file-damaged'),
    );
  });
});
