import { errorCodeOf, ZhaijiError } from '@shared/errors';
import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { detectFormat } from './detect';
import { makeCsv, makeXlsx } from './testing/make-tables';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const bytes = (latin1: string): Uint8Array =>
  Uint8Array.from(latin1, (char) => char.charCodeAt(0) & 0xff);
const zip = (...paths: string[]): Uint8Array =>
  zipSync(Object.fromEntries(paths.map((path) => [path, strToU8('x')])));
const formatOf = (content: Uint8Array | string, name = '无名'): string =>
  detectFormat(typeof content === 'string' ? utf8(content) : content, name).format;
const codeOf = (content: Uint8Array, name = '无名'): string => {
  try {
    return detectFormat(content, name).format;
  } catch (error) {
    return errorCodeOf(error);
  }
};

const NEWS =
  '南桥社区办起老人食堂\n\n本报讯（记者李木）近日，云溪街道南桥社区的老人食堂开张，每天供应午餐。\n';

/** A compound file ([MS-CFB]) as far as its directory: one entry of 128 bytes for each stream. */
function compound(...streams: string[]): Uint8Array {
  const file = new Uint8Array(512 + 128 * (streams.length + 1));
  file.set(bytes('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'));
  const view = new DataView(file.buffer);
  for (const [index, name] of streams.entries()) {
    const at = 640 + 128 * index;
    for (const [i, char] of [...name].entries()) {
      view.setUint16(at + i * 2, char.charCodeAt(0), true);
    }
    view.setUint16(at + 64, name.length * 2 + 2, true);
    file[at + 66] = 2;
  }
  return file;
}

describe('detectFormat by magic numbers', () => {
  it('knows documents whatever their names say', () => {
    expect(formatOf(bytes('%PDF-1.7\n%\xe2\xe3'), 'a.txt')).toBe('pdf');
    expect(formatOf(bytes(`${'junk\x00\n'.repeat(100)}%PDF-1.4\n1 0 obj\n<<`), 'a.txt')).toBe(
      'pdf',
    );
    expect(formatOf(zip('[Content_Types].xml', 'word/document.xml'), 'a.zip')).toBe('docx');
    expect(formatOf(makeXlsx([['正文'], ['一']]), 'a.csv')).toBe('xlsx');
    expect(formatOf(zip('META-INF/container.xml', 'a.opf'), 'a.txt')).toBe('epub');
    expect(formatOf(zip('甲.txt', '乙.docx'), 'a.docx')).toBe('zip');
    expect(formatOf(zipSync({}), 'a')).toBe('zip');
  });

  it('does not take a text about PDF files for one', () => {
    expect(formatOf(`${NEWS}文件头写着 %PDF-1.4，其后是正文。`)).toBe('txt');
  });

  it.each([
    [compound('WordDocument', '1Table'), 'file-word-old'],
    [compound('Workbook'), 'file-unsupported'],
    [compound('PowerPoint Document'), 'file-unsupported'],
    [compound('EncryptionInfo', 'EncryptedPackage'), 'file-encrypted'],
    [compound(), 'file-unsupported'],
    [bytes('{\\rtf1\\ansi hello}'), 'file-unsupported'],
    [bytes('Rar!\x1a\x07\x01\x00'), 'file-unsupported'],
    [bytes('7z\xbc\xaf\x27\x1c\x00\x04'), 'file-unsupported'],
    [bytes('\x1f\x8b\x08\x00\x00'), 'file-unsupported'],
    [bytes(`a.txt${'\0'.repeat(252)}ustar\x0000`), 'file-unsupported'],
    [bytes('\x89PNG\r\n\x1a\n\0\0'), 'file-image'],
    [bytes('\xff\xd8\xff\xe0\0\x10JFIF'), 'file-image'],
    [bytes('GIF89a\x01\0'), 'file-image'],
    [bytes('RIFF\x24\0\0\0WEBPVP8 '), 'file-image'],
    [bytes('II*\0\x08\0\0\0'), 'file-image'],
    [bytes('\0\0\0\x18ftypheic\0\0'), 'file-image'],
    [bytes(`BM\x46\0\0\0${'\0'.repeat(4)}\x36\0\0\0\x28\0\0\0${'\x01'.repeat(20)}`), 'file-image'],
    [bytes('\x7fELF\x02\x01\x01'), 'file-binary'],
    [Uint8Array.from({ length: 3000 }, (_, i) => (i * 7919) % 13), 'file-binary'],
    [new Uint8Array(), 'file-empty'],
    [bytes('\xef\xbb\xbf'), 'file-empty'],
    [utf8('<?xml version="1.0"?><rss><channel/></rss>'), 'file-unsupported'],
  ])('refuses %# with %s', (content, code) => {
    expect(codeOf(content, 'a.txt')).toBe(code);
  });

  it('reads a text that begins like a bitmap', () => {
    expect(formatOf('BM 公司今日在云溪发布新的社区服务平台，居民可在线预约。')).toBe('txt');
  });
});

