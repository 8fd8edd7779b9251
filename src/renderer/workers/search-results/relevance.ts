import { FOUND_FIELDS } from '@domain/search/evaluation';
import type { Found } from './found';
import { type Groups, sizeOf } from './groups';
import { factsOf } from './source-facts';

/** Usual constants of BM25: how soon more places count no more, and how much length counts. */
const K1 = 1.2;
const B = 0.75;
/** A place in a title counts as so many in a text. */
const TITLE_WEIGHT = 4;

/**
 * A score for each group, higher is better: BM25 (Robertson & Zaragoza 2009, The Probabilistic
 * Relevance Framework, eq. 3.15). What the query finds is taken for one word, whatever its length: its
 * frequency in a document is the number of its places (those in the title weigh more), the number of
 * documents that have it is that of the groups, and a document's length is that of its text in UTF-16
 * units. No text is read and nothing is segmented for it.
 */
export function relevanceOf({ source, evaluation }: Found, groups: Groups): Float64Array {
  const { fields } = evaluation;
  const title = FOUND_FIELDS.indexOf('title');
  const { lengths, averageLength: average } = factsOf(source);
  const documents = Math.max(1, lengths.length);
  const having = groups.of.length;
  const rarity = Math.log(1 + (documents - having + 0.5) / (having + 0.5));
  // Where every article has the word (or a few notes more), its frequency still tells.
  const weight = Number.isFinite(rarity) && rarity > 0 ? rarity : 1e-3;
  return Float64Array.from(groups.of, (what, group) => {
    let frequency = sizeOf(groups, group);
    for (let place = groups.from[group] ?? 0; fields[place] === title; place += 1) {
      if (place >= (groups.from[group + 1] ?? 0)) break;
      frequency += TITLE_WEIGHT - 1;
    }
    const length = what < 0 ? average : (lengths[what] ?? average);
    const norm = K1 * (1 - B + (B * length) / average);
    return (weight * frequency * (K1 + 1)) / (frequency + norm);
  });
}
