import { type JoinableArticle, joinParts } from '@domain/ingest/join-parts';
import { matchParts, type OpenArticle, type PartPair } from '@domain/ingest/match-parts';
import { setOfPath } from '@domain/ingest/page-of-path';
import type { Article, ArticleText, OpenPart, SourceFingerprints } from '@domain/model';
import {
  type Fingerprint,
  fingerprintOf,
  packFingerprints,
  unpackFingerprints,
} from '@domain/similar/fingerprint';
import { findArticle, findArticleText, openArticles } from '@renderer/data/articles';
import { sha256OfText } from '@renderer/data/hash';
import type { Journal } from '@renderer/data/journal';
import { changed } from '@renderer/data/records';
import { findSourceFile } from '@renderer/data/sources';
import { commit } from './history';
import type { ImportLine, JoinedPart } from './import/report';
import { leadLinks } from './join-notes';
import { joinable, joinedRow } from './joined-row';
import { moveAnnotations } from './move-annotations';

/** Names a mark in a file, so that a pair is the same before and after the files are stored. */
export function markKey(sha256: string, part: OpenPart): string {
  return `${sha256}:${part.line}:${part.to}`;
}

/** Names a pair by its two marks. */
export function pairKey(first: string, second: string): string {
  return `${first} ${second}`;
}

/** An article of the archive with open marks, and the file that holds each. */
export interface StoredOpen extends OpenArticle {
  article: Article;
  /** By the source file's id: its hash and name. */
  files: ReadonlyMap<string, { sha256: string; name: string }>;
}

/** The articles of the archive with open marks. `paths` are this import's files by their hash. */
export async function storedOpen(paths: ReadonlyMap<string, string>): Promise<StoredOpen[]> {
  const found: StoredOpen[] = [];
  for (const article of await openArticles()) {
    const files = new Map<string, { sha256: string; name: string }>();
    for (const id of [article.sourceFileId, ...(article.partFileIds ?? [])]) {
      const source = await findSourceFile(id);
      if (source !== null) files.set(id, { sha256: source.sha256, name: source.name });
    }
    const path = [...files.values()].map(({ sha256 }) => paths.get(sha256)).find(Boolean);
    found.push({
      key: article.id,
      source: article.sourceFileId,
      set: path === undefined ? null : setOfPath(path),
      title: article.title,
      titleSource: article.facts?.title,
      outlet: article.outlet,
      date: article.date,
      openParts: article.openParts ?? [],
      article,
      files,
    });
  }
  return found;
}

/**
 * Joins the articles that this import's files continue from one another, or from files that were
 * imported before: each joined article is one reversible write. `wanted` names the pairs (`pairKey`)
 * that may be joined; without it all are. `lines` are those that may join (`whichMayJoin`); they are
 * told what was joined. Without any nothing is read.
 * @returns how many parts were joined to another.
 */
export async function joinImported(
  lines: readonly ImportLine[],
  wanted: ReadonlySet<string> | null = null,
): Promise<number> {
  if (wanted?.size === 0 || lines.length === 0) return 0;
  const lineOf = new Map(lines.map((line) => [line.sha256, line]));
  const paths = new Map([...lineOf].map(([sha256, { file }]) => [sha256, file]));
  const open = await storedOpen(paths);
  const byKey = new Map(open.map((each) => [each.key, each]));
  const into = new Map<string, string>();
  const heads = new Map<string, Article>();
  const told: { end: Mark; begin: Mark; key: string }[] = [];
  for (const pair of matchParts(open)) {
    const [first, second] = [byKey.get(pair.first), byKey.get(pair.second)];
    if (first === undefined || second === undefined) continue;
    const [end, begin] = [fileOf(first, pair.end), fileOf(second, pair.begin)];
    const isNew = lineOf.has(end.sha256) || lineOf.has(begin.sha256);
    const key = pairKey(markKey(end.sha256, pair.end), markKey(begin.sha256, pair.begin));
    if (!isNew || (wanted !== null && !wanted.has(key))) continue;
    const id = headOf(into, pair.first);
    const articles = { first: first.article, second: second.article };
    const article = await joinTwo(id, pair, articles);
    if (article === null) continue;
    into.set(pair.second, id);
    heads.set(id, article);
    told.push({ end, begin, key: pair.first });
  }
  // What was joined first may have become part of another since.
  for (const { end, begin, key } of told) {
    const { id, title } = heads.get(headOf(into, key)) ?? { id: key, title: '' };
    const [endLine, beginLine] = [lineOf.get(end.sha256), lineOf.get(begin.sha256)];
    if (endLine) tell(endLine, { id, title, to: 'next', file: beginLine?.file ?? begin.name });
    if (beginLine) tell(beginLine, { id, title, to: 'previous', file: endLine?.file ?? end.name });
  }
  for (const { articles } of lineOf.values()) {
    for (const each of articles) {
      each.id = headOf(into, each.id);
      const head = heads.get(each.id);
      if (head === undefined) continue;
      each.title = head.title;
      each.paragraphs = head.paragraphCount;
    }
  }
  return told.length;
}

