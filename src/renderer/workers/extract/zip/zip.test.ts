import { ZhaijiError } from '@shared/errors';
import fc from 'fast-check';
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { makeDocx, makeEpub, makeZip, makeZipBomb } from '../testing/make-documents';
import {
  isOfficeZip,
  MAX_ENTRIES,
  MAX_ENTRY_SIZE,
  MAX_RATIO,
  MAX_TOTAL_SIZE,
  openZip,
  RATIO_FROM,
  readContainer,
} from './zip';

const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
const utf8 = (value: string): Uint8Array => new TextEncoder().encode(value);
const coded = (code: string): unknown => expect.objectContaining({ code });

/** `新闻/一.txt` in GBK and `新聞/一.txt` in Big5. */
const GBK_NAME = [0xd0, 0xc2, 0xce, 0xc5, 0x2f, 0xd2, 0xbb, 0x2e, 0x74, 0x78, 0x74];
const BIG5_NAME = [0xb7, 0x73, 0xbb, 0x44, 0x2f, 0xa4, 0x40, 0x2e, 0x74, 0x78, 0x74];

describe('openZip', () => {
  it('reads stored and deflated entries', () => {
    const bytes = zipSync({
      '甲.txt': utf8('江边的灯亮了。😀𠮷'),
      'b/c.txt': [utf8('stored'), { level: 0 }],
    });
    const archive = openZip(bytes);
    expect(archive.entries.map((entry) => entry.path)).toEqual(['甲.txt', 'b/c.txt']);
    expect(text(archive.read('甲.txt'))).toBe('江边的灯亮了。😀𠮷');
    expect(text(archive.read('b/c.txt'))).toBe('stored');
    expect(() => archive.read('none')).toThrow(coded('file-damaged'));
  });

  it('finds an archive that something stands before', () => {
    const bytes = zipSync({ 'a.txt': utf8('内容') });
    expect(text(openZip(new Uint8Array([1, 2, 3, ...bytes])).read('a.txt'))).toBe('内容');
  });

  it('leaves out folders and system files', () => {
    const archive = openZip(
      makeZip(
        ['a/', '__MACOSX/._a', '.DS_Store', 'x/Thumbs.db', 'x/.git/config', 'x/一.txt'].map(
          (name) => ({ name, content: name.endsWith('/') ? '' : '字' }),
        ),
      ),
    );
    expect(archive.entries.map((entry) => entry.path)).toEqual(['x/一.txt']);
  });

  it.each([
    ['GBK', Uint8Array.from(GBK_NAME), '新闻/一.txt'],
    ['Big5', Uint8Array.from(BIG5_NAME), '新聞/一.txt'],
    ['UTF-8 without the flag', utf8('新闻/一.txt'), '新闻/一.txt'],
  ])('reads names in %s', (_, name, path) => {
    expect(openZip(makeZip([{ name, utf8: false, content: '' }])).entries[0]?.path).toBe(path);
  });

  it('reads the Unicode path of an entry', () => {
    const entry = { name: utf8('?.txt'), utf8: false, unicodeName: '报.txt', content: '字' };
    expect(text(openZip(makeZip([entry])).read('报.txt'))).toBe('字');
  });

  it('refuses unsafe names and goes on with the rest', () => {
    const names = ['../a', '/b', 'c:\\d', 'C:/e', 'f\\g', 'h\0i', 'j/../k', 'ok.txt', 'ok.txt'];
    const { entries } = readContainer(makeZip(names.map((name) => ({ name, content: '字' }))));
    expect(entries).toHaveLength(names.length);
    entries.forEach((entry, index) => {
      if (index === 7) expect(text(entry.read())).toBe('字');
      else expect(() => entry.read()).toThrow(coded('name-unsafe'));
    });
  });

  it.each([
    ['encrypted', { encrypted: true }, 'file-encrypted'],
    ['with a wrong checksum', { crc: 1 }, 'file-damaged'],
    ['larger than it says', { size: 1 }, 'file-damaged'],
    ['smaller than it says', { size: 100 }, 'file-damaged'],
    ['too large', { size: MAX_ENTRY_SIZE + 1 }, 'zip-bomb'],
    ['packed in a way of its own', { method: 14 }, 'file-unsupported'],
  ])('refuses an entry that is %s', (_, lie, code) => {
    const archive = openZip(makeZip([{ name: 'a', content: '一二三四', ...lie }]));
    expect(() => archive.read('a')).toThrow(coded(code));
  });

  it('refuses bombs, whatever sizes they tell', () => {
    const bomb = makeZipBomb(RATIO_FROM + 1);
    expect(bomb.length * MAX_RATIO).toBeLessThan(RATIO_FROM);
    expect(() => openZip(bomb).read('bomb.txt')).toThrow(coded('zip-bomb'));
    expect(openZip(makeZipBomb(RATIO_FROM)).read('bomb.txt')).toHaveLength(RATIO_FROM);
    const liar = makeZip([{ name: 'a', content: new Uint8Array(RATIO_FROM + 1), size: 1 << 10 }]);
    expect(() => openZip(liar).read('a')).toThrow(coded('zip-bomb'));
    const size = MAX_TOTAL_SIZE / 4;
    const many = makeZip(['a', 'b', 'c', 'd', 'e'].map((name) => ({ name, content: '', size })));
    expect(() => openZip(many)).toThrow(coded('zip-bomb'));
    // Both say that they are small, so that only what comes out can tell.
    const made = makeZip(
      ['a', 'b'].map((name) => ({ name, content: '字'.repeat(200), size: name === 'a' ? 600 : 1 })),
    );
    const two = openZip(made, { totalSize: 1000 });
    expect(two.read('a')).toHaveLength(600);
    expect(two.read('a')).toHaveLength(600);
    expect(() => two.read('b')).toThrow(coded('zip-bomb'));
  });

  it('refuses entries that share their data', () => {
    const bytes = makeZip([
      { name: 'a', content: '字' },
      { name: 'b', content: '字', sharesDataWith: 0 },
    ]);
    expect(() => openZip(bytes)).toThrow(coded('zip-bomb'));
  });

  it('refuses a directory with too many entries', () => {
    // The directory of 65,535 entries at most is told in 16 bits; more need the zip64 record.
    const end64 = new DataView(new ArrayBuffer(56 + 20 + 22));
    end64.setUint32(0, 0x06064b50, true);
    end64.setBigUint64(32, BigInt(MAX_ENTRIES + 1), true);
    end64.setUint32(56, 0x07064b50, true);
    end64.setUint32(76, 0x06054b50, true);
    expect(() => openZip(new Uint8Array(end64.buffer))).toThrow(coded('zip-bomb'));
  });

  it('says of any bytes what is wrong with them, or reads them', { timeout: 60_000 }, () => {
    const valid = zipSync({ '一.txt': utf8('江城的桥'.repeat(30)), '二.txt': utf8('') });
    const broken = fc.oneof(
      fc.uint8Array({ maxLength: 400 }),
      fc.nat(valid.length).map((length) => valid.subarray(0, length)),
      fc
        .array(fc.tuple(fc.nat(valid.length - 1), fc.nat(7)), { minLength: 1, maxLength: 4 })
        .map((flips) => {
          const bytes = valid.slice();
          for (const [at, bit] of flips) bytes[at] = (bytes[at] ?? 0) ^ (1 << bit);
          return bytes;
        }),
    );
    const orError = (read: () => void): void => {
      try {
        read();
      } catch (error) {
        expect(error).toBeInstanceOf(ZhaijiError);
      }
    };
    fc.assert(
      fc.property(broken, (bytes) => {
        orError(() => {
          for (const entry of readContainer(bytes).entries) orError(() => entry.read());
        });
        expect(typeof isOfficeZip(bytes)).toBe('string');
      }),
      { numRuns: 500 },
    );
  });
});

