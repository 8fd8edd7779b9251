import { type Evaluation, FOUND_FIELDS } from '@domain/search/evaluation';
import type { SearchSource } from '@domain/search/source';
import type { Found } from './found';

/** Places by what they lie in: an article with its notes, or a note that is on none. */
export interface Groups {
  /** The article's ordinal; for a loose note `-1 - ordinal`. In the order of the evaluation. */
  of: Int32Array;
  /** The first place of each group, and at the end the number of all places. */
  from: Uint32Array;
}

const NOTE = FOUND_FIELDS.indexOf('note');

/** Also articles and notes without a place are groups. */
export function groupPlaces({ source, evaluation }: Found): Groups {
  const { articles, looseNotes, fields } = evaluation;
  const of = new Int32Array(articles.length + looseNotes.length);
  const from = new Uint32Array(of.length + 1);
  let place = 0;
  const add = (group: number, what: number) => {
    of[group] = what;
    from[group] = place;
    while (place < fields.length && groupOf(source, evaluation, place) === what) place += 1;
  };
  for (const [group, article] of articles.entries()) add(group, article);
  for (const [index, note] of looseNotes.entries()) add(articles.length + index, -1 - note);
  from[of.length] = place;
  return { of, from };
}

function groupOf(source: SearchSource, { fields, owners }: Evaluation, place: number): number {
  const owner = owners[place] ?? 0;
  if (fields[place] !== NOTE) return owner;
  const article = source.notes[owner]?.article ?? -1;
  return article >= 0 ? article : -1 - owner;
}

/** How many places a group has. */
export function sizeOf({ from }: Groups, group: number): number {
  return (from[group + 1] ?? 0) - (from[group] ?? 0);
}
