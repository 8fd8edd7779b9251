import { keywords } from '@domain/search/stats/keyness';
import { NgramCounter } from '@domain/search/stats/ngrams';
import { findAll } from './find';
import { eachText, everyArticle, type Job } from './job';
import { tokensIn } from './kept-words';
import { CAPACITY } from './ngrams';
import { alike, strongest } from './rows';
import type { Answer, Keyness, KeynessRequest } from './types';

/** The words by which the articles of one query differ from those of another, or from all others. */
export async function keyness(
  job: Job,
  { query, against, unit, size, least, narrowing }: KeynessRequest,
): Promise<Answer<Keyness>> {
  const answer = await findAll(job, [query], narrowing);
  if (answer.mistake !== null) return answer;
  const other = await findAll(job, [against]);
  if (other.mistake !== null) return other;
  const first = new Set(answer.found[0]?.articles);
  const everything = everyArticle(job.source);
  const second =
    against.trim() === ''
      ? new Set(everything.filter((article) => !first.has(article)))
      : new Set(other.found[0]?.articles);
  const articles = everything.filter((article) => first.has(article) || second.has(article));
  const count = async (rounds: number, round: number, only?: ReadonlySet<string>) => {
    const options = { unit, size, keyOf: alike, capacity: CAPACITY, ...(only && { only }) };
    const counters = [new NgramCounter(options), new NgramCounter(options)] as const;
    await eachText(job, { articles, rounds, round }, (text, article) => {
      const tokens = tokensIn(text, unit);
      if (first.has(article)) counters[0].add(tokens, article);
      if (second.has(article)) counters[1].add(tokens, article);
    });
    return counters;
  };
  let [a, b] = await count(1, 0);
  const lost = Math.max(a.lost, b.lost);
  if (lost > 0) [a, b] = await count(2, 1, new Set([...a.keys(), ...b.keys()]));
  const rows = keywords(a, b, least);
  return {
    mistake: null,
    articles: [first.size, second.size],
    totals: [a.total, b.total],
    shared: first.size + second.size - articles.length,
    lost,
    ...strongest(rows, (row) => Math.abs(row.ll)),
  };
}
