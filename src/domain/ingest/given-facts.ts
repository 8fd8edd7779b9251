import type { MetadataField } from '@domain/model';
import { normaliseGivenDate } from './front-facts';
import type { ReconstructedArticle } from './types';

/** What a file of several articles says of itself and may hold for each of them. */
const SHARED: readonly MetadataField[] = ['outlet', 'date', 'issue'];

/**
 * Writes what is known from outside the text (meta tags, columns) into the articles. It wins over
 * what a lone article prints, unless that only says the same more precisely; of several articles it
 * fills what is missing. Titles are found earlier (`settleTitle`). Changes `articles`.
 */
export function applyGivenFacts(
  articles: readonly ReconstructedArticle[],
  facts: Partial<Record<MetadataField, string>>,
): void {
  const isLone = articles.length === 1;
  for (const [name, given] of Object.entries(facts)) {
    const field = name as MetadataField;
    const value = field === 'date' ? normaliseGivenDate(given) : given.trim();
    if (value === '' || field === 'title') continue;
    for (const article of articles) {
      const read = article[field] ?? '';
      if (isLone ? refines(field, read, value) : read !== '' || !SHARED.includes(field)) continue;
      article[field] = value;
      article.facts[field] = { rule: 'file-metadata', line: null, confidence: isLone ? 0.95 : 0.5 };
    }
  }
}

/** Whether the printed value says what is given and more: the day of the month, all the authors. */
function refines(field: MetadataField, read: string, given: string): boolean {
  if (field === 'date') return read.length > given.length && read.startsWith(given);
  if (field === 'byline') return read.length > given.length && read.includes(given);
  return false;
}
