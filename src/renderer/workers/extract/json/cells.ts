import { roleOfName } from '../table/column-names';

/** A JSON object as `JSON.parse` gives it. */
export type JsonObject = Record<string, unknown>;

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Levels of arrays and objects that a cell may hold. */
const MAX_DEPTH = 100;
/** UTF-16 units from which the strings of an array are paragraphs rather than names. */
const PARAGRAPH = 40;

/**
 * An object's values as cells, each with its column's name: nested objects one level deep as `a.b`,
 * arrays of strings joined (paragraphs by line ends, names by `、`), what is deeper as JSON.
 * @returns `null` when it is nested beyond `MAX_DEPTH`
 */
export function flattenObject(object: JsonObject): [name: string, cell: string][] | null {
  if (isDeeper(object, MAX_DEPTH)) return null;
  const cells: [string, string][] = [];
  for (const [key, value] of Object.entries(object)) {
    if (!isObject(value)) {
      cells.push([key, cellOf(key, value)]);
      continue;
    }
    for (const [inner, nested] of Object.entries(value)) {
      const name = `${key}.${inner}`;
      cells.push([name, cellOf(name, nested)]);
    }
  }
  return cells;
}

function cellOf(name: string, value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return normaliseLineEnds(value);
  if (!Array.isArray(value)) return typeof value === 'object' ? JSON.stringify(value) : `${value}`;
  const scalars: string[] = [];
  for (const item of value) {
    if (typeof item === 'object' && item !== null) return JSON.stringify(value);
    if (item !== null) scalars.push(normaliseLineEnds(String(item)));
  }
  const isText =
    roleOfName(name)?.role === 'text' ||
    scalars.some((item) => item.length > PARAGRAPH || item.includes('\n'));
  return scalars.join(isText ? '\n' : '、');
}

function normaliseLineEnds(text: string): string {
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
}

/** Whether arrays and objects are nested deeper than `limit`; without recursion. */
function isDeeper(root: unknown, limit: number): boolean {
  let level: unknown[] = [root];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > limit) return true;
    const next: unknown[] = [];
    for (const value of level) {
      if (typeof value !== 'object' || value === null) continue;
      for (const child of Object.values(value)) {
        if (typeof child === 'object' && child !== null) next.push(child);
      }
    }
    level = next;
  }
  return false;
}
