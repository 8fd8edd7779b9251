import { FOUND_FIELDS } from '@domain/search/evaluation';
import type { Found } from './found';
import { factsOf } from './source-facts';

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
  const { articles, looseNotes, fields, owners } = evaluation;
  const { groupsOfNotes } = factsOf(source);
  const of = new Int32Array(articles.length + looseNotes.length);
  of.set(articles);
  for (let at = 0; at < looseNotes.length; at += 1) {
    of[articles.length + at] = -1 - (looseNotes[at] as number);
  }
  const from = new Uint32Array(of.length + 1);
  let place = 0;
  for (let group = 0; group < of.length; group += 1) {
    const what = of[group] as number;
    from[group] = place;
    while (place < fields.length) {
      const owner = owners[place] as number;
      if ((fields[place] === NOTE ? groupsOfNotes[owner] : owner) !== what) break;
      place += 1;
    }
  }
  from[of.length] = place;
  return { of, from };
}

/** How many places a group has. */
export function sizeOf({ from }: Groups, group: number): number {
  return (from[group + 1] ?? 0) - (from[group] ?? 0);
}
