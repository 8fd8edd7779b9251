import { ZhaijiError } from '@shared/errors';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeCsv } from '../testing/make-tables';
import { readCsv } from './csv';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const read = (text: string, name = '表.csv') => readCsv(utf8(text), { name });
const TEXT = '社工走访了辖区里的独居老人，登记需求，并帮助联系医院和家属。'.repeat(2);

describe('readCsv', { timeout: 60_000 }, () => {
  it('reads cells over several lines and knows where rows begin', async () => {
    const table = await read(
      `标题,日期,正文\n甲,2020-01-02,"第一段，\n第二段"\n乙,2020-01-03,"他说""好"""\n\n丙,2020-01-04,完\n`,
    );
    expect(table).toMatchObject({
      kind: 'table',
      format: 'csv',
      encoding: 'utf-8',
      columns: ['标题', '日期', '正文'],
      rows: [
        ['甲', '2020-01-02', '第一段，\n第二段'],
        ['乙', '2020-01-03', '他说"好"'],
        ['丙', '2020-01-04', '完'],
      ],
      rowLines: [2, 4, 6],
      mapping: { title: '标题', date: '日期', text: '正文' },
      broken: [],
    });
  });

  it.each([',', '\t', ';', '|', '，'])('guesses the delimiter %j', async (delimiter) => {
    const rows = [
      ['标题', '来源', '正文'],
      ['甲', '云溪晚报', '一段话；有分号, 有逗号|竖线。'.replaceAll(delimiter, '')],
      ['乙', '云溪晚报', '又一段话。'],
    ];
    const table = await readCsv(makeCsv(rows, { delimiter }), { name: '表.csv' });
    expect([table.columns, ...table.rows]).toEqual(rows);
  });

  it('does not take the commas of Chinese sentences for a delimiter', async () => {
    const table = await read('正文\n近日，社工来了，居民很高兴。\n第二天，又来了。\n');
    expect(table.rows).toEqual([['近日，社工来了，居民很高兴。'], ['第二天，又来了。']]);
  });

  it('keeps unquoted commas in a table of one column', async () => {
    const table = await read('text\nOne, two, three.\nFour.\n');
    expect(table.rows).toEqual([['One, two, three.'], ['Four.']]);
  });

  it('obeys the line sep= of Excel', async () => {
    const table = await read('sep=;\n标题;正文\n甲;一,二\n');
    expect(table).toMatchObject({
      columns: ['标题', '正文'],
      rows: [['甲', '一,二']],
      rowLines: [3],
    });
  });

  it('reads a byte order mark and other encodings', async () => {
    const bom = makeCsv(
      [
        ['标题', '正文'],
        ['甲', TEXT],
      ],
      { bom: true },
    );
    expect((await readCsv(bom, { name: 'a.csv' })).columns).toEqual(['标题', '正文']);
    const text = `\ufeff标题\t正文\n甲\t${TEXT}\n`;
    const wide = new Uint8Array(new Uint16Array([...text].map((c) => c.charCodeAt(0))).buffer);
    expect(await readCsv(wide, { name: 'a.csv' })).toMatchObject({
      encoding: 'utf-16le',
      rows: [['甲', TEXT]],
    });
  });

  it('names columns itself when there are no names', async () => {
    const table = await read(`1,2020-01-02,${TEXT}\n2,2020-01-03,${TEXT}\n`);
    expect(table.columns).toEqual(['列1', '列2', '列3']);
    expect(table.rowLines).toEqual([1, 2]);
    expect(table.mapping).toMatchObject({ text: '列3', date: '列2' });
  });

  it('takes unknown short names over long texts for names', async () => {
    const table = await read(`编码,记录\n1,${TEXT}\n2,${TEXT}\n`);
    expect(table).toMatchObject({ columns: ['编码', '记录'], mapping: { text: '记录' } });
  });

  it('reports lines above the names, and makes names differ', async () => {
    const table = await read('检索结果导出\n标题,标题,,正文\n甲,乙,丙,丁\n');
    expect(table.columns).toEqual(['标题', '标题 2', '列3', '正文']);
    expect(table.broken).toEqual([{ line: 1, reason: 'before-header' }]);
  });

  it('fills short rows and reports rows with too many cells', async () => {
    const table = await read('标题,来源,正文\n甲,云溪晚报\n乙,云溪晚报,一,二\n丙,云溪晚报,三,,\n');
    expect(table.rows).toEqual([
      ['甲', '云溪晚报', ''],
      ['丙', '云溪晚报', '三'],
    ]);
    expect(table.broken).toEqual([{ line: 3, reason: 'extra-cells' }]);
  });

  it('gives further columns to a header that is too short', async () => {
    const table = await read('标题,正文\n甲,一,x\n乙,二,y\n丙,三,z\n');
    expect(table).toMatchObject({ columns: ['标题', '正文', '列3'], broken: [] });
  });

  it('loses only the row whose quote is not closed', async () => {
    const table = await read('标题,正文\n甲,一\n乙,"二\n丙,三\n丁,"四\n五"\n');
    expect(table.rows).toEqual([
      ['甲', '一'],
      ['丙', '三'],
      ['丁', '四\n五'],
    ]);
    expect(table.rowLines).toEqual([2, 4, 5]);
    expect(table.broken).toEqual([{ line: 3, reason: 'unclosed-quote' }]);
    const last = await read('标题,正文\n甲,一\n乙,"二\n丙,三\n');
    expect(last.rows).toEqual([
      ['甲', '一'],
      ['丙', '三'],
    ]);
    expect(last.broken).toEqual([{ line: 3, reason: 'unclosed-quote' }]);
  });

  it('reads quotes that were not doubled', async () => {
    const table = await read('标题,正文\n甲,"他说"好"就走了，\n没有回头"\n');
    expect(table).toMatchObject({ rows: [['甲', '他说"好"就走了，\n没有回头']], broken: [] });
  });

  it('reads on after a quote that stays open over megabytes', async () => {
    const lines = Array.from({ length: 60_000 }, (_, i) => `题${i},${TEXT}`);
    lines[7] = `题7,"${TEXT}`;
    const table = await read(`标题,正文\n${lines.join('\n')}\n`);
    expect(table.rows).toHaveLength(59_999);
    expect(table.broken).toEqual([{ line: 9, reason: 'unclosed-quote' }]);
    expect(table.rowLines[59_998]).toBe(60_001);
  });

  it('ends although every line opens a quote', async () => {
    const table = await read(`标题,正文\n${'甲,"乙\n'.repeat(300_000)}`);
    expect(table.rows.length + table.broken.length).toBe(300_000);
  });

  it('uses the mapping that was chosen where the columns are there', async () => {
    const bytes = utf8('标题,正文,备注\n甲,一,二\n');
    const asked = { text: '备注', title: '标题', date: '没有' };
    expect((await readCsv(bytes, { name: 'a.csv', columns: asked })).mapping).toEqual({
      text: '备注',
      title: '标题',
    });
    const other = await readCsv(bytes, { name: 'a.csv', columns: { text: '没有' } });
    expect(other.mapping).toEqual({ title: '标题', text: '正文' });
  });

  it('refuses what has no rows, and tables beyond all measure', async () => {
    await expect(read('标题,正文\n')).rejects.toMatchObject({ code: 'file-no-text' });
    await expect(read('\n\n')).rejects.toMatchObject({ code: 'file-no-text' });
    await expect(read('')).rejects.toMatchObject({ code: 'file-empty' });
    const wide = `${'甲,'.repeat(50_000)}标题,正文\n${'一\n'.repeat(1000)}`;
    await expect(read(wide)).rejects.toMatchObject({ code: 'file-too-large' });
  });

  it('gives back any cells', async () => {
    const cell = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 12 }),
      fc.string({ unit: fc.constantFrom(...'甲乙，。"“”,;|\t\n 0👩‍🌾'), maxLength: 12 }),
      fc.constantFrom('007', '1.10', '-', '=1+1', '"', '""', '\n', 'a,b'),
    );
    const rows = fc.array(fc.tuple(fc.constantFrom('甲', '乙二'), cell, cell), {
      minLength: 1,
      maxLength: 12,
    });
    const style = fc.record({
      delimiter: fc.constantFrom(',', '\t', ';', '|'),
      lineEnd: fc.constantFrom('\n', '\r\n'),
      bom: fc.boolean(),
      quoteAll: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(rows, style, async (written, options) => {
        const header = ['标题', '正文', '作者'];
        const table = await readCsv(makeCsv([header, ...written], options), {
          name: 'a.csv',
          encoding: 'utf-8',
        });
        const plain = written.map((row) => row.map((text) => text.replace(/\r\n?/g, '\n')));
        expect(table.columns).toEqual(header);
        expect(table.rows).toEqual(plain);
        expect(table.broken).toEqual([]);
        let line = 2;
        for (const [index, row] of plain.entries()) {
          expect(table.rowLines[index]).toBe(line);
          line += 1 + row.join('').split('\n').length - 1;
        }
      }),
    );
  });

  it('gives a table or a named error for any bytes', async () => {
    const text = fc.string({ unit: fc.constantFrom(...'甲乙",;\t\n a1'), maxLength: 80 }).map(utf8);
    const bytes = fc.oneof(fc.uint8Array({ maxLength: 200 }), text);
    await fc.assert(
      fc.asyncProperty(bytes, async (content) => {
        try {
          const table = await readCsv(content, { name: 'a.csv' });
          expect(table.rows.length).toBe(table.rowLines.length);
          for (const row of table.rows) expect(row.length).toBe(table.columns.length);
        } catch (error) {
          expect(error).toBeInstanceOf(ZhaijiError);
        }
      }),
      { numRuns: 500 },
    );
  });
});
