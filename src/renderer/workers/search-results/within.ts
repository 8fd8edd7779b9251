import { FOUND_FIELDS } from '@domain/search/evaluation';
import { type Found, narrow } from './found';

/** Only what lies in articles that an earlier query found too. */
export function inArticlesOf({ source, evaluation }: Found, earlier: Found): Found {
  const there = new Set(earlier.evaluation.articles);
  const { fields, owners, articles } = evaluation;
  const note = FOUND_FIELDS.indexOf('note');
  return {
    source,
    evaluation: narrow(
      evaluation,
      (place) => {
        const owner = owners[place] ?? 0;
        return there.has(fields[place] === note ? (source.notes[owner]?.article ?? -1) : owner);
      },
      articles.filter((article) => there.has(article)),
      new Uint32Array(),
    ),
  };
}
