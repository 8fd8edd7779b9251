import type { SearchSource } from '@domain/search/source';
import { CollocateCounter } from '@domain/search/stats/collocates';
import { TokenCounter } from '@domain/search/stats/counts';
import type { TokenUnit } from '@domain/search/stats/tokens';
import { articlesLeft, findAll, PlacesByArticle } from './find';
import { eachText, everyArticle, type Job } from './job';
import { tokensIn } from './kept-words';
import { alike, strongest } from './rows';
import { haveSameWords } from './same-words';
import type { Answer, Collocates, CollocatesRequest } from './types';

/** What stands near the places of a query. */
export async function collocates(
  job: Job,
  { query, unit, window, reference, least, narrowing }: CollocatesRequest,
): Promise<Answer<Collocates>> {
  const answer = await findAll(job, [query], narrowing);
  if (answer.mistake !== null) return answer;
  const left = await articlesLeft(job, narrowing);
  if (left.mistake !== null) return left;
  const [evaluation] = answer.found;
  if (evaluation === undefined) throw new RangeError('one query, one evaluation');
  const places = new PlacesByArticle(evaluation);
  const compared = {
    archive: everyArticle(job.source),
    narrowed: left.articles,
    found: evaluation.articles,
  }[reference];
  const counter = new CollocateCounter(window, alike);
  const known = reference === 'archive' ? knownCounts(job.source, unit) : null;
  const all = known ?? new TokenCounter(alike);
  // One walk serves both when the frequencies have to be counted.
  const walked = known === null ? compared : places.articles();
  await eachText(job, { articles: walked }, (text, article, field) => {
    const near = places.of(article, field);
    if (near.length === 0 && known !== null) return;
    const tokens = tokensIn(text, unit);
    if (known === null) all.add(tokens);
    if (near.length > 0) counter.add(tokens, near, article);
  });
  if (reference === 'archive' && known === null) keepCounts(job.source, unit, all);
  const { rows, ...table } = counter.table(all, least);
  return {
    mistake: null,
    ...table,
    articles: evaluation.articles.length,
    ...strongest(rows, (row) => row.ll),
  };
}

/** Different words that are kept from one question to the next. */
const KEPT_WORDS = 400_000;
/** The archive's counts, until a title or a text changes. */
let kept: { source: SearchSource; counts: Map<TokenUnit, TokenCounter> } | null = null;

function knownCounts(source: SearchSource, unit: TokenUnit): TokenCounter | null {
  if (kept === null || !haveSameWords(kept.source, source)) return null;
  // The older one need not be held for it.
  kept.source = source;
  return kept.counts.get(unit) ?? null;
}

function keepCounts(source: SearchSource, unit: TokenUnit, counts: TokenCounter): void {
  if (counts.counts.size > KEPT_WORDS) return;
  const others = kept?.source === source ? kept.counts : [];
  kept = { source, counts: new Map([...others, [unit, counts]]) };
}
