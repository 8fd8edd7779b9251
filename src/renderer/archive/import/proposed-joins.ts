import { matchParts, type OpenArticle } from '@domain/ingest/match-parts';
import { setOfPath } from '@domain/ingest/page-of-path';
import type { OpenPart } from '@domain/model';
import type { SessionFile } from '../import-session';
import { markKey, pairKey, type StoredOpen, storedOpen } from '../join-parts';

/** One side of a join: an article of the import, or (`fileId` `null`) one that is in the archive. */
export interface JoinSide {
  fileId: number | null;
  /** As the user knows it. */
  file: string;
  /** The article's first line. */
  firstLine: number;
  title: string;
}

/** Two articles of different files that will become one. */
export interface ProposedJoin {
  key: string;
  first: JoinSide;
  second: JoinSide;
  /** The researcher wants them left apart. */
  apart: boolean;
}

interface Candidate extends OpenArticle, JoinSide {
  mark: (part: OpenPart) => string;
}

/** What an import under review would join, and what the researcher wants left apart. */
export class ProposedJoins {
  private readonly apart = new Set<string>();
  private stored: StoredOpen[] = [];
  private known: { files: readonly SessionFile[]; apart: number; joins: ProposedJoin[] } | null =
    null;
  private version = 0;

  /** Looks for open articles of the archive; `files` tell which of them come again. */
  async open(files: readonly SessionFile[]): Promise<void> {
    const hasOpen = files.some(
      ({ code, articles }) => code === 'same-file' || articles.some(({ openParts }) => openParts),
    );
    if (!hasOpen) return;
    this.stored = await storedOpen(new Map(files.map(({ sha256, file }) => [sha256, file])));
  }

  setApart(key: string, apart: boolean): void {
    if (apart) this.apart.add(key);
    else this.apart.delete(key);
    this.version += 1;
  }

  /** The joins among these files as they are understood now. */
  of(files: readonly SessionFile[]): ProposedJoin[] {
    if (this.known?.files === files && this.known.apart === this.version) return this.known.joins;
    const fresh = files.flatMap((file) => (isWanted(file) ? candidates(file) : []));
    const again = new Set(files.map(({ sha256 }) => sha256));
    const joins = fresh.length === 0 && this.stored.length < 2 ? [] : this.match(fresh, again);
    this.known = { files, apart: this.version, joins };
    return joins;
  }

  /** The pairs (`pairKey`) to be joined: those that are proposed and not left apart. */
  wanted(files: readonly SessionFile[]): ReadonlySet<string> {
    const joins = this.of(files).filter(({ apart }) => !apart);
    return new Set(joins.map(({ key }) => key));
  }

  private match(fresh: readonly Candidate[], again: ReadonlySet<string>): ProposedJoin[] {
    const all = [...fresh, ...this.stored.map(storedCandidate)];
    const byKey = new Map(all.map((each) => [each.key, each]));
    return matchParts(all).flatMap(({ first, second, end, begin }) => {
      const [from, other] = [byKey.get(first), byKey.get(second)];
      if (from === undefined || other === undefined) return [];
      const marks = [from.mark(end), other.mark(begin)] as const;
      if (!marks.some((mark) => again.has(mark.split(':')[0] ?? ''))) return [];
      const key = pairKey(...marks);
      return [{ key, first: sideOf(from), second: sideOf(other), apart: this.apart.has(key) }];
    });
  }
}

function isWanted({ status, excluded }: SessionFile): boolean {
  return status === 'ready' && !excluded;
}

function candidates(file: SessionFile): Candidate[] {
  return file.articles.flatMap((article): Candidate[] => {
    const { openParts, titleSource, title, outlet, date, firstLine } = article;
    if (openParts === undefined || file.choices.get(firstLine) === 'skip') return [];
    const key = `${file.id}:${firstLine}`;
    const set = setOfPath(file.file);
    const side = { fileId: file.id, file: file.file, firstLine, title };
    const mark = (part: OpenPart) => markKey(file.sha256, part);
    return [{ ...side, key, source: file.sha256, set, titleSource, outlet, date, openParts, mark }];
  });
}

function storedCandidate(stored: StoredOpen): Candidate {
  const { article, files } = stored;
  const { firstLine, sourceFileId } = article;
  const hashOf = (id: string) => files.get(id)?.sha256 ?? '';
  const mark = (part: OpenPart) => markKey(hashOf(part.sourceFileId ?? sourceFileId), part);
  const file = files.get(sourceFileId)?.name ?? '';
  return { ...stored, fileId: null, file, firstLine, mark };
}

function sideOf({ fileId, file, firstLine, title }: JoinSide): JoinSide {
  return { fileId, file, firstLine, title };
}
