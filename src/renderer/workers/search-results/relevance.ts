import type { TermCounts } from '@domain/search/evaluation';
import { unitsOf } from '@domain/search/query';
import type { SearchSource } from '@domain/search/source';
import type { Found } from './found';
import { type Groups, sizeOf } from './groups';
import { factsOf } from './source-facts';

/** Usual constants of BM25: how soon more places count no more, and how much length counts. */
const K1 = 1.2;
const B = 0.75;

/**
 * A score for each group at single precision, higher is better: BM25 (Robertson & Zaragoza 2009, The Probabilistic
 * Relevance Framework, eq. 3.15), a sum over the terms that the query wants, with the inverse document
 * frequency in the form that stays above 0, `ln(1 + (N - n + 0.5) / (n + 0.5))`. A term is a word of the
 * query as it is written, or words near one another; what stands after NOT is none. Its frequency is the
 * number of its places (those in a title weigh more), a document is an article with its notes, or a loose
 * note; its length that of the text in UTF-16 units.
 *
 * BM25 is a sum over words. Those of a longer term (as `Intl.Segmenter` cuts it) are not looked for by
 * themselves: each stands at least where the term does, so it is counted with the term's frequencies,
 * which multiplies the term's share by the number of its words. No text is read for it. Places that
 * facets leave out still count. A query that wants no words is ranked by its places as by one term.
 */
export function relevanceOf({ source, evaluation }: Found, groups: Groups): Float32Array {
  const { ofNote } = unitsOf(source);
  const unitOf = (group: number) => {
    const what = groups.of[group] as number;
    return what >= 0 ? what : (ofNote[-1 - what] as number);
  };
  const { terms } = evaluation;
  const scores = scoresOf(source, terms.length > 0 ? terms : [placesAsTerm(groups, unitOf)]);
  const ofGroups = new Float32Array(groups.of.length);
  for (let group = 0; group < ofGroups.length; group += 1) {
    ofGroups[group] = scores[unitOf(group)] as number;
  }
  return ofGroups;
}

let last: { source: SearchSource; terms: readonly TermCounts[]; scores: Float32Array } | null =
  null;

/**
 * The same by unit; those that have none of the terms have 0. To be read before anybody asks for those of
 * other terms, which are written over them.
 */
export function scoresOf(source: SearchSource, terms: readonly TermCounts[]): Float32Array {
  if (last?.source === source && last.terms === terms) return last.scores;
  const norms = normsOf(source);
  const documents = Math.max(1, norms.length);
  const scores =
    last?.scores.length === norms.length ? last.scores.fill(0) : new Float32Array(norms.length);
  // Of one term nothing has to be added up, which only doubles may be.
  const sums = terms.length > 1 ? sumsOf(norms.length) : scores;
  for (const term of terms)
    addTerm(sums, term, { documents, norms, frequencies: zeros(documents) });
  if (sums !== scores) scores.set(sums);
  last = { source, terms, scores };
  return scores;
}

let spare = new Float64Array();

/** Kept, because making it takes longer than using it; zeros between uses. */
function zeros(length: number): Float64Array {
  if (spare.length < length) spare = new Float64Array(length);
  return spare;
}

let spareSums = new Float64Array();

/** Zeros to add up in; kept as well. */
function sumsOf(length: number): Float64Array {
  if (spareSums.length !== length) spareSums = new Float64Array(length);
  return spareSums.fill(0);
}

const knownNorms = new WeakMap<SearchSource, Float64Array>();

/** What BM25 adds to a frequency, by unit. */
function normsOf(source: SearchSource): Float64Array {
  const before = knownNorms.get(source);
  if (before !== undefined) return before;
  const { size, articles } = unitsOf(source);
  const { lengths, averageLength } = factsOf(source);
  const made = new Float64Array(size);
  for (let unit = 0; unit < size; unit += 1) {
    const length = unit < articles ? (lengths[unit] as number) : averageLength;
    made[unit] = K1 * (1 - B + (B * length) / averageLength);
  }
  knownNorms.set(source, made);
  return made;
}

interface Weighing {
  documents: number;
  norms: Float64Array;
  /** By unit; zeros between terms. */
  frequencies: Float64Array;
}

function addTerm(scores: Float32Array | Float64Array, term: TermCounts, weighing: Weighing): void {
  const { documents, norms, frequencies } = weighing;
  const rarity = Math.log(1 + (documents - term.documents + 0.5) / (term.documents + 0.5));
  const weight = term.words * rarity * (K1 + 1);
  const { places } = term;
  if (places instanceof Float32Array) {
    for (let unit = 0; unit < places.length; unit += 1) {
      const frequency = places[unit] as number;
      if (frequency === 0) continue;
      const score = (weight * frequency) / (frequency + (norms[unit] as number));
      scores[unit] = (scores[unit] as number) + score;
    }
    return;
  }
  for (const part of places) {
    const { units, counts } = part;
    for (let at = 0; at < units.length; at += 1) {
      const unit = units[at] as number;
      frequencies[unit] = (frequencies[unit] as number) + part.weight * (counts[at] as number);
    }
  }
  for (const { units } of places) {
    for (let at = 0; at < units.length; at += 1) {
      const unit = units[at] as number;
      const frequency = frequencies[unit] as number;
      // It was added already, from another field.
      if (frequency === 0) continue;
      frequencies[unit] = 0;
      const score = (weight * frequency) / (frequency + (norms[unit] as number));
      scores[unit] = (scores[unit] as number) + score;
    }
  }
}

function placesAsTerm(groups: Groups, unitOf: (group: number) => number): TermCounts {
  const { length } = groups.of;
  const units = new Uint32Array(length);
  const counts = new Uint32Array(length);
  for (let group = 0; group < length; group += 1) {
    units[group] = unitOf(group);
    counts[group] = sizeOf(groups, group);
  }
  return { words: 1, documents: length, places: [{ units, counts, weight: 1 }] };
}
