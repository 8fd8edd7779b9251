import type { ColumnMapping } from '@domain/ingest/settings';
import type { FileFormat } from '@domain/model';
import { ZhaijiError } from '@shared/errors';
import { type Decoded, decodeOrThrow } from '../decoded';
import { roleOfName } from '../table/column-names';
import { buildTable } from '../table/table';
import type { BrokenPart, ExtractedTable, ExtractOptions } from '../types';
import { flattenObject, isObject, type JsonObject } from './cells';
import { findJsonError } from './error';
import { childLines } from './positions';

/** Objects with more different keys than this are no rows of one table. */
const MAX_COLUMNS = 2000;
/** How deep a list of articles is looked for (`{"data": {"list": […]}}`). */
const MAX_WRAPPERS = 3;

/**
 * Reads a JSON file: an array of objects, an object that holds such an array or has an object for
 * each article, or a single object. `decoded` spares decoding when it has been done already.
 * @throws ZhaijiError `file-damaged` (the subject is `line:column` of the error), `file-no-text`,
 *   `file-no-columns` when there are too many different keys, `file-empty`, `file-binary`
 */
export async function readJson(
  bytes: Uint8Array,
  options: ExtractOptions,
  decoded: Decoded = decodeOrThrow(bytes, options.encoding),
): Promise<ExtractedTable> {
  const root = parseJson(decoded.text);
  const path = findArticles(root);
  const values = path === null ? [root] : Object.values(at(root, path));
  const lines = path === null ? [firstLine(decoded.text)] : childLines(decoded.text, path);
  const rows = new ObjectRows();
  for (const [index, value] of values.entries()) rows.add(value, lines[index] ?? 1);
  return rows.build('json', decoded, options.columns);
}

/**
 * Reads JSON Lines: an object in each line. A line that is none is reported and the rest read.
 * @throws ZhaijiError `file-damaged` when not one line is an object; else as `readJson`
 */
export async function readJsonLines(
  bytes: Uint8Array,
  options: ExtractOptions,
  decoded: Decoded = decodeOrThrow(bytes, options.encoding),
): Promise<ExtractedTable> {
  const { text } = decoded;
  const rows = new ObjectRows();
  let line = 1;
  for (let start = 0; start < text.length; line += 1) {
    const found = text.indexOf('\n', start);
    const end = found < 0 ? text.length : found;
    rows.addLine(text.slice(start, end).trim(), line);
    start = end + 1;
  }
  if (rows.isEmpty) throw new ZhaijiError('file-damaged');
  return rows.build('jsonl', decoded, options.columns);
}

/** Gathers objects whose keys may differ into the rows of one table. */
class ObjectRows {
  private readonly columns = new Map<string, number>();
  private readonly rows: string[][] = [];
  private readonly rowLines: number[] = [];
  private readonly broken: BrokenPart[] = [];

  /** There are lines, and none could be read. */
  get isEmpty(): boolean {
    return this.rows.length === 0 && this.broken.length > 0;
  }

  addLine(source: string, line: number): void {
    if (source === '') return;
    let value: unknown;
    try {
      value = JSON.parse(source);
    } catch {
      this.broken.push({ line, reason: 'invalid-json' });
      return;
    }
    this.add(value, line);
  }

  add(value: unknown, line: number): void {
    if (!isObject(value)) {
      this.broken.push({ line, reason: 'not-an-object' });
      return;
    }
    const cells = flattenObject(value);
    if (cells === null) {
      this.broken.push({ line, reason: 'too-deep' });
      return;
    }
    const row: string[] = [];
    for (const [name, cell] of cells) {
      let index = this.columns.get(name);
      if (index === undefined) {
        index = this.columns.size;
        this.columns.set(name, index);
        if (index >= MAX_COLUMNS) throw new ZhaijiError('file-no-columns');
      }
      while (row.length <= index) row.push('');
      row[index] = cell;
    }
    this.rows.push(row);
    this.rowLines.push(line);
  }

  build(
    format: FileFormat,
    decoded: Decoded,
    asked: ColumnMapping | undefined,
  ): Promise<ExtractedTable> {
    const { rows, rowLines, broken } = this;
    const { encoding, invalid } = decoded;
    const header = [...this.columns.keys()];
    const positioned = true;
    const data = { rows, rowLines, broken, header, positioned };
    return buildTable({ format, encoding, invalid, ...data, asked });
  }
}

/**
 * Path to the container whose children are the articles; `null` when the root is the only one. The
 * nearest array of objects is it, of several the longest, unless an object on the way has a text.
 */
function findArticles(root: unknown): string[] | null {
  if (Array.isArray(root)) return [];
  let level: { path: string[]; value: JsonObject }[] = isObject(root)
    ? [{ path: [], value: root }]
    : [];
  for (let depth = 0; depth < MAX_WRAPPERS; depth += 1) {
    if (level.some(({ value }) => hasText(value))) return null;
    let best: { path: string[]; size: number } | null = null;
    const next: typeof level = [];
    for (const { path, value } of level) {
      if (isDictionary(value)) return path;
      for (const [key, child] of Object.entries(value)) {
        if (Array.isArray(child) && child.some(isObject) && child.length > (best?.size ?? 0)) {
          best = { path: [...path, key], size: child.length };
        } else if (isObject(child)) next.push({ path: [...path, key], value: child });
      }
    }
    if (best) return best.path;
    level = next;
  }
  return null;
}

function hasText(object: JsonObject): boolean {
  return Object.entries(object).some(
    ([key, value]) =>
      roleOfName(key)?.role === 'text' &&
      (typeof value === 'string' ||
        (Array.isArray(value) &&
          value.length > 0 &&
          value.every((item) => typeof item === 'string'))),
  );
}

/** `{"a1": {…}, "a2": {…}}`: objects with a text each, by their ids. */
function isDictionary(object: JsonObject): boolean {
  const values = Object.values(object);
  return values.length > 1 && values.every((value) => isObject(value) && hasText(value));
}

function at(root: unknown, path: readonly string[]): object {
  let value = root;
  for (const key of path) value = isObject(value) ? value[key] : undefined;
  return typeof value === 'object' && value !== null ? value : {};
}

function firstLine(text: string): number {
  const before = text.slice(0, Math.max(0, text.search(/\S/)));
  return before.split('\n').length;
}

/** @throws ZhaijiError `file-damaged` with the place of the error, `file-no-text` for a bare value */
function parseJson(text: string): unknown {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw new ZhaijiError('file-damaged', placeOf(text, findJsonError(text)), { cause });
  }
  const count = typeof value === 'object' && value !== null ? Object.keys(value).length : 0;
  if (count === 0) throw new ZhaijiError('file-no-text');
  return value;
}

/** `line:column`, 1-based. */
function placeOf(text: string, offset: number): string {
  const before = text.slice(0, offset);
  const line = before.split('\n').length;
  return `${line}:${before.length - before.lastIndexOf('\n')}`;
}
