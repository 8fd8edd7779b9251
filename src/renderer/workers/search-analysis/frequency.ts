import type { Evaluation } from '@domain/search/evaluation';
import type { SearchArticle } from '@domain/search/source';
import { type Bin, type BinCount, binOf, orderBins } from '@domain/search/stats/frequency';
import { articlesLeft, findAll, PlacesByArticle } from './find';
import { type Job, stopIfTold } from './job';
import type { Answer, Frequency, FrequencyRequest } from './types';

/** How often queries occur by year, quarter, month or outlet. */
export async function frequency(
  job: Job,
  { queries, by, narrowing }: FrequencyRequest,
): Promise<Answer<Frequency>> {
  const answer = await findAll(job, queries, narrowing);
  if (answer.mistake !== null) return answer;
  const left = await articlesLeft(job, narrowing);
  if (left.mistake !== null) return left;
  stopIfTold(job.signal);
  const { articles } = job.source;
  const byKey = new Map<string, Bin>();
  for (const ordinal of left.articles) {
    const article = articles[ordinal];
    if (article === undefined) continue;
    const key = binOf(article, by);
    const bin = byKey.get(key) ?? { key, articles: 0, characters: 0 };
    byKey.set(key, {
      key,
      articles: bin.articles + 1,
      characters: bin.characters + charactersOf(article),
    });
  }
  const bins = orderBins([...byKey.values()], by);
  const place = new Map(bins.map(({ key }, index) => [key, index]));
  const series = answer.found.map((evaluation, index) => ({
    query: queries[index] ?? '',
    counts: countByBin(evaluation, articles, bins.length, (article) =>
      place.get(binOf(article, by)),
    ),
  }));
  return { mistake: null, bins, series };
}

function countByBin(
  evaluation: Evaluation,
  articles: readonly SearchArticle[],
  bins: number,
  binIndexOf: (article: SearchArticle) => number | undefined,
): BinCount[] {
  const counts = Array.from({ length: bins }, () => ({ places: 0, found: 0, foundCharacters: 0 }));
  const places = new PlacesByArticle(evaluation);
  for (const ordinal of evaluation.articles) {
    const article = articles[ordinal];
    const count = article === undefined ? undefined : counts[binIndexOf(article) ?? -1];
    if (article === undefined || count === undefined) continue;
    count.places += places.count(ordinal);
    count.found += 1;
    count.foundCharacters += charactersOf(article);
  }
  return counts;
}

function charactersOf({ title, length }: SearchArticle): number {
  return title.length + length;
}
