import { ScanSource } from '@domain/search/query';
import type { SearchSource } from '@domain/search/source';
import { allArticles, findArticleTexts } from '@renderer/data/articles';

/** The articles as they are now, by a plain scan. */
export async function currentSource(): Promise<SearchSource> {
  const articles = await allArticles();
  return new ScanSource({
    articles: articles.map(({ id, title, outlet, date, byline, page, characters, ...rest }) => ({
      id,
      title,
      outlet,
      date,
      byline,
      page,
      length: characters,
      tagIds: rest.tagIds ?? [],
    })),
    notes: [],
    tags: [],
    passages: [],
    async texts(field, owners) {
      if (field === 'note') return [];
      return findArticleTexts(Array.from(owners, (owner) => articles[owner]?.id ?? ''));
    },
    paragraphs: () => [],
  });
}
