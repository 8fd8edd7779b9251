import { type Evaluation, FOUND_FIELDS, type FoundField } from '../evaluation';
import type { Places } from '../source';
import { withoutOverlap } from './place-list';
import type { UnitSet, Units } from './units';

export type FoundPlaces = Record<FoundField, Places>;

/** Puts what was found into the order of an `Evaluation`: unit by unit, in each field by field. */
export function assemble(units: Units, satisfied: UnitSet, found: FoundPlaces): Evaluation {
  const lists = FOUND_FIELDS.map((field) => withoutOverlap(found[field]));
  const unitOf = (field: number, owner: number) =>
    FOUND_FIELDS[field] === 'note' ? (units.ofNote[owner] ?? 0) : owner;
  const next = new Uint32Array(units.size + 1);
  for (const [field, { owners }] of lists.entries()) {
    for (const owner of owners) {
      const unit = unitOf(field, owner);
      next[unit + 1] = (next[unit + 1] ?? 0) + 1;
    }
  }
  for (let unit = 1; unit < next.length; unit += 1) {
    next[unit] = (next[unit] ?? 0) + (next[unit - 1] ?? 0);
  }
  const total = next[units.size] ?? 0;
  const evaluation: Evaluation = {
    fields: new Uint8Array(total),
    owners: new Uint32Array(total),
    starts: new Uint32Array(total),
    ends: new Uint32Array(total),
    articles: Uint32Array.from(satisfied.between(0, units.articles)),
    looseNotes: Uint32Array.from(
      satisfied.between(units.articles, units.size),
      (unit) => units.looseNotes[unit - units.articles] ?? 0,
    ),
  };
  for (const [field, { owners, starts, ends }] of lists.entries()) {
    for (let index = 0; index < owners.length; index += 1) {
      const owner = owners[index] ?? 0;
      const unit = unitOf(field, owner);
      const at = next[unit] ?? 0;
      next[unit] = at + 1;
      evaluation.fields[at] = field;
      evaluation.owners[at] = owner;
      evaluation.starts[at] = starts[index] ?? 0;
      evaluation.ends[at] = ends[index] ?? 0;
    }
  }
  return evaluation;
}
