import type { JoinableArticle } from '@domain/ingest/join-parts';
import type { Article, ArticleText } from '@domain/model';
import { countCodePoints } from '@domain/text/segments';

/** An article with its words, as something that can be joined. */
export function joinable(
  article: Article,
  { text, paragraphs }: Pick<ArticleText, 'text' | 'paragraphs'>,
): JoinableArticle {
  return { ...article, text, paragraphs };
}

/** The row of an article after parts were joined to it. */
export function joinedRow(article: Article, joined: JoinableArticle): Article {
  const { text, paragraphs, ...rest } = joined;
  const { openParts: _, ...plain } = article;
  return {
    ...plain,
    ...rest,
    characters: countCodePoints(text) - Math.max(0, paragraphs.length - 1),
    paragraphCount: paragraphs.length,
  };
}
