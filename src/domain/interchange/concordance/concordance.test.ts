import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { parseCsv } from '../csv';
import { xlsxOf } from '../xlsx';
import {
  type ConcordanceHeads,
  type ConcordanceLine,
  concordanceCsv,
  concordanceMarkdown,
  concordanceRows,
  concordanceText,
} from './concordance';

const heads: ConcordanceHeads = {
  left: '左文',
  match: '关键词',
  right: '右文',
  title: '文章',
  outlet: '来源',
  date: '日期',
  paragraph: '段落',
};

const lines: ConcordanceLine[] = [
  {
    left: '=HYPERLINK("x"),',
    match: '早市',
    right: '|开了*',
    title: '-河湾',
    outlet: '＋日报',
    date: '2021-03-04',
    paragraph: 2,
  },
  { left: '', match: '早市', right: '', title: '', outlet: '', date: '', paragraph: 0 },
];

describe('concordanceCsv', () => {
  it('is read back as it was, but for what would be a formula', () => {
    const csv = concordanceCsv(heads, lines);
    expect(csv.startsWith('\uFEFF')).toBe(true);
    expect(parseCsv(csv)).toEqual([
      ['左文', '关键词', '右文', '文章', '来源', '日期', '段落'],
      [`'=HYPERLINK("x"),`, '早市', '|开了*', `'-河湾`, `'＋日报`, '2021-03-04', '2'],
      ['', '早市', '', '', '', '', ''],
    ]);
  });
});

describe('concordanceMarkdown', () => {
  it('is a table whose marks are escaped', () => {
    expect(concordanceMarkdown('早市', heads, lines)).toBe(
      [
        '# 早市',
        '',
        '| 左文 | 关键词 | 右文 | 文章 |',
        '| ---: | :---: | :--- | :--- |',
        '| =HYPERLINK("x"), | **早市** | \\|开了\\* | 《-河湾》 ＋日报 2021-03-04 |',
        '|  | **早市** |  |  |',
        '',
      ].join('\n'),
    );
  });
});

describe('concordanceText', () => {
  it('marks the key word and names the source', () => {
    expect(concordanceText(lines.slice(0, 1))).toBe(
      '=HYPERLINK("x"),【早市】|开了*\t《-河湾》 ＋日报 2021-03-04',
    );
  });
});

describe('xlsxOf', () => {
  it('holds every cell as text', () => {
    const sheets = unzipSync(xlsxOf(concordanceRows(heads, lines), [40, 12]));
    const sheet = strFromU8(sheets['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
    expect(sheet.match(/<row>/g)?.length).toBe(3);
    expect(sheet).toContain('>=HYPERLINK("x"),</t>');
    expect(sheet).not.toContain('<f>');
    expect(sheet.match(/t="inlineStr"/g)?.length).toBe(21);
  });

  it('leaves out what XML cannot say', () => {
    const sheets = unzipSync(xlsxOf([['a\u0000<b>&\uD800\n']], [10]));
    expect(strFromU8(sheets['xl/worksheets/sheet1.xml'] ?? new Uint8Array())).toContain(
      '>a&lt;b&gt;&amp;\uFFFD\n</t>',
    );
  });
});
