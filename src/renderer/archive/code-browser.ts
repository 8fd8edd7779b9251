import { type CodeQuery, selectUses } from '@domain/codebook/select';
import { withSubTags } from '@domain/codebook/tree';
import type { PassageOut } from '@domain/interchange/passages/passages';
import type { Annotation, ArticleText } from '@domain/model';
import { paragraphAt } from '@domain/search/exact';
import { sentenceAround } from '@domain/text/sentences';
import { byPlace, findAnnotations } from '@renderer/data/annotations';
import { allArticles, findArticleText } from '@renderer/data/articles';
import { useLive, useLiveWithPauses } from '@renderer/data/live';
import { allTags, tagUses } from '@renderer/data/tags';
import { type PassageView, withTagsAndNotes } from './queries';

/** Rows that are read before the window may draw again. */
const PIECE = 2000;

/** The passages that a query over tags wants, by article and place. */
export function useCodedPassages(query: CodeQuery): PassageView[] | undefined {
  const { include, exclude, match, subTags } = query;
  return useLiveWithPauses(
    () => codedPassages(query),
    [include.join(), exclude.join(), match, subTags],
  );
}

async function codedPassages(query: CodeQuery): Promise<PassageView[]> {
  const tags = await allTags();
  const { annotations: uses } = await tagUses(tags.map((tag) => tag.id));
  const ids = [...selectUses(query, uses, (id) => withSubTags(tags, id))];
  const articles = new Map((await allArticles()).map((article) => [article.id, article]));
  const views: PassageView[] = [];
  for (let at = 0; at < ids.length; at += PIECE) {
    const rows = await findAnnotations(ids.slice(at, at + PIECE));
    for (const view of await withTagsAndNotes(rows)) {
      const article = articles.get(view.annotation.articleId);
      if (article !== undefined) views.push({ ...view, article });
    }
    // A macrotask, in which the window draws and answers keys.
    await new Promise((resolve) => setTimeout(resolve, 0));
  }
  return views.sort(({ annotation: a }, { annotation: b }) =>
    a.articleId === b.articleId ? byPlace(a, b) : a.articleId < b.articleId ? -1 : 1,
  );
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
  views: readonly PassageView[],
  kind: ContextKind,
): Promise<PassageOut[]> {
  const out: PassageOut[] = [];
  const texts = new Map<string, ArticleText | null>();
  for (const { annotation, article, tags, note } of views) {
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
      note: note?.plain ?? '',
    });
  }
  return out;
}