describe('readContainer', () => {
  it('lists an archive inside and refuses to read it; documents are files', () => {
    const inner = makeZip([{ name: 'x.txt', content: '里面' }]);
    const { entries } = readContainer(
      makeZip([
        { name: 'in.zip', content: inner },
        { name: 'a.docx', content: makeDocx(['一段。']) },
      ]),
    );
    expect(entries.map((entry) => entry.path)).toEqual(['in.zip', 'a.docx']);
    expect(() => entries[0]?.read()).toThrow(coded('zip-nested'));
    expect(isOfficeZip(entries[1]?.read() ?? inner)).toBe('docx');
  });
});

describe('isOfficeZip', () => {
  const openDocument = (kind: string): Uint8Array =>
    makeZip([
      { name: 'mimetype', content: `application/vnd.oasis.opendocument.${kind}` },
      { name: 'content.xml', content: '<x/>' },
    ]);
  const named = (...names: string[]): Uint8Array =>
    makeZip(names.map((name) => ({ name, content: 'x' })));
  it.each([
    ['docx', makeDocx(['一'])],
    ['docx', named('[Content_Types].xml', 'word/document2.xml')],
    ['xlsx', named('xl/workbook.xml')],
    ['unsupported', named('ppt/presentation.xml')],
    ['unsupported', named('OFD.xml', 'Doc_0/Document.xml')],
    ['unsupported', named('META-INF/MANIFEST.MF', 'a/B.class')],
    ['unsupported', named('AndroidManifest.xml', 'classes.dex')],
    ['epub', makeEpub([['一']])],
    ['unsupported', openDocument('text')],
    ['unsupported', openDocument('spreadsheet')],
    ['unsupported', openDocument('presentation-template')],
    ['zip', named('a.txt', 'xl/notes.txt')],
    ['zip', new Uint8Array([0x50, 0x4b, 3, 4, 9, 9])],
  ])('knows %s', (kind, bytes) => {
    expect(isOfficeZip(bytes)).toBe(kind);
  });
});
