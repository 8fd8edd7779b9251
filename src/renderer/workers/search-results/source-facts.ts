import type { SearchSource } from '@domain/search/source';

/** What is looked up for very many places, without going through the rows each time. */
interface SourceFacts {
  /** Of the articles' texts, in UTF-16 units. */
  lengths: Uint32Array;
  /** At least 1. */
  averageLength: number;
  /** What a note belongs to, as groups say it: its article's ordinal; of a loose note `-1 - ordinal`. */
  groupsOfNotes: Int32Array;
}

const known = new WeakMap<SearchSource, SourceFacts>();

/** Read from the rows once for each source. */
export function factsOf(source: SearchSource): SourceFacts {
  const before = known.get(source);
  if (before !== undefined) return before;
  const lengths = Uint32Array.from(source.articles, ({ length }) => length);
  let sum = 0;
  for (const length of lengths) sum += length;
  const facts = {
    lengths,
    averageLength: Math.max(1, sum) / Math.max(1, lengths.length),
    groupsOfNotes: Int32Array.from(source.notes, ({ article }, ordinal) =>
      article >= 0 ? article : -1 - ordinal,
    ),
  };
  known.set(source, facts);
  return facts;
}
