import type { ImportSettings } from '@domain/ingest/settings';
import { type Article, type ArticleText, METADATA_FIELDS, type SourceFile } from '@domain/model';
import type { EditEffect } from '@domain/model-history';
import { fingerprintOf, packFingerprints } from '@domain/similar/fingerprint';
import {
  articlesWithPartIn,
  findArticle,
  findArticleText,
  sourceArticles,
} from '@renderer/data/articles';
import { changed } from '@renderer/data/records';
import { findSourceContent, findSourceFile } from '@renderer/data/sources';
import { inflate } from '@renderer/workers/import/deflate';
import { articleRow, textRow } from '@renderer/workers/import/rows';
import type { FileReading } from '@renderer/workers/import-types';
import { ZhaijiError } from '@shared/errors';
import { keepRevision } from './correct-text';
import { commit } from './history';
import type { ImportSource } from './import/task';
import { type Moved, moveAnnotations } from './move-annotations';

/** A source file of the archive as something to be read again. */
export interface KeptSource {
  file: SourceFile;
  source: ImportSource;
  /** With which it was read last. */
  settings: ImportSettings;
}

/**
 * The file that an article came from, with its bytes as they were imported.
 * @throws ZhaijiError `article-missing`, `source-not-kept`, `source-joined` when one of its articles
 * is joined with parts in other files: reading it alone would tear them apart.
 */
export async function keptSource(articleId: string): Promise<KeptSource> {
  const article = await findArticle(articleId);
  if (article === null) throw new ZhaijiError('article-missing', articleId);
  const file = await findSourceFile(article.sourceFileId);
  if (file !== null && (await hasJoinedParts(file.id))) {
    throw new ZhaijiError('source-joined', file.name);
  }
  const content = file === null ? null : await findSourceContent(file.id);
  if (file === null || content === null) {
    throw new ZhaijiError('source-not-kept', file?.name ?? article.title);
  }
  const { name, size, settings = {} } = file;
  const source = { name, path: name, size, read: () => inflate(content.bytes) };
  return { file, source, settings };
}

async function hasJoinedParts(sourceFileId: string): Promise<boolean> {
  if ((await articlesWithPartIn(sourceFileId)).length > 0) return true;
  return (await sourceArticles(sourceFileId)).some(({ parts }) => parts !== undefined);
}

/**
 * Puts a file's articles, as they are understood now, in the place of those that are in the archive:
 * annotations and notes move to where their words are, articles keep their ids as far as they have a
 * successor, and metadata that the researcher wrote stays. One reversible write.
 */
export async function replaceSource(file: SourceFile, reading: FileReading): Promise<Moved> {
  const texts: ArticleText[] = [];
  for (const read of reading.full) texts.push(await textRow(read, ''));
  return commit({ name: 're-import', count: reading.full.length }, async (journal) => {
    const { tables } = journal;
    const olds = await sourceArticles(file.id, tables);
    olds.sort((a, b) => a.firstLine - b.firstLine);
    const heirs = new Heirs(olds, reading);
    const rows = reading.full.map((read, index) => {
      const old = heirs.predecessor.get(index);
      const fresh = articleRow(read, file.id);
      return old === undefined ? fresh : inherit(fresh, old);
    });
    const words = rows.map(({ id }, index) => ({ articleId: id, text: texts[index]?.text ?? '' }));
    const moved: Moved = { placed: 0, unplaced: 0 };
    const kept = new Set(rows.map(({ id }) => id));
    const effectsOn = new Map<string, EditEffect[]>();
    const tell = (articleId: string, effects: EditEffect[]) =>
      effectsOn.set(articleId, [...(effectsOn.get(articleId) ?? []), ...effects]);
    // First everything moves, from what was; then the old words go.
    for (const old of olds) {
      const text = (await findArticleText(old.id, tables))?.text ?? '';
      const to = heirs.of(old).flatMap((index) => words[index] ?? []);
      if (to.length === 0) to.push(...words.slice(0, 1));
      if (to.length === 0) continue;
      const from = { articleId: old.id, text };
      const { placed, unplaced, effects, arrivals } = await moveAnnotations(journal, from, to);
      moved.placed += placed;
      moved.unplaced += unplaced;
      tell(old.id, effects);
      for (const [articleId, come] of arrivals) tell(articleId, come);
    }
    for (const [index, row] of rows.entries()) {
      await journal.put('articles', row);
      const text = texts[index];
      if (text === undefined) continue;
      const before = await findArticleText(row.id, tables);
      const effects = effectsOn.get(row.id) ?? [];
      if (before !== null)
        await keepRevision(journal, before, text, { cause: 're-import', effects });
      await journal.put('articleTexts', { ...text, articleId: row.id });
    }
    for (const old of olds) if (!kept.has(old.id)) await journal.remove('articles', old.id);
    const { encoding, settings } = reading;
    await journal.put('sourceFiles', changed(file, { encoding, settings }));
    await journal.put('sourceFingerprints', {
      sourceFileId: file.id,
      articleIds: rows.map(({ id }) => id),
      ...packFingerprints(texts.map(({ text }) => fingerprintOf(text))),
    });
    return moved;
  });
}

/** Which new articles hold the lines of which old ones. Both are sorted by their first line. */
class Heirs {
  /** By the index of the new article: whose id it takes over. */
  readonly predecessor = new Map<number, Article>();
  private readonly sharing = new Map<Article, { index: number; lines: number }[]>();

  constructor(olds: readonly Article[], { full }: FileReading) {
    let from = 0;
    for (const old of olds) {
      while ((full[from]?.lastLine ?? Number.POSITIVE_INFINITY) < old.firstLine) from += 1;
      const found: { index: number; lines: number }[] = [];
      for (
        let index = from;
        (full[index]?.firstLine ?? Number.POSITIVE_INFINITY) <= old.lastLine;
        index += 1
      ) {
        const read = full[index];
        const lines = read === undefined ? 0 : sharedLines(old, read);
        if (lines > 0) found.push({ index, lines });
      }
      found.sort((a, b) => b.lines - a.lines);
      this.sharing.set(old, found);
      const heir = found.find(({ index }) => !this.predecessor.has(index));
      if (heir !== undefined) this.predecessor.set(heir.index, old);
    }
  }

  /** The new articles among which an old one was divided; first the one with its id, or the most of it. */
  of(old: Article): number[] {
    const found = (this.sharing.get(old) ?? []).map(({ index }) => index);
    const own = found.find((index) => this.predecessor.get(index) === old);
    return own === undefined ? found : [own, ...found.filter((index) => index !== own)];
  }
}

interface LineRange {
  firstLine: number;
  lastLine: number;
}

function sharedLines(a: LineRange, b: LineRange): number {
  return Math.max(0, Math.min(a.lastLine, b.lastLine) - Math.max(a.firstLine, b.firstLine) + 1);
}

/** The new reading under the old id; what the researcher wrote over the metadata stays. */
function inherit(fresh: Article, old: Article): Article {
  const article: Article = { ...fresh, id: old.id, created: old.created, authorId: old.authorId };
  // Articles from before there were facts do not tell what was read and what was written.
  if (old.facts === undefined) return article;
  for (const field of METADATA_FIELDS) {
    const written = old[field];
    if (written && old.facts[field] === undefined) {
      article[field] = written;
      if (article.facts) delete article.facts[field];
    }
  }
  return article;
}
