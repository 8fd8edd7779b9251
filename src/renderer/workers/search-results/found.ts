import type { Evaluation } from '@domain/search/evaluation';
import { FOUND_FIELDS } from '@domain/search/evaluation';
import type { SearchSource } from '@domain/search/source';
import { FACET_KINDS } from '../search-types';

/** What a query found, and in what. */
export interface Found {
  source: SearchSource;
  evaluation: Evaluation;
}

const TITLE = FACET_KINDS.indexOf('title');
const NOTE = FACET_KINDS.indexOf('note');

const known = new WeakMap<Evaluation, Uint8Array>();

/** In what each place lies, as an index into `FACET_KINDS`; counted once for an evaluation. */
export function kindsOf({ source, evaluation }: Found): Uint8Array {
  const before = known.get(evaluation);
  if (before !== undefined) return before;
  const { fields, owners, starts } = evaluation;
  const kinds = new Uint8Array(fields.length);
  let article = -1;
  let paragraphs: ReturnType<SearchSource['paragraphs']> = [];
  let at = 0;
  for (let place = 0; place < kinds.length; place += 1) {
    const field = FOUND_FIELDS[fields[place] ?? 0];
    if (field === 'title') kinds[place] = TITLE;
    else if (field === 'note') kinds[place] = NOTE;
    else {
      const owner = owners[place] ?? 0;
      const start = starts[place] ?? 0;
      if (owner !== article) {
        article = owner;
        paragraphs = source.paragraphs(owner);
        at = 0;
      }
      // Passages come after the words of a text and begin from its front again.
      if (start < (paragraphs[at]?.start ?? 0)) at = 0;
      while (at + 1 < paragraphs.length && start >= (paragraphs[at + 1]?.start ?? 0)) at += 1;
      kinds[place] = FACET_KINDS.indexOf(paragraphs[at]?.kind ?? 'body');
    }
  }
  known.set(evaluation, kinds);
  return kinds;
}

/** The places that are to stay, and the articles and notes that satisfy the query. */
export function narrow(
  { fields, owners, starts, ends, terms }: Evaluation,
  keep: (place: number) => boolean,
  articles: Uint32Array,
  looseNotes: Uint32Array,
): Evaluation {
  const kept = new Uint32Array(fields.length);
  let count = 0;
  for (let place = 0; place < fields.length; place += 1) if (keep(place)) kept[count++] = place;
  const pick = (from: Uint32Array) => {
    const to = new Uint32Array(count);
    for (let at = 0; at < count; at += 1) to[at] = from[kept[at] ?? 0] ?? 0;
    return to;
  };
  const keptFields = new Uint8Array(count);
  for (let at = 0; at < count; at += 1) keptFields[at] = fields[kept[at] ?? 0] ?? 0;
  return {
    fields: keptFields,
    owners: pick(owners),
    starts: pick(starts),
    ends: pick(ends),
    articles,
    looseNotes,
    terms,
  };
}
