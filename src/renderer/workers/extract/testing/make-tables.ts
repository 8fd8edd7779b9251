import { strToU8, type Zippable, zipSync } from 'fflate';

/** Tables as files, for tests. */

export interface CsvOptions {
  delimiter?: string;
  lineEnd?: string;
  /** Begin with a byte order mark. */
  bom?: boolean;
  /** Quote every cell, not only those that need it. */
  quoteAll?: boolean;
}

/** Separated values in UTF-8 (RFC 4180); the rows' first one is the columns' names. */
export function makeCsv(
  rows: readonly (readonly string[])[],
  options: CsvOptions = {},
): Uint8Array<ArrayBuffer> {
  const { delimiter = ',', lineEnd = '\r\n', bom = false, quoteAll = false } = options;
  const cell = (text: string): string => {
    const needsQuotes = quoteAll || text.includes(delimiter) || /["\r\n]|^\s|\s$/.test(text);
    return needsQuotes ? `"${text.replaceAll('"', '""')}"` : text;
  };
  const lines = rows.map((row) => row.map(cell).join(delimiter) + lineEnd);
  return new Uint8Array(strToU8((bom ? '\ufeff' : '') + lines.join('')));
}

/** A cell as a spreadsheet holds it. */
export type XlsxCell =
  | string
  | number
  | boolean
  /** A date as its serial number, shown by a date format. */
  | { serial: number }
  /** A string of several runs, with a phonetic reading that is no part of it. */
  | { runs: readonly string[]; phonetic?: string }
  /** A formula with the value that was last computed. */
  | { formula: string; value: string | number }
  | { error: string }
  | null;

export interface XlsxSheet {
  name?: string;
  rows: readonly (readonly XlsxCell[])[];
  hidden?: boolean;
  /** Ranges such as `A1:B2`. */
  merges?: readonly string[];
}

export interface XlsxOptions {
  /** Where strings stand; shared as Excel writes them by default. */
  strings?: 'shared' | 'inline';
  from1904?: boolean;
  /** Code of the format of dates; without, the built-in format 14. */
  dateFormat?: string;
  /** Name of the first sheet. */
  name?: string;
  merges?: readonly string[];
  /** Further sheets. */
  more?: readonly XlsxSheet[];
  /** Parts to add or put in place of the made ones, by their path. */
  parts?: Readonly<Record<string, string>>;
}

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';

/** A valid, minimal workbook; blank cells (`null` and the empty string) are left out, as Excel does. */
export function makeXlsx(
  rows: readonly (readonly XlsxCell[])[],
  options: XlsxOptions = {},
): Uint8Array<ArrayBuffer> {
  const { name = '文章', merges = [], more = [] } = options;
  const sheets: XlsxSheet[] = [{ name, rows, merges }, ...more];
  const strings = new Map<string, number>();
  const parts: Record<string, string> = {};
  for (const [index, sheet] of sheets.entries()) {
    parts[`xl/worksheets/sheet${index + 1}.xml`] = sheetXml(sheet, options, strings);
  }
  parts['[Content_Types].xml'] = contentTypes(sheets.length);
  parts['_rels/.rels'] = relations([['officeDocument', 'xl/workbook.xml']]);
  parts['xl/workbook.xml'] = workbookXml(sheets, options.from1904 === true);
  parts['xl/_rels/workbook.xml.rels'] = relations([
    ...sheets.map((_, index): [string, string] => [
      'worksheet',
      `worksheets/sheet${index + 1}.xml`,
    ]),
    ['styles', 'styles.xml'],
    ['sharedStrings', 'sharedStrings.xml'],
  ]);
  parts['xl/styles.xml'] = stylesXml(options.dateFormat);
  parts['xl/sharedStrings.xml'] =
    `<sst xmlns="${MAIN}" count="${strings.size}" uniqueCount="${strings.size}">` +
    `${[...strings.keys()].map((xml) => `<si>${xml}</si>`).join('')}</sst>`;
  const files: Zippable = {};
  for (const [path, xml] of Object.entries({ ...parts, ...options.parts })) {
    files[path] = strToU8(xml.startsWith('<?xml') ? xml : DECLARATION + xml);
  }
  return new Uint8Array(zipSync(files));
}

function sheetXml(sheet: XlsxSheet, options: XlsxOptions, strings: Map<string, number>): string {
  const rows = sheet.rows.map((row, index) => {
    const cells = row.map((cell, column) =>
      cellXml(cell, `${columnName(column)}${index + 1}`, options, strings),
    );
    return `<row r="${index + 1}">${cells.join('')}</row>`;
  });
  const merges = (sheet.merges ?? []).map((range) => `<mergeCell ref="${range}"/>`).join('');
  const merged = merges === '' ? '' : `<mergeCells>${merges}</mergeCells>`;
  return `<worksheet xmlns="${MAIN}"><sheetData>${rows.join('')}</sheetData>${merged}</worksheet>`;
}

function cellXml(
  cell: XlsxCell,
  reference: string,
  options: XlsxOptions,
  strings: Map<string, number>,
): string {
  if (cell === null || cell === '') return '';
  const open = `<c r="${reference}"`;
  if (typeof cell === 'number') return `${open}><v>${cell}</v></c>`;
  if (typeof cell === 'boolean') return `${open} t="b"><v>${cell ? 1 : 0}</v></c>`;
  if (typeof cell === 'object' && 'serial' in cell)
    return `${open} s="1"><v>${cell.serial}</v></c>`;
  if (typeof cell === 'object' && 'error' in cell) return `${open} t="e"><v>${cell.error}</v></c>`;
  if (typeof cell === 'object' && 'formula' in cell) {
    const type = typeof cell.value === 'string' ? ' t="str"' : '';
    const value = escapeText(String(cell.value));
    return `${open}${type}><f>${escapeText(cell.formula)}</f><v>${value}</v></c>`;
  }
  const xml = stringXml(cell);
  if (options.strings === 'inline') return `${open} t="inlineStr"><is>${xml}</is></c>`;
  const index = strings.get(xml) ?? strings.size;
  strings.set(xml, index);
  return `${open} t="s"><v>${index}</v></c>`;
}

function stringXml(cell: string | { runs: readonly string[]; phonetic?: string }): string {
  const text = (value: string): string => `<t xml:space="preserve">${escapeText(value)}</t>`;
  if (typeof cell === 'string') return text(cell);
  const runs = cell.runs.map((run) => `<r><rPr><b/></rPr>${text(run)}</r>`).join('');
  const { phonetic } = cell;
  return phonetic === undefined ? runs : `${runs}<rPh sb="0" eb="1">${text(phonetic)}</rPh>`;
}

/** Escapes for XML, and what XML does not allow as `_xHHHH_`; so also text that looks like that. */
function escapeText(text: string): string {
  const hex = (char: string): string =>
    `_x${char.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;
  return (
    text
      .replace(/_(?=x[\dA-Fa-f]{4}_)/g, '_x005F_')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what has to be escaped
      .replace(/[\u0000-\u0008\u000b-\u001f\ufffe\uffff]/g, hex)
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
  );
}

function workbookXml(sheets: readonly XlsxSheet[], from1904: boolean): string {
  const list = sheets.map(({ name, hidden }, index) => {
    const state = hidden ? ' state="hidden"' : '';
    const label = escapeText(name ?? `Sheet${index + 1}`);
    return `<sheet name="${label}" sheetId="${index + 1}"${state} r:id="rId${index + 1}"/>`;
  });
  const properties = from1904 ? '<workbookPr date1904="1"/>' : '<workbookPr/>';
  const names = `xmlns="${MAIN}" xmlns:r="${RELATIONS}"`;
  return `<workbook ${names}>${properties}<sheets>${list.join('')}</sheets></workbook>`;
}

function stylesXml(dateFormat: string | undefined): string {
  const code = (dateFormat ?? '').replaceAll('&', '&amp;').replaceAll('"', '&quot;');
  const own = `<numFmts count="1"><numFmt numFmtId="164" formatCode="${code}"/></numFmts>`;
  const id = dateFormat === undefined ? 14 : 164;
  return (
    `<styleSheet xmlns="${MAIN}">${dateFormat === undefined ? '' : own}` +
    '<fonts count="1"><font/></fonts><fills count="1"><fill/></fills>' +
    '<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>' +
    `<cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="${id}" applyNumberFormat="1"/></cellXfs>` +
    '</styleSheet>'
  );
}

function relations(targets: readonly (readonly [type: string, target: string])[]): string {
  const list = targets.map(
    ([type, target], index) =>
      `<Relationship Id="rId${index + 1}" Type="${RELATIONS}/${type}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="${PACKAGE}/relationships">${list.join('')}</Relationships>`;
}

function contentTypes(sheets: number): string {
  const base = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
  const override = (part: string, type: string): string =>
    `<Override PartName="/xl/${part}.xml" ContentType="${base}.${type}+xml"/>`;
  const list = Array.from({ length: sheets }, (_, index) =>
    override(`worksheets/sheet${index + 1}`, 'worksheet'),
  );
  return (
    `<Types xmlns="${PACKAGE}/content-types">` +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    '<Default Extension="xml" ContentType="application/xml"/>' +
    `${override('workbook', 'sheet.main')}${override('styles', 'styles')}` +
    `${override('sharedStrings', 'sharedStrings')}${list.join('')}</Types>`
  );
}

function columnName(column: number): string {
  let name = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  }
  return name;
}
