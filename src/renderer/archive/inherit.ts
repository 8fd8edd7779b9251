import { type Article, METADATA_FIELDS } from '@domain/model';

/**
 * A new reading under the id of the article that it takes the place of; what the researcher wrote over
 * the metadata stays.
 */
export function inherit(fresh: Article, old: Article): Article {
  const article: Article = { ...fresh, id: old.id, created: old.created, authorId: old.authorId };
  for (const [field, value] of writtenOf(old)) write(article, field, value);
  return article;
}

/**
 * What an article takes over of those whose text it has now, besides the one whose id it has: their
 * tags, and what the researcher wrote where it has nothing.
 */
export function takeOver(fresh: Article, olds: readonly Article[]): Article {
  const article: Article = { ...fresh };
  for (const old of olds) {
    for (const [field, value] of writtenOf(old)) if (!article[field]) write(article, field, value);
  }
  const tagIds = [...new Set([fresh, ...olds].flatMap(({ tagIds = [] }) => tagIds))];
  return tagIds.length === 0 ? article : { ...article, tagIds };
}

type Field = (typeof METADATA_FIELDS)[number];

function writtenOf(old: Article): [Field, string][] {
  const { facts } = old;
  // Articles from before there were facts do not tell what was read and what was written.
  if (facts === undefined) return [];
  return METADATA_FIELDS.flatMap((field): [Field, string][] => {
    const value = old[field];
    return value && facts[field] === undefined ? [[field, value]] : [];
  });
}

function write(article: Article, field: Field, value: string): void {
  article[field] = value;
  if (article.facts === undefined) return;
  const { [field]: _, ...facts } = article.facts;
  article.facts = facts;
}
