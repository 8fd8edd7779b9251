import type { Annotation, Article, ArticleText, Note, SourceFile, Tag } from '@domain/model';
import type { TextRevision } from '@domain/model-history';
import {
  annotationsOf,
  annotationsWithTag,
  byPlace,
  findAnnotations,
} from '@renderer/data/annotations';
import { findArticle, findArticles, findArticleText } from '@renderer/data/articles';
import { useLive, useLiveWithPauses } from '@renderer/data/live';
import { allNotes, noteOf, notesOf } from '@renderer/data/notes';
import { revisionsOf } from '@renderer/data/revisions';
import { findSourceFile } from '@renderer/data/sources';
import { allTags, findTags, tagCounts } from '@renderer/data/tags';
import { readSettings, type Settings } from './settings';

export { useArticleCount, useHasArticles, useTags } from './library';

/**
 * Stored data for the screen. Each hook answers `undefined` while it reads for the first time, and
 * again whenever the data changes, whoever changed it.
 */

export interface OpenArticle {
  article: Article;
  text: ArticleText;
  source: SourceFile | null;
  /** Every file that the article has a part of, in reading order. */
  parts: SourcePart[];
}

/** Lines (1-based, inclusive) of one of an article's files; `null` when its record is missing. */
export interface SourcePart {
  source: SourceFile | null;
  firstLine: number;
  lastLine: number;
}

/** An annotation with what hangs on it. */
export interface AnnotationView {
  annotation: Annotation;
  tags: Tag[];
  note: Note | null;
}

export interface TagView {
  tag: Tag;
  /** How many annotations carry it. */
  count: number;
}

/** A tagged passage with where it is from. */
export interface PassageView extends AnnotationView {
  article: Article;
}

/** A note with what it is on; all null for the archive's own. */
export interface NoteView {
  note: Note;
  annotation: Annotation | null;
  article: Article | null;
  /** What a memo is on. */
  tag: Tag | null;
}

/** `null` when there is no such article (any more). */
export function useOpenArticle(id: string): OpenArticle | null | undefined {
  return useLive(() => openArticle(id), [id]);
}

export async function openArticle(id: string): Promise<OpenArticle | null> {
  const [article, text] = await Promise.all([findArticle(id), findArticleText(id)]);
  if (article === null || text === null) return null;
  const { sourceFileId, firstLine, lastLine } = article;
  const source = await findSourceFile(sourceFileId);
  const parts: SourcePart[] = [];
  for (const part of article.parts ?? [{ sourceFileId, firstLine, lastLine }]) {
    const isOwn = part.sourceFileId === sourceFileId;
    const file = isOwn ? source : await findSourceFile(part.sourceFileId);
    parts.push({ source: file, firstLine: part.firstLine, lastLine: part.lastLine });
  }
  return { article, text, source, parts };
}

/** An article's annotations in text order. */
export async function annotationViews(articleId: string): Promise<AnnotationView[]> {
  return withTagsAndNotes(await annotationsOf(articleId));
}

export async function withTagsAndNotes(annotations: Annotation[]): Promise<AnnotationView[]> {
  const tagIds = [...new Set(annotations.flatMap((annotation) => annotation.tagIds))];
  const ids = annotations.map((annotation) => annotation.id);
  const [tags, notes] = await Promise.all([findTags(tagIds), notesOf(ids)]);
  const tagOf = new Map(tags.map((tag) => [tag.id, tag]));
  const noteFor = new Map(notes.map((note) => [note.targetId, note]));
  return annotations.map((annotation) => ({
    annotation,
    tags: annotation.tagIds.map((id) => tagOf.get(id)).filter((tag) => tag !== undefined),
    note: noteFor.get(annotation.id) ?? null,
  }));
}

export async function tagViews(): Promise<TagView[]> {
  const [tags, counts] = await Promise.all([allTags(), tagCounts()]);
  return tags.map((tag) => ({ tag, count: counts.get(tag.id) ?? 0 }));
}

const PASSAGE_TABLES = ['annotations', 'articles', 'notes', 'tags'];

/** All passages of a tag, by article (in the order of their import) and place. */
export function usePassagesOfTag(tagId: string): PassageView[] | undefined {
  return useLiveWithPauses(() => passagesOfTag(tagId), [tagId], PASSAGE_TABLES);
}

export async function passagesOfTag(tagId: string): Promise<PassageView[]> {
  const annotations = await annotationsWithTag(tagId);
  const articles = await articlesOf(annotations.map(({ articleId }) => articleId));
  annotations.sort((a, b) =>
    a.articleId === b.articleId ? byPlace(a, b) : a.articleId < b.articleId ? -1 : 1,
  );
  const views = await withTagsAndNotes(annotations);
  return views.flatMap((view) => {
    const article = articles.get(view.annotation.articleId);
    return article === undefined ? [] : [{ ...view, article }];
  });
}

/** Rows that are asked for at once. */
const PIECE = 500;

/** These articles by id, however often each is named; those that are gone are left out. */
async function articlesOf(ids: readonly string[]): Promise<Map<string, Article>> {
  const wanted = [...new Set(ids)];
  const found = new Map<string, Article>();
  for (let at = 0; at < wanted.length; at += PIECE) {
    for (const one of await findArticles(wanted.slice(at, at + PIECE))) found.set(one.id, one);
  }
  return found;
}

/** The changes of an article's text, the last one first. */
export function useTextRevisions(articleId: string): TextRevision[] | undefined {
  return useLive(() => textRevisions(articleId), [articleId]);
}

export function textRevisions(articleId: string): Promise<TextRevision[]> {
  return revisionsOf(articleId);
}

/** The note on a target; `null` when there is none. */
export function useNote(targetId: string): Note | null | undefined {
  return useLive(() => noteOf(targetId), [targetId]);
}

/** What is stored on a target at this moment; `null` when there is no note. */
export function readNote(targetId: string): Promise<Note | null> {
  return noteOf(targetId);
}

/** Every note, the one modified last first; none are read as long as they are not `wanted`. */
export function useNotes(wanted = true): NoteView[] | undefined {
  return useLiveWithPauses(async () => (wanted ? noteViews() : []), [wanted], PASSAGE_TABLES);
}

async function noteViews(): Promise<NoteView[]> {
  const [notes, tags] = await Promise.all([allNotes(), allTags()]);
  const tagOf = new Map(tags.map((tag) => [tag.id, tag]));
  const onPassages = notes.filter((note) => note.targetKind === 'annotation');
  const found = await findAnnotations(onPassages.map((note) => note.targetId));
  const annotations = new Map(found.map((annotation) => [annotation.id, annotation]));
  const onArticles = notes.filter((note) => note.targetKind === 'article');
  const articles = await articlesOf([
    ...onArticles.map((note) => note.targetId),
    ...found.map(({ articleId }) => articleId),
  ]);
  notes.sort((a, b) => (a.modified < b.modified ? 1 : -1));
  return notes.map((note) => {
    const annotation = annotations.get(note.targetId) ?? null;
    const articleId = annotation?.articleId ?? note.targetId;
    const tag = tagOf.get(note.targetId) ?? null;
    return { note, annotation, article: articles.get(articleId) ?? null, tag };
  });
}

export function useSettings(): Settings | undefined {
  return useLive(readSettings, []);
}
