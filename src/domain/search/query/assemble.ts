import { type Evaluation, FOUND_FIELDS, type FoundField } from '../evaluation';
import type { Places } from '../source';
import { withoutOverlap } from './place-list';
import type { UnitSet, Units } from './units';

export type FoundPlaces = Record<FoundField, Places>;

/** Puts what was found into the order of an `Evaluation`: unit by unit, in each field by field. */
export function assemble(units: Units, satisfied: UnitSet, found: FoundPlaces): Evaluation {
  const lists = FOUND_FIELDS.map((field) => withoutOverlap(found[field]));
  const unitsSatisfied = {
    articles: Uint32Array.from(satisfied.between(0, units.articles)),
    looseNotes: Uint32Array.from(
      satisfied.between(units.articles, units.size),
      (unit) => units.looseNotes[unit - units.articles] ?? 0,
    ),
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
  return { ...inOrder(units, lists), ...unitsSatisfied };
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
  const fields = new Uint8Array(total);
  const [ownersOut, startsOut, endsOut] = [0, 0, 0].map(() => new Uint32Array(total)) as [
    Uint32Array<ArrayBuffer>,
    Uint32Array<ArrayBuffer>,
    Uint32Array<ArrayBuffer>,
  ];
  for (const [field, { owners, starts, ends }] of lists.entries()) {
    const map = unitOf[field];
    for (let index = 0; index < owners.length; index += 1) {
      const owner = owners[index] as number;
      const unit = map ? (map[owner] as number) : owner;
      const at = next[unit] as number;
      next[unit] = at + 1;
      fields[at] = field;
      ownersOut[at] = owner;
      startsOut[at] = starts[index] as number;
      endsOut[at] = ends[index] as number;
    }
  }
  return { fields, owners: ownersOut, starts: startsOut, ends: endsOut };
}
