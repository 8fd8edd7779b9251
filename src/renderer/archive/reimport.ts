import { Heirs } from '@domain/ingest/heirs';
import type { PartPair } from '@domain/ingest/match-parts';
import type { Article, SourceFingerprints } from '@domain/model';
import type { EditEffect } from '@domain/model-history';
import { packFingerprints, unpackFingerprints } from '@domain/similar/fingerprint';
import { findArticle, findArticleText } from '@renderer/data/articles';
import type { Journal } from '@renderer/data/journal';
import { changed } from '@renderer/data/records';
import { ZhaijiError } from '@shared/errors';
import { keepCorrected, keepRevision } from './correct-text';
import { commit } from './history';
import { inherit, takeOver } from './inherit';
import { leadLinks } from './join-notes';
import { articlesOfFile, filesOf } from './kept-sources';
import { annotationsOn, type Moved, moveAnnotations, type Origin } from './move-annotations';
import {
  type Draft,
  draftsOf,
  linesOf,
  type ReadFileAgain,
  readKey,
  type StoredWhole,
} from './reimport-drafts';

export interface Replaced {
  /** By the source file that the old articles were kept under. */
  moved: ReadonlyMap<string, Moved>;
  /** By the keys of `readKey`: the article that holds the one that was read. */
  articles: ReadonlyMap<string, Article>;
}

/**
 * Puts the articles of files, as they are understood now, in the place of those that are in the archive,
 * with the parts of `pairs` joined. Annotations and notes move once, from the old articles' texts to where
 * their words are; articles keep their ids as far as they have a successor, and tags and metadata that the
 * researcher wrote stay. One reversible write.
 *
 * @param files all that share joined articles (`keptSources`)
 * @param pairs name articles by `readKey`, those of other files in the archive by their id
 * @throws ZhaijiError `text-changed` when the archive is no longer what it was when the files were read
 */
export async function replaceSources(
  files: readonly ReadFileAgain[],
  pairs: readonly PartPair[],
): Promise<Replaced> {
  const read = new Set(
    files.flatMap(({ id, reading }) => reading.full.map(({ firstLine }) => readKey(id, firstLine))),
  );
  const named = new Set(pairs.flatMap(({ first, second }) => [first, second]));
  const stored = await storedWholes([...named].filter((key) => !read.has(key)));
  const drafts = await draftsOf(files, stored, pairs);
  return commit({ name: 're-import', count: drafts.length }, async (journal) => {
    const olds = [...(await oldArticles(files, journal)), ...(await unchanged(stored, journal))];
    const heirs = new Heirs(
      olds.map(linesOf),
      drafts.map(({ row }) => linesOf(row)),
    );
    const rows = successors(drafts, olds, heirs);
    const { moved, effects } = await moveAll(journal, olds, heirs, { drafts, rows });
    const gone = goneOf(olds, heirs, rows);
    for (const [id, heirId] of gone) {
      const text = heirId === null ? null : await findArticleText(id, journal.tables);
      if (text === null || heirId === null) continue;
      await keepCorrected(journal, text, heirId, effects.get(id) ?? []);
      await leadLinks(journal, { kind: 'article', id }, { kind: 'article', id: heirId });
    }
    await putAll(journal, gone.keys(), { drafts, rows }, effects);
    for (const { file, reading } of files) {
      const { encoding, settings } = reading;
      await journal.put('sourceFiles', changed(file, { encoding, settings }));
    }
    await putFingerprints(
      journal,
      olds,
      { drafts, rows },
      new Set(files.map(({ file }) => file.id)),
    );
    const articles = new Map<string, Article>();
    for (const [index, { keys }] of drafts.entries()) {
      const row = rows[index];
      if (row !== undefined) for (const key of keys) articles.set(key, row);
    }
    return { moved, articles };
  });
}

async function storedWholes(ids: readonly string[]): Promise<StoredWhole[]> {
  const found: StoredWhole[] = [];
  for (const id of ids) {
    const [article, text] = [await findArticle(id), await findArticleText(id)];
    if (article !== null && text !== null) found.push({ article, text });
  }
  return found;
}

/** The articles that stand in the archive for the files, in the order of the files and their lines. */
async function oldArticles(files: readonly ReadFileAgain[], journal: Journal): Promise<Article[]> {
  const place = new Map(files.map(({ file }, index) => [file.id, index]));
  const olds = new Map<string, Article>();
  for (const { file } of files) {
    for (const old of await articlesOfFile(file.id, journal.tables)) olds.set(old.id, old);
  }
  // A joined article of which a part is not read again would lose it.
  const isWhole = (old: Article) => filesOf(old).every((id) => place.has(id));
  if (![...olds.values()].every(isWhole)) throw new ZhaijiError('text-changed');
  const placeOf = ({ sourceFileId }: Article) => place.get(sourceFileId) ?? 0;
  return [...olds.values()].sort((a, b) => placeOf(a) - placeOf(b) || a.firstLine - b.firstLine);
}

/** Of what was joined before the write, nothing may have changed since. */
async function unchanged(stored: readonly StoredWhole[], { tables }: Journal): Promise<Article[]> {
  for (const { article, text } of stored) {
    const now = await findArticle(article.id, tables);
    const words = await findArticleText(article.id, tables);
    if (now?.modified !== article.modified || words?.sha256 !== text.sha256) {
      throw new ZhaijiError('text-changed');
    }
  }
  return stored.map(({ article }) => article);
}

