import { type CodeQuery, passageFilter } from '@domain/codebook/select';
import { withSubTags } from '@domain/codebook/tree';
import type { PassageOut } from '@domain/interchange/passages/passages';
import type { Annotation, ArticleText, Tag } from '@domain/model';
import { paragraphAt } from '@domain/search/exact';
import { sentenceAround } from '@domain/text/sentences';
import { findAnnotation, findAnnotations } from '@renderer/data/annotations';
import { findArticleText } from '@renderer/data/articles';
import type { AnnotationParts } from '@renderer/data/library-rows';
import { useLive } from '@renderer/data/live';
import { notesOf } from '@renderer/data/notes';
import { useMemo } from 'react';
import { type LibraryRow, type LibraryState, useLibrary } from './library';

/** Rows that are read at once. */
const PIECE = 500;

/** A passage with what the whole list needs of it; its words and its note are read where they are shown. */
export interface CodedView {
  annotation: AnnotationParts;
  article: LibraryRow;
  tags: readonly Tag[];
}

export interface CodedPassages {
  /** `undefined` while the library is read. */
  passages: readonly CodedView[] | undefined;
  /** How many articles have been read. */
  read: number;
  total: number;
}

/** The passages that a query over tags wants, by article and place. */
export function useCodedPassages(query: CodeQuery): CodedPassages {
  const library = useLibrary();
  const { rows = [], complete = false, tags = [], total = 0 } = library ?? {};
  const passages = useMemo(
    () => (complete ? codedPassages(query, rows, tags) : undefined),
    [query, rows, tags, complete],
  );
  return { passages, read: rows.length, total };
}

/** Of each article that was asked for; a row of the library is another one when any of it changes. */
const ofArticle = new WeakMap<LibraryRow, readonly CodedView[]>();

function codedPassages(
  query: CodeQuery,
  rows: readonly LibraryRow[],
  tags: LibraryState['tags'],
): CodedView[] {
  const wants = passageFilter(query, (id) => withSubTags(tags, id));
  const views: CodedView[] = [];
  for (const row of rows) {
    if (row.annotationCount === 0) continue;
    let all = ofArticle.get(row);
    if (all === undefined) {
      const tagOf = new Map(row.tags.map((tag) => [tag.id, tag]));
      all = row.annotations.map((annotation) => {
        const own = annotation.tagIds.flatMap((id) => tagOf.get(id) ?? []);
        return { annotation, article: row, tags: own };
      });
      ofArticle.set(row, all);
    }
    for (const view of all) {
      if (view.tags.length > 0 && wants(view.annotation.tagIds)) views.push(view);
    }
  }
  return views;
}

export type ContextKind = 'brief' | 'sentence' | 'paragraph';

/** A passage's words and those around it, which are empty where nothing is around. */
export interface PassageContext {
  annotation: Annotation;
  before: string;
  after: string;
  /** 1-based, of the paragraph that the passage begins in; 0 when it is not known. */
  paragraph: number;
}

/** Reads a passage and the words around it. `undefined` while it reads, `null` when it is gone. */
export function usePassageContext(
  { id, articleId }: AnnotationParts,
  kind: ContextKind,
): PassageContext | null | undefined {
  return useLive(async () => {
    const [annotation, stored] = await Promise.all([
      findAnnotation(id),
      findArticleText(articleId),
    ]);
    return annotation === null ? null : { annotation, ...contextIn(stored, annotation, kind) };
  }, [id, articleId, kind]);
}

function contextIn(
  stored: ArticleText | null,
  annotation: Annotation,
  kind: ContextKind,
): Omit<PassageContext, 'annotation'> {
  const { start, end, unplaced } = annotation;
  if (stored === null || unplaced === true) return { before: '', after: '', paragraph: 0 };
  const { text, paragraphs } = stored;
  const first = paragraphAt(paragraphs, start);
  const last = paragraphAt(paragraphs, end);
  const sentence = sentenceAround(text, start, end);
  const whole = { start: paragraphs[first]?.start ?? start, end: paragraphs[last]?.end ?? end };
  const around = kind === 'paragraph' ? whole : kind === 'sentence' ? sentence : { start, end };
  return {
    before: text.slice(Math.min(around.start, start), start),
    after: text.slice(end, Math.max(around.end, end)),
    paragraph: first + 1,
  };
}

/** Passages as they are copied and exported, with their paragraphs' numbers and the context wanted. */
export async function passagesOut(
  views: readonly CodedView[],
  kind: ContextKind,
): Promise<PassageOut[]> {
  const out: PassageOut[] = [];
  const ids = views.map(({ annotation }) => annotation.id);
  const notes = await plainNotes(ids);
  const stands = await wholeAnnotations(ids);
  const texts = new Map<string, ArticleText | null>();
  for (const { annotation: parts, article, tags } of views) {
    const annotation = stands.get(parts.id);
    if (annotation === undefined) continue;
    let stored = texts.get(article.id);
    if (stored === undefined) {
      stored = await findArticleText(article.id);
      // Groups by outlet or date come back to the same articles, but not to very many at once.
      if (texts.size > 200) texts.clear();
      texts.set(article.id, stored);
    }
    const { before, after, paragraph } = contextIn(stored, annotation, kind);
    out.push({
      article,
      paragraph,
      exact: annotation.exact,
      context: `${before}${annotation.exact}${after}`,
      tags: tags.map((tag) => tag.name),
      note: notes.get(annotation.id) ?? '',
    });
  }
  return out;
}

async function plainNotes(ids: string[]): Promise<Map<string, string>> {
  const notes = new Map<string, string>();
  for (let at = 0; at < ids.length; at += PIECE) {
    for (const { targetId, plain } of await notesOf(ids.slice(at, at + PIECE)))
      notes.set(targetId, plain);
  }
  return notes;
}

async function wholeAnnotations(ids: string[]): Promise<Map<string, Annotation>> {
  const found = new Map<string, Annotation>();
  for (let at = 0; at < ids.length; at += PIECE) {
    for (const one of await findAnnotations(ids.slice(at, at + PIECE))) found.set(one.id, one);
  }
  return found;
}
