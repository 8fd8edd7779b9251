import { ZhaijiError } from '@shared/errors';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeXlsx, type XlsxCell, type XlsxOptions } from '../testing/make-tables';
import { dateOfSerial, isDateFormat } from './dates';
import { readXlsx } from './xlsx';

const TEXT = '志愿者在社区花园里教孩子们辨认草木，老人们也坐下来听。'.repeat(2);
const read = (rows: readonly (readonly XlsxCell[])[], options?: XlsxOptions) =>
  readXlsx(makeXlsx(rows, options), { name: '表.xlsx' });

describe('readXlsx', { timeout: 60_000 }, () => {
  it('reads cells of every kind', async () => {
    const table = await read([
      ['标题', '日期', '正文', '字数', '真', '错', '式'],
      ['甲', { serial: 45_254 }, { runs: ['第一', '段'], phonetic: 'ダイイチ' }, 1024, true],
      [null, { serial: 45_254.75 }, TEXT, 1.1000000000000001, false, { error: '#N/A' }],
      ['丙', '2023年', '一\n二', -3e-7, null, null, { formula: '"a"&"b"', value: 'a<b' }],
    ]);
    expect(table).toMatchObject({
      format: 'xlsx',
      encoding: null,
      columns: ['标题', '日期', '正文', '字数', '真', '错', '式'],
      rows: [
        ['甲', '2023-11-24', '第一段', '1024', 'TRUE', '', ''],
        ['', '2023-11-24', TEXT, '1.1', 'FALSE', '', ''],
        ['丙', '2023年', '一\n二', '-3e-7', '', '', 'a<b'],
      ],
      rowLines: [2, 3, 4],
      mapping: { title: '标题', date: '日期', text: '正文' },
      broken: [],
    });
  });

  it('knows both date systems and formats of its own', async () => {
    const rows = [
      ['日期', '正文'],
      [{ serial: 43_792 }, '一'],
    ];
    const dateFormat = '[$-804]yyyy"年"m"月"d"日";@';
    const table = await read(rows, { from1904: true, dateFormat });
    expect(table.rows).toEqual([['2023-11-24', '一']]);
    const number = await read(
      [
        ['日期', '正文'],
        [{ serial: 45_254 }, '一'],
      ],
      { dateFormat: '#,##0' },
    );
    expect(number.rows).toEqual([['45254', '一']]);
  });

  it('keeps rows and columns apart that are not all there', async () => {
    const sheet =
      '<worksheet><sheetData><row r="3"><c r="B3" t="inlineStr"><is><t>标题</t></is></c>' +
      '<c r="XFD3" t="inlineStr"><is><t>正文</t></is></c></row>' +
      '<row r="9"><c r="XFD9" t="inlineStr"><is><t>一</t></is></c></row>' +
      '<row><c><v>5</v></c></row></sheetData></worksheet>';
    const table = await read([], { parts: { 'xl/worksheets/sheet1.xml': sheet } });
    expect(table.columns).toEqual(['列1', '标题', '正文']);
    expect(table.rows).toEqual([
      ['', '', '一'],
      ['5', '', ''],
    ]);
    expect(table.rowLines).toEqual([9, 10]);
  });

  it('reads parts with prefixes and the strict form', async () => {
    const sheet =
      '<x:worksheet xmlns:x="http://purl.oclc.org/ooxml/spreadsheetml/main"><x:sheetData>' +
      '<x:row r="1"><x:c r="A1" t="inlineStr"><x:is><x:t>正文</x:t></x:is></x:c></x:row>' +
      '<x:row r="2"><x:c r="A2" t="inlineStr"><x:is><x:t>一</x:t></x:is></x:c></x:row>' +
      '</x:sheetData></x:worksheet>';
    const table = await read([], { parts: { 'xl/worksheets/sheet1.xml': sheet } });
    expect(table.rows).toEqual([['一']]);
  });

  it('counts only the first of merged cells', async () => {
    const table = await read(
      [
        ['标题', '正文', '来源'],
        ['甲', '一', '云溪晚报'],
        ['乙', '二', '旧值'],
        ['丙', '三', '南桥日报'],
      ],
      { merges: ['C2:C3', 'A1:A1', 'bad', 'A1:XFD1048576x'] },
    );
    expect(table.columns[0]).toBe('标题');
    expect(table.rows.map((row) => row[2])).toEqual(['云溪晚报', '', '南桥日报']);
  });

  it('reads the first visible sheet with texts and names further ones', async () => {
    const articles = [
      ['标题', '正文'],
      ['甲', '一'],
    ];
    const table = await read([['说明'], ['本表由课题组整理']], {
      more: [
        {
          name: '藏',
          rows: [
            ['标题', '正文'],
            ['子', '丑'],
          ],
          hidden: true,
        },
        { name: '空', rows: [] },
        { name: '2022年', rows: articles },
        {
          name: '编码',
          rows: [
            ['甲', '1'],
            ['乙', '2'],
          ],
        },
        { name: '2023年', rows: articles },
      ],
    });
    expect(table.rows).toEqual([['甲', '一']]);
    expect(table.broken).toEqual([{ line: 0, reason: 'other-sheet: 2023年' }]);
  });

  it('falls back to the first sheet that is not empty', async () => {
    const table = await read([], {
      more: [
        {
          rows: [
            ['甲', '1'],
            ['乙', '2'],
          ],
        },
      ],
    });
    expect(table.rows).toEqual([
      ['甲', '1'],
      ['乙', '2'],
    ]);
    expect(table.mapping.text).toBeUndefined();
    await expect(read([])).rejects.toMatchObject({ code: 'file-no-text' });
  });

  it('uses the mapping that was chosen', async () => {
    const bytes = makeXlsx([
      ['甲', '乙'],
      ['一', '二'],
    ]);
    const columns = { text: '列2' };
    expect((await readXlsx(bytes, { name: 'a', columns })).mapping).toEqual(columns);
  });

  it('does not expand entities', async () => {
    const levels = Array.from({ length: 9 }, (_, i) => {
      const inner = `&l${i};`.repeat(10);
      return `<!ENTITY l${i + 1} "${inner}">`;
    });
    const bomb = `<?xml version="1.0"?><!DOCTYPE sst [<!ENTITY l0 "哈">${levels.join('')}]><sst><si><t>&l9;</t></si></sst>`;
    const parts = { 'xl/sharedStrings.xml': bomb };
    await expect(read([['正文'], ['一']], { parts })).rejects.toMatchObject({
      code: 'file-damaged',
    });
    const undeclared = { 'xl/sharedStrings.xml': '<sst><si><t>&lol;</t></si></sst>' };
    await expect(read([['正文'], ['一']], { parts: undeclared })).rejects.toMatchObject({
      code: 'file-damaged',
    });
  });

  it.each([
    ['<worksheet><sheetData><row r="1"><c r="A1"><v>1</v></c>', 'file-damaged'],
    ['<worksheet><sheetData><row r="0"/></sheetData></worksheet>', 'file-damaged'],
    [
      '<worksheet><sheetData><row r="1"><c r="ZZZ1"><v>1</v></c></row></sheetData></worksheet>',
      'file-damaged',
    ],
    [
      `<worksheet><sheetData>${'<row><c r="XFD1"><v>1</v></c></row>'.repeat(1300)}</sheetData></worksheet>`,
      'file-too-large',
    ],
  ])('refuses the sheet %#', async (sheet, code) => {
    const parts = { 'xl/worksheets/sheet1.xml': sheet };
    await expect(read([], { parts })).rejects.toMatchObject({ code });
  });

  it('stands elements nested without end', async () => {
    const sheet = `<worksheet>${'<a>'.repeat(100_000)}${'</a>'.repeat(100_000)}<sheetData/></worksheet>`;
    const parts = { 'xl/worksheets/sheet1.xml': sheet };
    await expect(read([], { parts })).rejects.toMatchObject({ code: 'file-no-text' });
  });

  it('gives back any texts', async () => {
    const unit = fc.constantFrom(...'甲乙，。"<&>]\t\n\r 0_xA\u0000\u000b\ufffe👩‍🌾');
    const cell = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 12 }),
      fc.string({ unit, maxLength: 12 }),
      fc.constantFrom('007', '1e5', '_x000D_', '_x005F_', ' 空 ', ']]>', '<![CDATA[x]]>'),
    );
    const rows = fc.array(fc.tuple(fc.constantFrom('甲', '乙'), cell, cell), {
      minLength: 1,
      maxLength: 10,
    });
    await fc.assert(
      fc.asyncProperty(rows, fc.constantFrom('shared', 'inline'), async (written, strings) => {
        const header = ['标题', '正文', '作者'];
        const table = await read([header, ...written], { strings });
        expect(table.columns).toEqual(header);
        expect(table.rows).toEqual(
          written.map((row) => row.map((text) => text.replace(/\r\n?/g, '\n'))),
        );
        expect(table.rowLines).toEqual(written.map((_, index) => index + 2));
      }),
    );
  });

  it('gives a table or a named error for any bytes', async () => {
    const whole = makeXlsx([
      ['标题', '正文'],
      ['甲', TEXT],
      [{ serial: 45_000 }, 7],
    ]);
    const changes = fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), {
      minLength: 1,
      maxLength: 4,
    });
    const damaged = changes.map((list) => {
      const bytes = whole.slice();
      for (const [at, value] of list) bytes[at] = value;
      return bytes;
    });
    const piece = fc.string({
      unit: fc.constantFrom(
        '<c>',
        '</c>',
        '<row>',
        '</row>',
        '<v>',
        '1',
        '</v>',
        '<is><t>',
        'x',
        '&',
        '<!--',
      ),
      maxLength: 12,
    });
    const odd = piece.map((xml) =>
      makeXlsx([], { parts: { 'xl/worksheets/sheet1.xml': `<worksheet>${xml}</worksheet>` } }),
    );
    await fc.assert(
      fc.asyncProperty(fc.oneof(damaged, odd, fc.uint8Array()), async (bytes) => {
        try {
          const table = await readXlsx(bytes, { name: 'a' });
          for (const row of table.rows) expect(row.length).toBe(table.columns.length);
        } catch (error) {
          expect(error).toBeInstanceOf(ZhaijiError);
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('dates', () => {
  it.each([
    [1, false, '1900-01-01'],
    [59, false, '1900-02-28'],
    [60, false, '1900-02-29'],
    [61, false, '1900-03-01'],
    [45_254.99, false, '2023-11-24'],
    [0, true, '1904-01-01'],
    [43_792, true, '2023-11-24'],
    [2_958_465, false, '9999-12-31'],
    [0.5, false, null],
    [-1, true, null],
    [3e9, false, null],
  ])('%d (1904: %s) is %s', (serial, from1904, date) => {
    expect(dateOfSerial(serial, from1904)).toBe(date);
  });

  it.each([
    [14, undefined, true],
    [31, undefined, true],
    [20, undefined, false],
    [2, undefined, false],
    [164, 'yyyy/m/d h:mm', true],
    [164, '[Red]d\\-mmm;@', true],
    [164, 'm"月"', true],
    [164, 'General', false],
    [164, '0.00"日"', false],
    [164, '[h]:mm', false],
    [164, 'mm:ss', false],
    [164, 'yyyy-mm-dd hh:mm:ss.000', true],
  ])('format %d %s: %s', (id, code, expected) => {
    expect(isDateFormat(id, code)).toBe(expected);
  });
});