/** The drafts' rows with the ids of those that they follow, and what the researcher wrote on them. */
function successors(drafts: readonly Draft[], olds: readonly Article[], heirs: Heirs): Article[] {
  const followed = new Map<number, Article[]>();
  for (const [at, old] of olds.entries()) {
    const heir = heirs.first(at);
    if (heir !== undefined) followed.set(heir, [...(followed.get(heir) ?? []), old]);
  }
  return drafts.map(({ row }, index) => {
    const old = olds[heirs.predecessor.get(index) ?? -1];
    const fresh = changed(old === undefined ? row : inherit(row, old), {});
    return takeOver(fresh, followed.get(index) ?? []);
  });
}

interface New {
  drafts: readonly Draft[];
  /** In the order of the drafts. */
  rows: readonly Article[];
}

/** Moves everything from what was, before any of the old words go. */
async function moveAll(
  journal: Journal,
  olds: readonly Article[],
  heirs: Heirs,
  { drafts, rows }: New,
) {
  const words = rows.map(({ id }, index) => ({
    articleId: id,
    text: drafts[index]?.text.text ?? '',
  }));
  const moved = new Map<string, Moved>();
  const effects = new Map<string, EditEffect[]>();
  const tell = (articleId: string, more: readonly EditEffect[]) =>
    effects.set(articleId, [...(effects.get(articleId) ?? []), ...more]);
  // What comes to an article is not its own: all is looked up before anything moves.
  const origins: Origin[] = [];
  for (const { id: articleId } of olds) {
    const text = (await findArticleText(articleId, journal.tables))?.text ?? '';
    origins.push({ articleId, text, annotations: await annotationsOn(journal, articleId) });
  }
  for (const [at, old] of olds.entries()) {
    const origin = origins[at];
    const first =
      heirs.first(at) ?? rows.findIndex((row) => filesOf(row).includes(old.sourceFileId));
    const heir = words[first] ?? words[0];
    if (heir === undefined || origin === undefined) continue;
    const among = heirs.of(at).flatMap((index) => words[index] ?? []);
    const to = among.length === 0 ? [heir] : among;
    const one = await moveAnnotations(journal, origin, to, heir);
    const sum = moved.get(old.sourceFileId) ?? { placed: 0, unplaced: 0 };
    sum.placed += one.placed;
    sum.unplaced += one.unplaced;
    moved.set(old.sourceFileId, sum);
    tell(old.id, one.effects);
    for (const [articleId, come] of one.arrivals) tell(articleId, come);
  }
  return { moved, effects };
}

/** The ids of the old articles that end, each with that of the one that has the most of it now. */
function goneOf(
  olds: readonly Article[],
  heirs: Heirs,
  rows: readonly Article[],
): Map<string, string | null> {
  const stay = new Set(rows.map(({ id }) => id));
  const gone = new Map<string, string | null>();
  for (const [at, { id }] of olds.entries()) {
    if (!stay.has(id)) gone.set(id, rows[heirs.first(at) ?? -1]?.id ?? null);
  }
  return gone;
}

/**
 * Writes the new articles and takes away the old ones that end. In this order a source file always has an
 * article: without one it would go.
 */
async function putAll(
  journal: Journal,
  gone: Iterable<string>,
  { drafts, rows }: New,
  effects: ReadonlyMap<string, EditEffect[]>,
): Promise<void> {
  for (const [index, row] of rows.entries()) {
    const text = drafts[index]?.text;
    if (text === undefined) continue;
    await journal.put('articles', row);
    const before = await findArticleText(row.id, journal.tables);
    if (before !== null) {
      const told = { cause: 're-import', effects: effects.get(row.id) ?? [] } as const;
      await keepRevision(journal, before, text, told);
    }
    await journal.put('articleTexts', { ...text, articleId: row.id });
  }
  for (const id of gone) await journal.remove('articles', id);
}

/** Lets duplicates be found by the new texts, in the rows of all files that the articles are kept under. */
async function putFingerprints(
  journal: Journal,
  olds: readonly Article[],
  { drafts, rows }: New,
  readAgain: ReadonlySet<string>,
): Promise<void> {
  const gone = new Set(olds.map(({ id }) => id));
  const homes = new Set([...readAgain, ...olds.map(({ sourceFileId }) => sourceFileId)]);
  for (const sourceFileId of homes) {
    const known = await journal.tables
      .table<SourceFingerprints, string>('sourceFingerprints')
      .get(sourceFileId);
    // A file from before there were fingerprints gets all of them later.
    if (known === undefined && !readAgain.has(sourceFileId)) continue;
    const stay = (known === undefined ? [] : unpackFingerprints(known)).flatMap((each, index) => {
      const id = known?.articleIds[index] ?? '';
      return id === '' || gone.has(id) ? [] : [{ id, each }];
    });
    const come = rows.flatMap((row, index) => {
      const each = drafts[index]?.fingerprint;
      return each === undefined || row.sourceFileId !== sourceFileId ? [] : [{ id: row.id, each }];
    });
    const all = [...stay, ...come];
    await journal.put('sourceFingerprints', {
      sourceFileId,
      articleIds: all.map(({ id }) => id),
      ...packFingerprints(all.map(({ each }) => each)),
    });
  }
}
