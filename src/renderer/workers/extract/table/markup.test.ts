import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCsv } from '../csv/csv';
import { readJson } from '../json/json';
import { makeCsv, makeXlsx } from '../testing/make-tables';
import { readXlsx } from '../xlsx/xlsx';
import { readMarkup } from './markup';

const HTML =
  '<div class="c"><p style="text-indent:2em">　　晨雾里，渡口的<strong>钟</strong>敲了三下&nbsp;。</p>\n<p>船工说：&ldquo;今天\n不开船。&rdquo;</p><p>&nbsp;</p><br/>岸上的人散了</div><script>x()</script>';
const LINES = '晨雾里，渡口的钟敲了三下 。\n\n船工说：“今天不开船。”\n\n岸上的人散了';
const HEADER = ['标题', '正文'];
const ROWS = [
  ['雾中的渡口', HTML],
  ['A&B', '没有标签，只有 R&amp;D 与 3 < 5。'],
  ['灯', '<p>灯亮了。</p>'],
];
const READ = [
  ['雾中的渡口', LINES],
  ['A&B', '没有标签，只有 R&D 与 3 < 5。'],
  ['灯', '灯亮了。'],
];

describe('cells that are HTML', () => {
  it('become lines in every kind of table', async () => {
    const name = 'a';
    const csv = await readCsv(makeCsv([HEADER, ...ROWS]), { name });
    expect(csv).toMatchObject({ rows: READ, mapping: { title: '标题', text: '正文' } });
    const xlsx = await readXlsx(makeXlsx([HEADER, ...ROWS]), { name });
    expect(xlsx.rows).toEqual(READ);
    const objects = ROWS.map(([title, text]) => ({ 标题: title, 正文: text }));
    const json = await readJson(new TextEncoder().encode(JSON.stringify(objects)), { name });
    expect(json.rows).toEqual(READ);
  });

  it('stay as they are where most cells have no tags', async () => {
    const rows = [['a < b > c'], ['用 <p> 标签写一段'], ['R&amp;D\n第二行'], ['三'], ['1<2']];
    const copy = structuredClone(rows);
    await readMarkup(rows, 1);
    expect(rows).toEqual(copy);
  });

  it('lose marks of search results; cells of tables keep apart', async () => {
    const rows = [
      ['<font class="Mark">渡口</font>的早晨'],
      ['<table><tr><td>甲</td><td>乙</td></tr><tr><td>丙</td></tr></table>'],
    ];
    await readMarkup(rows, 1);
    expect(rows).toEqual([['渡口的早晨'], ['甲\n\n乙\n\n丙']]);
  });

  it('lose no Han character, whatever the markup', async () => {
    const piece = fc.constantFrom(
      '<p>',
      '</p>',
      '<br>',
      '<div',
      '>',
      '<',
      '&nbsp;',
      '桥',
      '江',
      ' \n',
      '"',
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 30 }), async (pieces) => {
        const rows = [[`<p>${pieces.join('')}</p>`]];
        await readMarkup(rows, 1);
        const outside = pieces.join('').replace(/<[a-z/][^>]*(?:>|$)/g, '');
        const han = (text = ''): string => text.replace(/[^桥江]/g, '');
        expect(han(rows[0]?.[0]).length).toBeGreaterThanOrEqual(han(outside).length);
      }),
    );
  });
});
