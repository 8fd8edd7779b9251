import type { Annotation, Article, ArticleText, Paragraph } from '@domain/model';
import type { TextRevision } from '@domain/model-history';
import { linkKey, noteLinks, parseLinkKey } from '@domain/note/links';
import { countCodePoints } from '@domain/text/segments';
import { allAnnotations } from '@renderer/data/annotations';
import { allArticles, eachTextBatch } from '@renderer/data/articles';
import { sha256OfText, sha256OfTexts } from '@renderer/data/hash';
import { allNotes } from '@renderer/data/notes';
import { allRevisions } from '@renderer/data/revisions';
import { findSourceFile } from '@renderer/data/sources';
import { allTags } from '@renderer/data/tags';
import { ARCHIVE_TARGET_ID } from '@shared/ids';
import { faultOfKeptCatalog } from './check-catalog';
import { checkIndex } from './check-index';

export type ProblemKind =
  | 'text-missing'
  | 'text-without-article'
  | 'text-hash'
  | 'source-missing'
  | 'source-hash'
  | 'paragraphs'
  | 'parts'
  | 'counts'
  | 'annotation-without-article'
  | 'anchor'
  | 'tag-missing'
  | 'tag-parent'
  | 'note-without-target'
  | 'note-links'
  | 'link-missing'
  | 'revision'
  | 'search-index';

export interface Problem {
  kind: ProblemKind;
  /** The record that is wrong. */
  id: string;
  detail: string;
}

/** Something derived that does not fit the data; nothing is lost with it. */
export interface Remark {
  kind: 'search-catalog';
  detail: string;
}

export interface CheckResult {
  ok: boolean;
  articles: number;
  annotations: number;
  notes: number;
  tags: number;
  problems: Problem[];
  remarks: Remark[];
}

const BATCH = 500;

/** Reads everything and verifies every reference, count, hash and anchor. Changes nothing. */
export async function checkArchive(): Promise<CheckResult> {
  const problems: Problem[] = [];
  const report = (kind: ProblemKind, id: string, detail: string) => {
    problems.push({ kind, id, detail });
  };
  const [articles, annotations, notes, tags, revisions] = await Promise.all([
    allArticles(),
    allAnnotations(),
    allNotes(),
    allTags(),
    allRevisions(),
  ]);
  const articleOf = new Map(articles.map((article) => [article.id, article]));
  const byArticle = groupByArticle(annotations);
  const tagIds = new Set(tags.map((tag) => tag.id));
  const textless = new Set(articleOf.keys());

  await checkSources(articles, report);
  await eachTextBatch(BATCH, async (batch) => {
    const hashes = await sha256OfTexts(batch.map(({ text }) => text));
    for (const [index, stored] of batch.entries()) {
      if (stored.sha256 !== hashes[index]) report('text-hash', stored.articleId, '');
      textless.delete(stored.articleId);
      const article = articleOf.get(stored.articleId);
      if (article === undefined) report('text-without-article', stored.articleId, '');
      else checkText(article, stored, report);
      for (const annotation of byArticle.get(stored.articleId) ?? []) {
        checkAnchor(annotation, stored.text, report);
      }
    }
    return true;
  });
  for (const id of textless) report('text-missing', id, articleOf.get(id)?.title ?? '');
  for (const annotation of annotations) {
    if (!articleOf.has(annotation.articleId)) {
      report('annotation-without-article', annotation.id, annotation.articleId);
    }
    for (const tagId of annotation.tagIds) {
      if (!tagIds.has(tagId)) report('tag-missing', annotation.id, tagId);
    }
  }
  for (const { id, tagIds: own = [] } of articles) {
    for (const tagId of own) if (!tagIds.has(tagId)) report('tag-missing', id, tagId);
  }
  for (const tag of tags) {
    if (tag.parentId !== null && !tagIds.has(tag.parentId)) report('tag-parent', tag.id, tag.name);
  }
  const annotationIds = new Set(annotations.map((annotation) => annotation.id));
  const targets = {
    annotation: annotationIds,
    article: articleOf,
    tag: tagIds,
    archive: new Set([ARCHIVE_TARGET_ID]),
  };
  const linked = { ...targets, note: new Set(notes.map((note) => note.id)) };
  for (const note of notes) {
    const links = noteLinks(note.doc);
    if (links.join() !== (note.links ?? []).join()) report('note-links', note.id, '');
    for (const target of links.map(parseLinkKey)) {
      if (target !== null && !linked[target.kind].has(target.id))
        report('link-missing', note.id, linkKey(target));
    }
    if (!targets[note.targetKind].has(note.targetId)) {
      report('note-without-target', note.id, `${note.targetKind} ${note.targetId}`);
    }
  }
  for (const revision of revisions) {
    const wrong = await faultOfRevision(revision, articleOf);
    if (wrong !== null) report('revision', revision.id, wrong);
  }
  await checkIndex((id, detail) => report('search-index', id, detail));
  const fault = await faultOfKeptCatalog();
  return {
    ok: problems.length === 0,
    articles: articles.length,
    annotations: annotations.length,
    notes: notes.length,
    tags: tags.length,
    problems,
    remarks: fault === null ? [] : [{ kind: 'search-catalog', detail: fault }],
  };
}

