import { type Evaluation, FOUND_FIELDS, type FoundField, type TermCounts } from '../evaluation';
import type { Places } from '../source';
import { withoutOverlap } from './place-list';
import type { UnitSet, Units } from './units';

export type FoundPlaces = Record<FoundField, Places>;

/** Puts what was found into the order of an `Evaluation`: unit by unit, in each field by field. */
export function assemble(
  units: Units,
  satisfied: UnitSet,
  found: FoundPlaces,
  terms: readonly TermCounts[],
): Evaluation {
  const lists = FOUND_FIELDS.map((field) => withoutOverlap(found[field]));
  const unitsSatisfied = {
    terms,
    articles: satisfied.between(0, units.articles),
    looseNotes: satisfied
      .between(units.articles, units.size)
      .map((unit) => units.looseNotes[unit - units.articles] ?? 0),
  };
  const [only, ...others] = [...lists.keys()].filter((field) => lists[field]?.owners.length !== 0);
  const list = lists[only ?? 0];
  if (list !== undefined && others.length === 0 && FOUND_FIELDS[only ?? 0] !== 'note') {
    return {
      ...list,
      ...unitsSatisfied,
      fields: new Uint8Array(list.owners.length).fill(only ?? 0),
    };
  }
  const hasNotes = found.note.owners.length > 0;
  return { ...(hasNotes ? inOrder(units, lists) : byOwner(lists)), ...unitsSatisfied };
}

/** Without notes the owner is the unit, and the lists ascend by it: what each has of it goes next. */
function byOwner(lists: readonly Places[]) {
  const total = lists.reduce((sum, { owners }) => sum + owners.length, 0);
  const merged = emptyPlaces(total);
  const next = lists.map(() => 0);
  for (let at = 0; at < total; ) {
    let field = 0;
    let owner = Number.POSITIVE_INFINITY;
    for (let each = 0; each < lists.length; each += 1) {
      const first = lists[each]?.owners[next[each] as number] ?? Number.POSITIVE_INFINITY;
      if (first >= owner) continue;
      field = each;
      owner = first;
    }
    const { owners, starts, ends } = lists[field] as Places;
    let index = next[field] as number;
    for (; owners[index] === owner; index += 1, at += 1) {
      merged.fields[at] = field;
      merged.owners[at] = owner;
      merged.starts[at] = starts[index] as number;
      merged.ends[at] = ends[index] as number;
    }
    next[field] = index;
  }
  return merged;
}

function emptyPlaces(length: number) {
  return {
    fields: new Uint8Array(length),
    owners: new Uint32Array(length),
    starts: new Uint32Array(length),
    ends: new Uint32Array(length),
  };
}

/** Each unit has its stretch of the result; field by field the places go to the next of it. */
function inOrder(units: Units, lists: readonly Places[]) {
  const next = new Uint32Array(units.size + 1);
  const unitOf = lists.map((_, field) => (FOUND_FIELDS[field] === 'note' ? units.ofNote : null));
  for (const [field, { owners }] of lists.entries()) {
    const map = unitOf[field];
    for (let index = 0; index < owners.length; index += 1) {
      const owner = owners[index] as number;
      const unit = map ? (map[owner] as number) : owner;
      next[unit + 1] = (next[unit + 1] as number) + 1;
    }
  }
  for (let unit = 1; unit < next.length; unit += 1) {
    next[unit] = (next[unit] as number) + (next[unit - 1] as number);
  }
  const total = next[units.size] as number;
  const out = emptyPlaces(total);
  for (const [field, { owners, starts, ends }] of lists.entries()) {
    const map = unitOf[field];
    for (let index = 0; index < owners.length; index += 1) {
      const owner = owners[index] as number;
      const unit = map ? (map[owner] as number) : owner;
      const at = next[unit] as number;
      next[unit] = at + 1;
      out.fields[at] = field;
      out.owners[at] = owner;
      out.starts[at] = starts[index] as number;
      out.ends[at] = ends[index] as number;
    }
  }
  return out;
}
