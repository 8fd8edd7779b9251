import { type Evaluation, FOUND_FIELDS, type FoundField, type TermCounts } from '../evaluation';
import { firstFrom } from '../first-from';
import type { Places } from '../source';
import type { UnitSet, Units } from './units';

export type FoundPlaces = Record<FoundField, Places>;

/**
 * Puts what was found into the order of an `Evaluation`: unit by unit, in each field by field.
 * @param found without overlap
 */
export function assemble(
  units: Units,
  satisfied: UnitSet,
  found: FoundPlaces,
  terms: readonly TermCounts[],
): Evaluation {
  const lists = FOUND_FIELDS.map((field) => found[field]);
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

/** Without notes the owner is the unit, and the lists ascend by it: two at a time become one. */
function byOwner(lists: readonly Places[]): InFields {
  const filled: InFields[] = lists.flatMap((list, field) =>
    list.owners.length === 0
      ? []
      : [{ ...list, fields: new Uint8Array(list.owners.length).fill(field) }],
  );
  return filled.length === 0 ? emptyPlaces(0) : filled.reduce(interleaved);
}

interface InFields extends Places {
  fields: Uint8Array;
}

/** So few places are copied sooner one by one. */
const SHORT = 64;

/** Of one owner what `a` has goes first. Runs of owners are copied as they are. */
function interleaved(a: InFields, b: InFields): InFields {
  const [few, many] = a.owners.length < b.owners.length ? [a, b] : [b, a];
  const merged = emptyPlaces(a.owners.length + b.owners.length);
  const copy = (from: InFields, start: number, end: number, at: number) => {
    if (end - start < SHORT) {
      for (let index = start, to = at; index < end; index += 1, to += 1) {
        merged.fields[to] = from.fields[index] as number;
        merged.owners[to] = from.owners[index] as number;
        merged.starts[to] = from.starts[index] as number;
        merged.ends[to] = from.ends[index] as number;
      }
      return;
    }
    merged.fields.set(from.fields.subarray(start, end), at);
    merged.owners.set(from.owners.subarray(start, end), at);
    merged.starts.set(from.starts.subarray(start, end), at);
    merged.ends.set(from.ends.subarray(start, end), at);
  };
  let next = 0;
  for (let from = 0; from < few.owners.length; ) {
    const owner = few.owners[from] as number;
    let to = from + 1;
    while (few.owners[to] === owner) to += 1;
    // Those of the others that come before this owner's.
    const until = firstFrom(many.owners, few === a ? owner : owner + 1, next);
    copy(many, next, until, from + next);
    copy(few, from, to, from + until);
    next = until;
    from = to;
  }
  copy(many, next, many.owners.length, few.owners.length + next);
  return merged;
}

function emptyPlaces(length: number): InFields {
  return {
    fields: new Uint8Array(length),
    owners: new Uint32Array(length),
    starts: new Uint32Array(length),
    ends: new Uint32Array(length),
  };
}

/** Each unit has its stretch of the result; field by field the places go to the next of it. */
function inOrder(units: Units, lists: readonly Places[]): InFields {
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
