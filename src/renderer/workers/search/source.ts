import { type ScanRows, ScanSource } from '@domain/search/query';
import type { SearchSource } from '@domain/search/source';
import { allAnnotations } from '@renderer/data/annotations';
import { allArticles, eachTextBatch, findArticleTexts } from '@renderer/data/articles';
import { onArchiveChange } from '@renderer/data/live';
import { allNotes } from '@renderer/data/notes';
import { allTags } from '@renderer/data/tags';

let known: Promise<SearchSource> | null = null;
let watched = false;

/** What queries are answered from now. It is the same object until the archive changes. */
export function currentSource(): Promise<SearchSource> {
  if (!watched) {
    onArchiveChange(() => {
      known = null;
    });
    watched = true;
  }
  known ??= scanSource();
  return known;
}

const BATCH = 500;

/** Reads the archive for a plain scan: what is small at once, the texts as they are asked for. */
async function scanSource(): Promise<SearchSource> {
  const [articles, notes, tags, annotations] = await Promise.all([
    allArticles(),
    allNotes(),
    allTags(),
    allAnnotations(),
  ]);
  const ordinals = new Map(articles.map(({ id }, ordinal) => [id, ordinal]));
  const articleOf = new Map(annotations.map(({ id, articleId }) => [id, articleId]));
  const paragraphs: ReturnType<ScanRows['paragraphs']>[] = articles.map(() => []);
  const lengths = new Uint32Array(articles.length);
  await eachTextBatch(BATCH, (batch) => {
    for (const row of batch) {
      const ordinal = ordinals.get(row.articleId);
      if (ordinal === undefined) continue;
      paragraphs[ordinal] = row.paragraphs.map(({ kind, start, end }) => ({ kind, start, end }));
      lengths[ordinal] = row.text.length;
    }
    return true;
  });
  const articleOfNote = (kind: string, targetId: string) => {
    const id = kind === 'annotation' ? (articleOf.get(targetId) ?? '') : targetId;
    return ordinals.get(id) ?? -1;
  };
  return new ScanSource({
    articles: articles.map(({ id, title, outlet, date, byline, page, tagIds = [] }, ordinal) => ({
      id,
      title,
      outlet,
      date,
      byline,
      page,
      length: lengths[ordinal] ?? 0,
      tagIds,
    })),
    notes: notes.map(({ id, targetKind, targetId }) => ({
      id,
      targetKind,
      targetId,
      article: articleOfNote(targetKind, targetId),
    })),
    tags: tags.map(({ id, name, parentId }) => ({ id, name, parentId })),
    passages: annotations
      .filter(({ unplaced }) => unplaced !== true)
      .map(({ id, articleId, start, end, tagIds, color }) => ({
        id,
        article: ordinals.get(articleId) ?? -1,
        start,
        end,
        tagIds,
        isHighlighted: color !== null,
      }))
      .filter(({ article }) => article >= 0),
    texts: async (field, owners) => {
      if (field === 'note') return Array.from(owners, (owner) => notes[owner]?.plain ?? '');
      const rows = await findArticleTexts(Array.from(owners, (owner) => articles[owner]?.id ?? ''));
      return rows.map((row) => row?.text ?? '');
    },
    paragraphs: (article) => paragraphs[article] ?? [],
  });
}
