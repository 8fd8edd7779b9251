import { normalizeTagName, tagKey } from '@domain/codebook/tags';
import { canLieUnder } from '@domain/codebook/tree';
import type { HighlightColor, Tag } from '@domain/model';

/** A tag as a codebook file has it. */
export interface CodeInFile {
  name: string;
  /** The names above it, from the top; empty for a tag at the top. */
  path: string[];
  color: HighlightColor | null;
  description: string;
  /** The GUID that the file gives it, without braces and in lower case. */
  guid: string | null;
}

/** What an import does with one tag of the file. */
export interface CodePlan {
  kind: 'made' | 'filled' | 'same';
  name: string;
  parent: string | null;
  color: HighlightColor | null;
  description: string;
  guid: string | null;
}

export interface CodebookPlan {
  codes: CodePlan[];
  /** How many got another name because the file has two of one name under different parents. */
  renamed: number;
}

/**
 * What an import would do. Tags of one name (case and width ignored) are one. A tag that there is
 * keeps colour, description and place; only an empty description and a missing parent are filled in.
 * Two tags of one name under different parents of the file become `name` and `name（parent）`.
 */
export function planCodebook(codes: readonly CodeInFile[], tags: readonly Tag[]): CodebookPlan {
  const known = new Map(tags.map((tag) => [tagKey(tag.name), tag]));
  const idOf = new Map(tags.map((tag) => [tag.id, tag]));
  // Which name each place of the file came to have.
  const names = new Map<string, string>();
  const planned = new Map<string, CodePlan>();
  let renamed = 0;
  const placeOf = (path: readonly string[]) => path.map(tagKey).join('\n');
  for (const code of withAncestors(codes)) {
    const bare = normalizeTagName(code.name);
    if (bare === '') continue;
    const place = placeOf([...code.path, code.name]);
    const above = code.path.at(-1);
    const parent = code.path.length === 0 ? null : (names.get(placeOf(code.path)) ?? null);
    let name = bare;
    const taken = planned.get(tagKey(name));
    if (taken !== undefined && !names.has(place)) {
      if (taken.parent === parent) {
        names.set(place, taken.name);
        continue;
      }
      name = `${bare}（${normalizeTagName(above ?? '')}）`;
      for (let n = 2; planned.has(tagKey(name)); n += 1) name = `${bare}（${n}）`;
      renamed += 1;
    } else if (taken !== undefined) continue;
    const there = known.get(tagKey(name));
    names.set(place, there?.name ?? name);
    const { color, description, guid } = code;
    const fills =
      there !== undefined &&
      ((there.description === '' && description !== '') ||
        (there.parentId === null && parent !== null && mayLieUnder(there, parent, tags, known)));
    planned.set(tagKey(name), {
      kind: there === undefined ? 'made' : fills ? 'filled' : 'same',
      name: there?.name ?? name,
      parent: there?.parentId != null ? (idOf.get(there.parentId)?.name ?? parent) : parent,
      color,
      description,
      guid,
    });
  }
  return { codes: [...planned.values()], renamed };
}

function mayLieUnder(
  tag: Tag,
  parent: string,
  tags: readonly Tag[],
  known: ReadonlyMap<string, Tag>,
): boolean {
  const above = known.get(tagKey(parent));
  return above === undefined || canLieUnder(tags, tag.id, above.id);
}

/** The tags with those that only their paths name, each after what is above it. */
function withAncestors(codes: readonly CodeInFile[]): CodeInFile[] {
  const all = new Map<string, CodeInFile>();
  const keyOf = (path: readonly string[]) => path.map(tagKey).join('\n');
  const given = new Map(codes.map((code) => [keyOf([...code.path, code.name]), code]));
  for (const code of codes) {
    for (let depth = 1; depth <= code.path.length + 1; depth += 1) {
      const full = [...code.path, code.name].slice(0, depth);
      const key = keyOf(full);
      if (all.has(key)) continue;
      const name = full.at(-1) ?? '';
      const bare = { name, path: full.slice(0, -1), color: null, description: '', guid: null };
      all.set(key, given.get(key) ?? bare);
    }
  }
  return [...all.values()];
}