describe('detectFormat of texts', { timeout: 60_000 }, () => {
  it('hands over the decoded text', () => {
    const guess = detectFormat(utf8(`\ufeff${NEWS}`), 'a.txt');
    expect(guess).toMatchObject({ format: 'txt', decoded: { text: NEWS, hadBom: true } });
  });

  it.each([
    ['<!DOCTYPE html>\n<html><body><p>一</p></body></html>', 'a.txt', 'html'],
    ['<html><head><title>一</title></head>', 'a.md', 'html'],
    ['<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE html><html/>', 'a', 'html'],
    ['<!-- saved -->\n<div><p>一</p><p>二</p></div>', 'a.txt', 'html'],
    ['甲<br>乙', 'a.html', 'html'],
    ['没有标记的文字', 'a.html', 'txt'],
    ['<p align="center">徽标</p>\n\n# 题\n\n文', 'a.md', 'md'],
    ['文中有一个<b>粗体</b>标记。\n', 'a.txt', 'txt'],
    ['<江城日报>2020年3月5日讯', 'a.txt', 'txt'],
    [
      'MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\tboundary="x"\r\n\r\n',
      'a.txt',
      'mhtml',
    ],
    [
      'From: <Saved by Blink>\nSubject: x\nMIME-Version: 1.0\nContent-Type: multipart/related\n\n',
      'a',
      'mhtml',
    ],
    ['记者：李木\n来源：云溪晚报\n', 'a.txt', 'txt'],
    ['[{"title":"甲","text":"一"}]', 'a.txt', 'json'],
    ['{"title":"甲",\n"text":"一"}', 'a', 'json'],
    ['{"text":"一"}\n{"text":"二"}\n', 'a.txt', 'jsonl'],
    ['{"text":"一"}\n{"text":"二"}\n', 'a.json', 'jsonl'],
    ['{"text":"一"}\n{"text":\n{"text":"三"}\n', 'a.jsonl', 'jsonl'],
    ['[\n{"text":"一"},\n{"text":"二"}\n]', 'a.jsonl', 'json'],
    ['{"text": 坏', 'a.json', 'json'],
    ['{"text": 坏', 'a.txt', 'txt'],
    ['{编者按}近日，社工走进南桥社区。', 'a.txt', 'txt'],
    ['[本报讯]近日，社工走进南桥社区。', 'a.txt', 'txt'],
    ['["甲", "乙"]两组社区', 'a.txt', 'txt'],
    ['标题,正文\n甲,一\n', 'a.csv', 'csv'],
    ['随便写的一行\n', 'a.csv', 'csv'],
    ['甲\t乙\n', 'a.tsv', 'csv'],
    ['标题\t来源\t正文\n甲\t云溪晚报\t一\n乙\t云溪晚报\t二\n', 'a.txt', 'csv'],
    ['标题,日期,内容\n甲,2020-01-02,"一，\n二"\n', 'a.xls', 'csv'],
    ['来源：云溪晚报 | 作者：李木 | 日期：2020-01-02\n近日，社工走进社区。\n', 'a.txt', 'txt'],
    ['作者, 记者\n近日，社工走进社区，居民高兴。\n', 'a.txt', 'txt'],
    ['Today, the town opened a hall, a school, and a park.\nIt rained, alas.\n', 'a.txt', 'txt'],
    ['一行文字', 'a.md', 'md'],
    ['---\ntitle: 甲\ndate: 2020-01-02\n---\n近日', 'a.txt', 'md'],
    ['# 甲\n\n一\n\n## 乙\n\n二\n', 'a.txt', 'md'],
    ['#话题# 社区食堂\n# 号楼的故事\n', 'a.txt', 'txt'],
    [NEWS, 'a.txt', 'txt'],
    [NEWS, 'a', 'txt'],
  ])('%j named %s is %s', (text, name, format) => {
    expect(formatOf(text, name)).toBe(format);
  });

  it('stands header fields that go on without end', () => {
    const text = `Subject: x\r\n${' y\r\n'.repeat(900)}文`;
    expect(formatOf(text, 'a.txt')).toBe('txt');
  });

  it('knows formats in other encodings too', () => {
    const wide = (text: string): Uint8Array =>
      new Uint8Array(Uint16Array.from(`\ufeff${text}`, (char) => char.charCodeAt(0)).buffer);
    expect(formatOf(wide('<html><body>一</body></html>'))).toBe('html');
    expect(formatOf(wide('[{"text":"一"}]'))).toBe('json');
  });

  it('never takes Chinese sentences for anything but text', () => {
    const unit = fc.constantFrom(...'社区工作者来了，。：；“”（）《》\n、,;|{}[]0123年月日# ');
    const text = fc.string({ unit, minLength: 1, maxLength: 120 });
    fc.assert(
      fc.property(text, (body) => {
        const format = formatOf(`近日${body}`, 'a.txt');
        expect(['txt', 'md']).toContain(format);
        if (!body.includes('# ')) expect(format).toBe('txt');
      }),
    );
  });

  it('knows the tables it should whatever they hold', () => {
    const cell = fc.string({ unit: 'grapheme', maxLength: 10 });
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 6 }), (rows) => {
        const table = makeCsv([['标题', '正文'], ...rows]);
        expect(detectFormat(table, 'a.csv', 'utf-8').format).toBe('csv');
      }),
    );
  });

  it('gives a format or a named error for any bytes', () => {
    const magic = fc.constantFrom(
      '',
      'PK\x03\x04',
      '%PDF-',
      '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1',
      '<',
      '{"',
      '[{',
      'BM',
    );
    const content = fc
      .tuple(magic, fc.uint8Array({ maxLength: 900 }))
      .map(([head, rest]) => Uint8Array.from([...bytes(head), ...rest]));
    const name = fc.constantFrom('a.txt', 'a.json', 'a.csv', 'a.jsonl', 'a.html', 'a.md', '');
    fc.assert(
      fc.property(content, name, (file, named) => {
        try {
          detectFormat(file, named);
        } catch (error) {
          expect(error).toBeInstanceOf(ZhaijiError);
        }
      }),
      { numRuns: 500 },
    );
  });
});
