import { NEARLY_SAME, similarity } from '@domain/similar/similarity';
import { findArticle, findArticleText } from '@renderer/data/articles';
import type { Duplicate, DuplicateCandidate } from '../import-types';

/** The candidate that a text is most like, `null` when it is nearly the same as none. */
export async function compareCandidates(
  text: string,
  candidates: readonly DuplicateCandidate[],
): Promise<Duplicate | null> {
  let best: Duplicate | null = null;
  for (const candidate of candidates) {
    const found = await compare(text, candidate);
    if (found && found.similarity > (best?.similarity ?? 0)) best = found;
    if (best?.similarity === 1) break;
  }
  return best;
}

async function compare(
  text: string,
  { articleId, title, estimate }: DuplicateCandidate,
): Promise<Duplicate | null> {
  if (articleId === null) return { articleId, title, similarity: round(estimate) };
  const [article, stored] = await Promise.all([findArticle(articleId), findArticleText(articleId)]);
  // Deleted since, or its fingerprint is of another version of the text.
  if (article === null || stored === null) return null;
  const value = similarity(stored.text, text);
  return value < NEARLY_SAME ? null : { articleId, title: article.title, similarity: round(value) };
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
