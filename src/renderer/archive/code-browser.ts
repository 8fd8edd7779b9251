import { type CodeQuery, selectUses } from '@domain/codebook/select';
import { withSubTags } from '@domain/codebook/tree';
import type { PassageOut } from '@domain/interchange/passages/passages';
import type { Annotation, Article, ArticleText, Tag } from '@domain/model';
import { paragraphAt } from '@domain/search/exact';
import { sentenceAround } from '@domain/text/sentences';
import {
  annotationsAfter,
  byPlace,
  countAnnotations,
  findAnnotations,
} from '@renderer/data/annotations';
import { allArticles, findArticleText } from '@renderer/data/articles';
import { useLive, useLiveWithPauses } from '@renderer/data/live';
import { notesOf } from '@renderer/data/notes';
import { allTags, tagUses } from '@renderer/data/tags';
import { useState } from 'react';

/** Rows that are read before the window may draw again. */
const PIECE = 4000;
/** Where more than this share of all annotations is wanted, reading them all is quicker. */
const MANY = 0.2;

/** A passage with what the whole list needs of it; its note is read where it is shown. */
export interface CodedView {
  annotation: Annotation;
  article: Article;
  tags: Tag[];
}

export interface CodedPassages {
  /** `undefined` while they are read for the first time. */
  passages: CodedView[] | undefined;
  /** How many of them have been read. */
  read: number;
  total: number;
}

/** The passages that a query over tags wants, by article and place. */
export function useCodedPassages(query: CodeQuery): CodedPassages {
  const { include, exclude, match, subTags } = query;
  const [progress, setProgress] = useState({ read: 0, total: 0 });
  const passages = useLiveWithPauses(
    () => codedPassages(query, (read, total) => setProgress({ read, total })),
    [include.join(), exclude.join(), match, subTags],
    ['annotations', 'articles', 'tags'],
  );
  return { passages, ...progress };
}

async function codedPassages(
  query: CodeQuery,
  onProgress: (read: number, total: number) => void,
): Promise<CodedView[]> {
  const tags = await allTags();
  const { annotations: uses } = await tagUses(tags.map((tag) => tag.id));
  const ids = selectUses(query, uses, (id) => withSubTags(tags, id));
  const known = new Map((await allArticles()).map((article) => [article.id, article]));
  const tagOf = new Map(tags.map((tag) => [tag.id, tag]));
  const views: CodedView[] = [];
  for await (const rows of piecesOf(ids)) {
    for (const annotation of rows) {
      const article = known.get(annotation.articleId);
      if (article === undefined) continue;
      const own = annotation.tagIds.flatMap((id) => tagOf.get(id) ?? []);
      views.push({ annotation, article, tags: own });
    }
    if (ids.size > PIECE) onProgress(views.length, ids.size);
    // A macrotask, in which the window draws and answers keys.
    await new Promise((resolve) => setTimeout(resolve, 0));
  }
  return views.sort(({ annotation: a }, { annotation: b }) =>
    a.articleId === b.articleId ? byPlace(a, b) : a.articleId < b.articleId ? -1 : 1,
  );
}

async function* piecesOf(ids: ReadonlySet<string>): AsyncGenerator<Annotation[]> {
  if (ids.size < PIECE || ids.size < MANY * (await countAnnotations())) {
    const all = [...ids];
    for (let at = 0; at < all.length; at += PIECE / 2)
      yield findAnnotations(all.slice(at, at + PIECE / 2));
    return;
  }
  let last = '';
  for (;;) {
    const rows = await annotationsAfter(last, PIECE);
    yield rows.filter((row) => ids.has(row.id));
    if (rows.length < PIECE) return;
    last = rows.at(-1)?.id ?? last;
  }
}

export type ContextKind = 'brief' | 'sentence' | 'paragraph';

/** The words around a passage: `before` and `after` are empty where nothing is around. */
export interface PassageContext {
  before: string;
  after: string;
  /** 1-based, of the paragraph that the passage begins in; 0 when it is not known. */
  paragraph: number;
}

/** Reads the words around a passage from its article. `undefined` while it reads. */
export function usePassageContext(
  annotation: Annotation,
  kind: ContextKind,
): PassageContext | undefined {
  const { articleId, start, end } = annotation;
  return useLive(
    async () => contextIn(await findArticleText(articleId), annotation, kind),
    [articleId, start, end, kind],
  );
}

function contextIn(
  stored: ArticleText | null,
  annotation: Annotation,
  kind: ContextKind,
): PassageContext {
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
  const notes = await plainNotes(views.map(({ annotation }) => annotation.id));
  const texts = new Map<string, ArticleText | null>();
  for (const { annotation, article, tags } of views) {
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