interface Mark {
  sha256: string;
  name: string;
}

/** Whether a line may be told of in a joining, so that it has to wait for it. */
export type MayJoin = (line: ImportLine) => boolean;

/** Asked before an import: of files that are there already, those with open marks may join. */
export async function whichMayJoin(): Promise<MayJoin> {
  const hashes = new Set<string>();
  for (const { files } of await storedOpen(new Map())) {
    for (const { sha256 } of files.values()) hashes.add(sha256);
  }
  return ({ code, sha256, articles }) =>
    code === 'same-file'
      ? hashes.has(sha256)
      : articles.some(({ openParts }) => openParts !== undefined);
}

/** The article that another became part of, over any number of joins. */
function headOf(into: ReadonlyMap<string, string>, key: string): string {
  let at = key;
  for (let next = into.get(at); next !== undefined; next = into.get(at)) at = next;
  return at;
}

function fileOf({ article, files }: StoredOpen, part: OpenPart): Mark {
  return files.get(part.sourceFileId ?? article.sourceFileId) ?? { sha256: '', name: '' };
}

function tell(line: ImportLine, part: JoinedPart): void {
  line.joins = [...(line.joins ?? []), part];
}

interface WithWords {
  article: Article;
  text: ArticleText;
  whole: JoinableArticle;
}

async function withWords(id: string): Promise<WithWords | null> {
  const [article, text] = await Promise.all([findArticle(id), findArticleText(id)]);
  if (article === null || text === null) return null;
  return { article, text, whole: joinable(article, text) };
}

/** An article's own record of a mark that `of` has, which may be a part of it by now. */
function markOf({ article }: WithWords, part: OpenPart, of: Article): OpenPart | undefined {
  const source = part.sourceFileId ?? of.sourceFileId;
  return article.openParts?.find(
    (each) =>
      each.to === part.to &&
      each.line === part.line &&
      (each.sourceFileId ?? article.sourceFileId) === source,
  );
}

/**
 * Puts the second article's words behind those of the one that holds the first part now.
 * @returns `null` when one of them is no longer there, or no longer open at the mark.
 */
async function joinTwo(
  id: string,
  { end, begin }: PartPair,
  { first, second }: { first: Article; second: Article },
): Promise<Article | null> {
  const [one, other] = [await withWords(id), await withWords(second.id)];
  const marks = {
    end: one === null ? undefined : markOf(one, end, first),
    begin: other === null ? undefined : markOf(other, begin, second),
  };
  if (one === null || other === null || !marks.end || !marks.begin) return null;
  const joined = joinParts(one.whole, other.whole, { end: marks.end, begin: marks.begin });
  const { text, paragraphs } = joined;
  const tagIds = [...new Set([...(one.article.tagIds ?? []), ...(other.article.tagIds ?? [])])];
  const row = joinedRow(one.article, joined);
  const article = changed(row, tagIds.length === 0 ? {} : { tagIds });
  // A transaction would end while the hash is made: what it was made from is compared in there.
  const sha256 = await sha256OfText(text);
  return commit({ name: 'join-parts', count: 1 }, async (journal) => {
    if (!(await isUnchanged(one, journal)) || !(await isUnchanged(other, journal))) return null;
    const heir = { articleId: id, text };
    for (const { text: old } of [one, other]) {
      await moveAnnotations(journal, { articleId: old.articleId, text: old.text }, [heir]);
    }
    await journal.put('articles', article);
    await journal.put('articleTexts', { articleId: id, text, sha256, paragraphs });
    await leadLinks(journal, { kind: 'article', id: second.id }, { kind: 'article', id });
    await journal.remove('articles', second.id);
    await setFingerprint(journal, article.sourceFileId, id, fingerprintOf(text));
    await setFingerprint(journal, second.sourceFileId, second.id, null);
    return article;
  });
}

async function isUnchanged({ article, text }: WithWords, { tables }: Journal): Promise<boolean> {
  const [now, words] = [
    await findArticle(article.id, tables),
    await findArticleText(article.id, tables),
  ];
  return now?.modified === article.modified && words?.sha256 === text.sha256;
}

/** `null`: the article is gone. */
async function setFingerprint(
  journal: Journal,
  sourceFileId: string,
  articleId: string,
  fingerprint: Fingerprint | null,
): Promise<void> {
  const row = await journal.tables
    .table<SourceFingerprints, string>('sourceFingerprints')
    .get(sourceFileId);
  if (row === undefined) return;
  const known = unpackFingerprints(row).map((each, index) => ({ each, id: row.articleIds[index] }));
  const kept = known.flatMap(({ each, id }) => {
    if (id !== articleId) return id === undefined ? [] : [{ each, id }];
    return fingerprint === null ? [] : [{ each: fingerprint, id }];
  });
  await journal.put('sourceFingerprints', {
    sourceFileId,
    articleIds: kept.map(({ id }) => id),
    ...packFingerprints(kept.map(({ each }) => each)),
  });
}
