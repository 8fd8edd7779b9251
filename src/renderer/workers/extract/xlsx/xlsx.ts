import { ZhaijiError } from '@shared/errors';
import { buildTable } from '../table/table';
import type { BrokenPart, ExtractedTable, ExtractOptions } from '../types';
import { attribute, readXml } from '../xml';
import { openZip, type ZipArchive } from '../zip/zip';
import { isDateFormat } from './dates';
import { readSheet, type WorkbookContext } from './sheet';
import { readSharedStrings } from './strings';

/** Bytes of one unpacked part: sheets in XML are far larger than their texts. */
const MAX_PART = 512 * 1024 * 1024;
/** Rows by which it is told whether a further sheet holds texts. */
const PROBE_ROWS = 50;

/**
 * Reads an Excel workbook (ECMA-376). Of several sheets the first one is read that has a column of
 * texts, in the order of the tabs, hidden sheets left out; a later one with texts is named in
 * `broken`, for the researcher to know. Without any such sheet it is the first that is not empty.
 * @throws ZhaijiError `file-damaged`, `file-unsupported` (a binary workbook), `file-no-text`,
 *   `file-too-large`, and what `openZip` throws
 */
export async function readXlsx(
  bytes: Uint8Array,
  options: ExtractOptions,
): Promise<ExtractedTable> {
  const archive = openZip(bytes, { entrySize: MAX_PART });
  const { sheets, context } = openWorkbook(archive);
  let table: ExtractedTable | null = null;
  const leftOut: BrokenPart[] = [];
  for (const { name, path } of sheets) {
    const found = table?.mapping.text !== undefined;
    const limit = found ? PROBE_ROWS : Number.POSITIVE_INFINITY;
    const { rows, rowNumbers } = readSheet(archive.read(path), context, limit);
    if (rows.length === 0) continue;
    const read = await tableOf(rows, rowNumbers, found ? undefined : options.columns);
    if (read === null) continue;
    if (!found && (table === null || read.mapping.text !== undefined)) table = read;
    else if (found && read.mapping.text !== undefined) {
      leftOut.push({ line: 0, reason: `other-sheet: ${name}` });
    }
  }
  if (table === null) throw new ZhaijiError('file-no-text');
  return { ...table, broken: [...leftOut, ...table.broken] };
}

/** `null` for a sheet with nothing but its columns' names. */
async function tableOf(
  rows: string[][],
  rowLines: number[],
  asked: ExtractOptions['columns'],
): Promise<ExtractedTable | null> {
  const invalid = { count: 0, firstOffset: -1, offsets: [] };
  const read = { rows, rowLines, broken: [], header: null, positioned: true, asked };
  try {
    return await buildTable({ format: 'xlsx', encoding: null, invalid, ...read });
  } catch (error) {
    if (error instanceof ZhaijiError && error.code === 'file-no-text') return null;
    throw error;
  }
}

interface Workbook {
  /** Visible sheets in the order of their tabs. */
  sheets: { name: string; path: string }[];
  context: WorkbookContext;
}

function openWorkbook(archive: ZipArchive): Workbook {
  const root = readRelations(archive, '');
  const workbook = [...root.values()].find(({ type }) => type === 'officeDocument')?.path;
  const path = workbook ?? 'xl/workbook.xml';
  if (/\.bin$/.test(path)) throw new ZhaijiError('file-unsupported');
  const relations = readRelations(archive, path);
  const sheets: Workbook['sheets'] = [];
  let from1904 = false;
  readXml(archive.read(path), {
    open(name, attributes) {
      if (name === 'workbookPr') from1904 = isTrue(attribute(attributes, 'date1904'));
      if (name !== 'sheet') return;
      const relation = relations.get(attribute(attributes, 'id') ?? '');
      const visible = (attribute(attributes, 'state') ?? 'visible') === 'visible';
      // Chart sheets and macro sheets have relations of other types.
      if (!visible || relation?.type !== 'worksheet') return;
      sheets.push({ name: attribute(attributes, 'name') ?? '', path: relation.path });
    },
  });
  const part = (type: string): Uint8Array | null => {
    const found = [...relations.values()].find((relation) => relation.type === type)?.path;
    return found !== undefined && archive.has(found) ? archive.read(found) : null;
  };
  const strings = part('sharedStrings');
  const styles = part('styles');
  return {
    sheets,
    context: {
      strings: strings === null ? [] : readSharedStrings(strings),
      dateStyles: styles === null ? [] : readDateStyles(styles),
      from1904,
    },
  };
}

interface Relation {
  /** The last part of the type's URI: the rest differs between the transitional and strict forms. */
  type: string;
  /** Path in the archive. */
  path: string;
}

/** Relations of a part, by their ids; those of the package itself for the empty path. */
function readRelations(archive: ZipArchive, source: string): Map<string, Relation> {
  const relations = new Map<string, Relation>();
  const folder = source.slice(0, source.lastIndexOf('/') + 1);
  const path = `${folder}_rels/${source.slice(folder.length)}.rels`;
  if (!archive.has(path)) return relations;
  readXml(archive.read(path), {
    open(name, attributes) {
      if (name !== 'Relationship' || attribute(attributes, 'TargetMode') === 'External') return;
      const type = attribute(attributes, 'Type') ?? '';
      const target = resolve(folder, attribute(attributes, 'Target') ?? '');
      const id = attribute(attributes, 'Id') ?? '';
      relations.set(id, { type: type.slice(type.lastIndexOf('/') + 1), path: target });
    },
  });
  return relations;
}

/** Path in the archive of a target that is relative to a folder or begins with `/`. */
function resolve(folder: string, target: string): string {
  const steps: string[] = [];
  for (const step of (target.startsWith('/') ? target : folder + target).split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return steps.join('/');
}

/** For each cell format (`cellXfs`) whether it is one of dates. */
function readDateStyles(bytes: Uint8Array): boolean[] {
  const codes = new Map<number, string>();
  const styles: boolean[] = [];
  let inCellFormats = false;
  readXml(bytes, {
    open(name, attributes) {
      const id = Number(attribute(attributes, 'numFmtId') ?? 0);
      if (name === 'numFmt') codes.set(id, attribute(attributes, 'formatCode') ?? '');
      else if (name === 'cellXfs') inCellFormats = true;
      else if (name === 'xf' && inCellFormats) styles.push(isDateFormat(id, codes.get(id)));
    },
    close(name) {
      if (name === 'cellXfs') inCellFormats = false;
    },
  });
  return styles;
}

function isTrue(value: string | undefined): boolean {
  return value === '1' || value === 'true' || value === 'on';
}
