import { applyEdits, invertEdits, type TextEdits } from '@domain/anchor/edits';
import { type MappedAnnotations, mapAnnotations, mapParagraphs } from '@domain/anchor/map-edits';
import { stepBack } from '@domain/anchor/step-back';
import { tidyEdits } from '@domain/anchor/tidy-edits';
import type { Article, ArticleText, Paragraph } from '@domain/model';
import type { TextRevision } from '@domain/model-history';
import { countCodePoints } from '@domain/text/segments';
import { findArticle, findArticleText } from '@renderer/data/articles';
import { sha256OfText } from '@renderer/data/hash';
import type { Journal } from '@renderer/data/journal';
import { changed, newStamp } from '@renderer/data/records';
import { findRevision, revisionsOf } from '@renderer/data/revisions';
import type { Tables } from '@renderer/data/tables';
import { ZhaijiError } from '@shared/errors';
import { commit } from './history';
import { annotationsOn } from './move-annotations';
import { putFingerprint } from './put-fingerprint';

/**
 * Corrects an article's text as one reversible write: every annotation goes with its words, and a
 * revision keeps the text before and what became of each.
 *
 * @param edits of the stored text, in order and without overlap; UTF-16 units, end exclusive
 * @param base SHA-256 of the text that the edits are of; the stored one's when missing
 * @returns `null` when nothing is changed by it
 * @throws ZhaijiError `article-missing`, `range-invalid`, `text-changed`, `text-empty`
 */
export async function correctText(
  articleId: string,
  edits: TextEdits,
  base?: string,
): Promise<TextRevision | null> {
  const { stored } = await requireText(articleId);
  if (base !== undefined && base !== stored.sha256) throw new ZhaijiError('text-changed');
  requireEdits(stored.text, edits);
  const tidied = tidyEdits(stored.text, edits);
  if (tidied.length === 0) return null;
  const text = applyEdits(stored.text, tidied);
  if (text.trim() === '') throw new ZhaijiError('text-empty', articleId);
  const inverse = invertEdits(stored.text, tidied);
  const paragraphs = mapParagraphs(stored.paragraphs, text, inverse);
  const next = { articleId, text, sha256: await sha256OfText(text), paragraphs };
  return commit({ name: 'correct-text', count: 1 }, async (journal) => {
    const article = await requireSame(articleId, stored, journal.tables);
    const mapped = mapAnnotations(await annotationsOn(journal, articleId), text, tidied);
    return write(journal, { article, stored, next, cause: 'edit', edits: [...tidied], mapped });
  });
}

/**
 * Brings back the text from before a revision, with the annotations at the places they had then;
 * itself a revision, and reversible.
 *
 * @returns `null` when the text is that one already
 * @throws ZhaijiError `revision-missing`, `article-missing`, `text-changed`
 */
export async function restoreText(revisionId: string): Promise<TextRevision | null> {
  const wanted = await findRevision(revisionId);
  if (wanted === null) throw new ZhaijiError('revision-missing', revisionId);
  const { articleId, before } = wanted;
  const { stored } = await requireText(articleId);
  if (stored.sha256 === before.sha256) return null;
  return commit({ name: 'restore-text', count: 1 }, async (journal) => {
    const article = await requireSame(articleId, stored, journal.tables);
    const all = await revisionsOf(articleId, journal.tables);
    const since = all.slice(0, all.findIndex(({ id }) => id === revisionId) + 1);
    const rows = await annotationsOn(journal, articleId);
    const { edits, ...mapped } = stepBack(stored.text, rows, since);
    const next: ArticleText = { articleId, ...before };
    return write(journal, { article, stored, next, cause: 'restore', edits, mapped });
  });
}

interface Correction {
  article: Article;
  stored: ArticleText;
  next: ArticleText;
  cause: TextRevision['cause'];
  edits: TextRevision['edits'];
  mapped: MappedAnnotations;
}

async function write(journal: Journal, correction: Correction): Promise<TextRevision> {
  const { article, stored, next, cause, edits, mapped } = correction;
  await journal.put('articleTexts', next);
  await journal.put('articles', changed(article, countsOf(next.text, next.paragraphs)));
  for (const { annotation, anchor } of mapped.changes) {
    const { unplaced, ...placed } = annotation;
    await journal.put(
      'annotations',
      anchor === null ? changed(annotation, { unplaced: true }) : changed(placed, anchor),
    );
  }
  await putFingerprint(journal, article, next.text);
  const revision: TextRevision = {
    ...newStamp(),
    articleId: article.id,
    cause,
    before: beforeOf(stored),
    edits,
    effects: mapped.effects,
  };
  await journal.put('textRevisions', revision);
  return revision;
}

/**
 * Keeps the text before, when another one takes its place as a whole (read again, replaced), with what
 * that did to its annotations.
 */
export async function keepRevision(
  journal: Journal,
  stored: ArticleText,
  next: ArticleText,
  { cause, effects }: Pick<TextRevision, 'effects'> & { cause: 're-import' | 'replace' },
): Promise<void> {
  if (stored.sha256 === next.sha256) return;
  const before = beforeOf(stored);
  const { articleId } = stored;
  const revision = { ...newStamp(), articleId, cause, before, edits: [], effects };
  await journal.put('textRevisions', revision);
}

/**
 * Keeps the text of an article that becomes part of another in that one's history, if it was ever
 * corrected: what is read again has none of it.
 */
export async function keepCorrected(
  journal: Journal,
  stored: ArticleText,
  heirId: string,
  effects: TextRevision['effects'],
): Promise<void> {
  if ((await revisionsOf(stored.articleId, journal.tables)).length === 0) return;
  const [before, edits] = [beforeOf(stored), []];
  const revision = { articleId: heirId, cause: 're-import' as const, before, edits, effects };
  await journal.put('textRevisions', { ...newStamp(), ...revision });
}

function beforeOf({ text, sha256, paragraphs }: ArticleText): TextRevision['before'] {
  return { text, sha256, paragraphs };
}

function countsOf(text: string, paragraphs: readonly Paragraph[]) {
  const characters = countCodePoints(text) - Math.max(0, paragraphs.length - 1);
  return { characters, paragraphCount: paragraphs.length };
}

async function requireText(articleId: string, tables?: Tables) {
  const article = await findArticle(articleId, tables);
  const stored = await findArticleText(articleId, tables);
  if (!article || !stored) throw new ZhaijiError('article-missing', articleId);
  return { article, stored };
}

/** What was worked out before the write must still hold in it. */
async function requireSame(id: string, { sha256 }: ArticleText, tables: Tables): Promise<Article> {
  const { article, stored } = await requireText(id, tables);
  if (stored.sha256 !== sha256) throw new ZhaijiError('text-changed');
  return article;
}

function requireEdits(text: string, edits: TextEdits): void {
  let at = 0;
  for (const edit of edits) {
    const isRange = edit.start >= at && edit.start <= edit.end && edit.end <= text.length;
    const cuts = [text.slice(0, edit.start), text.slice(edit.end), edit.text];
    if (!isRange || cuts.some((cut) => /\p{Cs}/u.test(cut))) {
      throw new ZhaijiError('range-invalid', `${edit.start}–${edit.end} / ${text.length}`);
    }
    at = edit.end;
  }
}
