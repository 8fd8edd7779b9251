import { wholeNumber } from '../program.mjs';
import { readCorpus } from './corpus.mjs';
import { inventedNews } from './generate.mjs';

/**
 * The texts that a benchmark's options ask for: of `--corpus`, otherwise invented ones of `--chars` together
 * (1,000 for each article), by `--seed`.
 */
export async function newsFor(values, articles) {
  if (values.corpus !== undefined) return (await readCorpus(values.corpus)).values();
  const each = Number(values.chars ?? articles * 1000) / articles;
  return inventedNews(wholeNumber(values, 'seed'), each);
}
