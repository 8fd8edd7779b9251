import { NgramCounter } from '@domain/search/stats/ngrams';
import { articlesOf } from './find';
import { eachText, type Job } from './job';
import { tokensIn } from './kept-words';
import { alike, strongest } from './rows';
import type { Answer, Ngrams, NgramsRequest } from './types';

/** Different sequences that are held at once, some 60 MB. */
export const CAPACITY = 400_000;

/** The most frequent sequences of characters or words in the articles of a query, or in all. */
export async function ngrams(
  job: Job,
  { query, unit, size, least, narrowing }: NgramsRequest,
): Promise<Answer<Ngrams>> {
  const answer = await articlesOf(job, query, narrowing);
  if (answer.mistake !== null) return answer;
  const { articles } = answer;
  const count = async (rounds: number, round: number, only?: ReadonlySet<string>) => {
    const counter = new NgramCounter({
      unit,
      size,
      keyOf: alike,
      capacity: CAPACITY,
      ...(only && { only }),
    });
    await eachText(job, { articles, rounds, round }, (text, article) =>
      counter.add(tokensIn(text, unit), article),
    );
    return counter;
  };
  let counter = await count(1, 0);
  const { lost } = counter;
  if (lost > 0) counter = await count(2, 1, counter.keys());
  return {
    mistake: null,
    articles: articles.length,
    total: counter.total,
    lost,
    ...strongest(counter.table(least), (row) => row.count),
  };
}