/** What is wrong with a revision; an annotation of its effects may have been deleted since. */
async function faultOfRevision(
  { articleId, before, edits }: TextRevision,
  articles: ReadonlyMap<string, Article>,
): Promise<string | null> {
  if (!articles.has(articleId)) return `article ${articleId}`;
  if ((await sha256OfText(before.text)) !== before.sha256) return 'hash of the text before';
  if (!areContiguous(before.paragraphs, before.text)) return 'paragraphs of the text before';
  let at = 0;
  for (const { start, end } of edits) {
    if (start < at || end < start || end > before.text.length) return `edit ${start}–${end}`;
    at = end;
  }
  return null;
}

function groupByArticle(annotations: Annotation[]): Map<string, Annotation[]> {
  const groups = new Map<string, Annotation[]>();
  for (const annotation of annotations) {
    const group = groups.get(annotation.articleId);
    if (group === undefined) groups.set(annotation.articleId, [annotation]);
    else group.push(annotation);
  }
  return groups;
}

type Report = (kind: ProblemKind, id: string, detail: string) => void;

async function checkSources(articles: Article[], report: Report): Promise<void> {
  const ids = articles.flatMap(({ sourceFileId, partFileIds = [] }) => [
    sourceFileId,
    ...partFileIds,
  ]);
  for (const id of new Set(ids)) {
    const source = await findSourceFile(id);
    if (source === null) report('source-missing', id, '');
    else if (!/^[0-9a-f]{64}$/.test(source.sha256)) report('source-hash', id, source.name);
  }
}

function checkText(article: Article, { text, paragraphs }: ArticleText, report: Report): void {
  if (!areContiguous(paragraphs, text)) report('paragraphs', article.id, article.title);
  const files = new Set([article.sourceFileId, ...(article.partFileIds ?? [])]);
  const named = [
    ...(article.parts ?? []),
    ...paragraphs.flatMap(({ continues = [] }) => continues),
  ].map(({ sourceFileId }) => sourceFileId);
  for (const { sourceFileId } of paragraphs) if (sourceFileId) named.push(sourceFileId);
  if (named.some((id) => !files.has(id))) report('parts', article.id, article.title);
  const characters = countCodePoints(text) - Math.max(0, paragraphs.length - 1);
  if (article.paragraphCount !== paragraphs.length || article.characters !== characters) {
    report('counts', article.id, article.title);
  }
}

/** Whether the paragraphs, one `\n` apart, are exactly the text. */
function areContiguous(paragraphs: Paragraph[], text: string): boolean {
  let at = 0;
  for (const [index, { start, end }] of paragraphs.entries()) {
    if (index > 0 && text[at - 1] !== '\n') return false;
    if (start !== at || end < start) return false;
    at = end + 1;
  }
  return paragraphs.length === 0 ? text === '' : at - 1 === text.length;
}

function checkAnchor(annotation: Annotation, text: string, report: Report): void {
  if (annotation.unplaced) return;
  if (text.slice(annotation.start, annotation.end) !== annotation.exact) {
    report('anchor', annotation.id, annotation.exact);
  }
}
