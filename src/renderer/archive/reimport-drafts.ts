import { joinPairs } from '@domain/ingest/join-pairs';
import type { JoinableArticle } from '@domain/ingest/join-parts';
import type { PartPair } from '@domain/ingest/match-parts';
import type { Article, ArticleText, SourceFile, SourceLines } from '@domain/model';
import { type Fingerprint, fingerprintOf } from '@domain/similar/fingerprint';
import { sha256OfText } from '@renderer/data/hash';
import { articleRow } from '@renderer/workers/import/rows';
import type { FileReading } from '@renderer/workers/import-types';
import { joinable, joinedRow } from './joined-row';

/** A source file of the archive as it is read now. */
export interface ReadFileAgain {
  /** Its id within the session. */
  id: number;
  file: SourceFile;
  reading: Pick<FileReading, 'full' | 'encoding' | 'settings'>;
}

/** An article of the archive of which a file that is read again holds the other part. */
export interface StoredWhole {
  article: Article;
  text: ArticleText;
}

/** An article as it is to be in the archive; its row has no predecessor's id yet. */
export interface Draft {
  row: Article;
  /** Without an article's id. */
  text: ArticleText;
  fingerprint: Fingerprint;
  /** What it was made of: the keys of `readKey`, and ids of stored articles. */
  keys: string[];
}

/** Names an article that is read, within a session. */
export function readKey(fileId: number, firstLine: number): string {
  return `${fileId}:${firstLine}`;
}

/** The articles that the files make now, those of the pairs joined, in the order of the files. */
export async function draftsOf(
  files: readonly ReadFileAgain[],
  stored: readonly StoredWhole[],
  pairs: readonly PartPair[],
): Promise<Draft[]> {
  const rows = new Map<string, Article>();
  const wholes = new Map<string, JoinableArticle>();
  const add = (key: string, row: Article, text: Pick<ArticleText, 'text' | 'paragraphs'>) => {
    rows.set(key, row);
    wholes.set(key, joinable(row, text));
  };
  for (const { id, file, reading } of files) {
    for (const read of reading.full) {
      add(readKey(id, read.firstLine), articleRow(read, file.id), read);
    }
  }
  for (const { article, text } of stored) add(article.id, article, text);
  const drafts: Draft[] = [];
  for (const { key, whole, into, members } of joinPairs(wholes, pairs).values()) {
    const row = rows.get(key);
    if (into !== null || row === undefined) continue;
    const { text, paragraphs } = whole;
    drafts.push({
      row: members.length === 0 ? row : joinedRow(row, whole),
      text: { articleId: '', text, sha256: await sha256OfText(text), paragraphs },
      fingerprint: fingerprintOf(text),
      keys: [key, ...members.map((member) => member.key)],
    });
  }
  return drafts;
}

/** The lines that an article is made of. */
export function linesOf({ parts, sourceFileId, firstLine, lastLine }: Article): SourceLines[] {
  return parts ?? [{ sourceFileId, firstLine, lastLine }];
}
