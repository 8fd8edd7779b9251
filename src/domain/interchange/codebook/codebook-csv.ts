import { tagPath } from '@domain/codebook/tags';
import { flattenTree, tagTree } from '@domain/codebook/tree';
import type { Tag } from '@domain/model';
import { csvOf, parseCsv } from '../csv';
import type { CodeInFile } from './codebook-file';
import { colorFrom } from './colors';

/** Between the names of a path; a slash within a name is written `\/`. */
const SLASH = '/';

/** The codebook as a table in the order of the tree: name, path, colour, description. */
export function codebookToCsv(tags: readonly Tag[]): string {
  const byId = new Map(tags.map((tag) => [tag.id, tag]));
  const rows = flattenTree(tagTree(tags)).map(({ tag }) => [
    tag.name,
    tagPath(tag, byId)
      .map((name) => name.replace(/[\\/]/g, '\\$&'))
      .join(SLASH),
    tag.color,
    tag.description,
  ]);
  return csvOf([['name', 'path', 'color', 'description'], ...rows]);
}

const COLUMNS: Record<string, RegExp> = {
  name: /^(name|code|tag|名称|标签|编码)$/i,
  parent: /^(parent|上级|上级标签|父标签)$/i,
  path: /^(path|路径)$/i,
  color: /^(colou?r|颜色)$/i,
  description: /^(description|memo|comment|说明|描述)$/i,
};

/**
 * Reads a codebook from a table with a head. `path` gives all names from the top, the tag's own may be
 * its last; `parent` names the tag above it. Rows without a name are left out.
 */
export function codebookFromCsv(text: string): CodeInFile[] {
  const [head = [], ...rows] = parseCsv(text);
  const at = (role: string) => head.findIndex((name) => COLUMNS[role]?.test(name.trim()) === true);
  const [name, parent, path] = [at('name'), at('parent'), at('path')];
  const [color, description] = [at('color'), at('description')];
  const entries = rows.flatMap((row) => {
    const names = splitPath(row[path] ?? '');
    const own = (row[name] ?? '').trim() || (names.at(-1) ?? '');
    if (own === '') return [];
    if (names.at(-1) === own) names.pop();
    const above = (row[parent] ?? '').trim();
    return { own, names, above, row };
  });
  const parentOf = new Map(entries.map(({ own, above }) => [own, above]));
  return entries.map(({ own, names, above, row }) => ({
    name: own,
    path: path >= 0 && names.length > 0 ? names : ancestors(own, above, parentOf),
    color: colorFrom(row[color] ?? ''),
    description: row[description] ?? '',
    guid: null,
  }));
}

/** The names above one, from the top; a circle ends where it closes. */
function ancestors(own: string, above: string, parentOf: ReadonlyMap<string, string>): string[] {
  const path: string[] = [];
  for (let at = above; at !== '' && at !== own && !path.includes(at); at = parentOf.get(at) ?? '') {
    path.unshift(at);
  }
  return path;
}

function splitPath(path: string): string[] {
  const names = path.match(/(?:\\.|[^\\/])+/gsu) ?? [];
  return names.map((name) => name.replace(/\\(.)/gsu, '$1').trim()).filter((name) => name !== '');
}
