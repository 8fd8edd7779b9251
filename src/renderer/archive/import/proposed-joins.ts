import { formerPairs, type ReadAgain } from '@domain/ingest/former-pairs';
import { matchParts, type OpenArticle, type PartPair } from '@domain/ingest/match-parts';
import { setOfPath } from '@domain/ingest/page-of-path';
import type { OpenPart } from '@domain/model';
import type { SessionFile } from '../import-session';
import { markKey, pairKey, type StoredOpen, storedOpen } from '../join-parts';
import type { KeptSet } from '../kept-sources';
import { readKey } from '../reimport-drafts';

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

/** Files that are read again belong together, whatever their paths were. */
const AGAIN = 'again';

interface Known {
  files: readonly SessionFile[];
  apart: number;
  joins: ProposedJoin[];
  /** In the order of the joins. */
  pairs: PartPair[];
}

/**
 * What an import under review would join, and what the researcher wants left apart. Where files are read
 * again, what was joined stays joined as long as its marks are read, and what could have been joined
 * before is left apart until the researcher says otherwise.
 */
export class ProposedJoins {
  private readonly apart = new Set<string>();
  private stored: StoredOpen[] = [];
  private known: Known | null = null;
  private version = 0;

  /** @param again the files of the archive that are read again, if they are that */
  constructor(private readonly again: KeptSet | null = null) {}

  /** Looks for open articles of the archive; `files` tell which of them come again. */
  async open(files: readonly SessionFile[]): Promise<void> {
    if (this.again !== null) return this.openAgain(this.again);
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

  private async openAgain({ sources }: KeptSet): Promise<void> {
    const ids = new Set(sources.map(({ file }) => file.id));
    const isAgain = ({ files }: StoredOpen) => [...files.keys()].some((id) => ids.has(id));
    const all = (await storedOpen(new Map())).map((each) =>
      isAgain(each) ? { ...each, set: AGAIN } : each,
    );
    this.stored = all.filter((each) => !isAgain(each));
    const hashes = new Set(sources.map(({ file }) => file.sha256));
    for (const { key } of this.match(all.map(storedCandidate), hashes).joins) this.apart.add(key);
  }

  /** The joins among these files as they are understood now. */
  of(files: readonly SessionFile[]): ProposedJoin[] {
    return this.lookUp(files).joins;
  }

  private lookUp(files: readonly SessionFile[]): Known {
    if (this.known?.files === files && this.known.apart === this.version) return this.known;
    const set = this.again === null ? null : AGAIN;
    const fresh = files.flatMap((file) => (isWanted(file) ? candidates(file, set) : []));
    const again = new Set(files.map(({ sha256 }) => sha256));
    const isNone = fresh.length === 0 && this.stored.length < 2;
    const all = isNone ? [] : [...fresh, ...this.stored.map(storedCandidate)];
    const former =
      this.again === null ? [] : formerPairs(this.again.joined, readAgain(files, this.again));
    this.known = { files, apart: this.version, ...this.match(all, again, former) };
    return this.known;
  }

  /** The pairs (`pairKey`) to be joined: those that are proposed and not left apart. */
  wanted(files: readonly SessionFile[]): ReadonlySet<string> {
    const joins = this.of(files).filter(({ apart }) => !apart);
    return new Set(joins.map(({ key }) => key));
  }

  /** Likewise, by the keys of `readKey` and the ids of stored articles. */
  wantedPairs(files: readonly SessionFile[]): PartPair[] {
    const { joins, pairs } = this.lookUp(files);
    return pairs.filter((_, index) => joins[index]?.apart === false);
  }

  private match(
    all: readonly Candidate[],
    again: ReadonlySet<string>,
    former: readonly PartPair[] = [],
  ): Pick<Known, 'joins' | 'pairs'> {
    const byKey = new Map(all.map((each) => [each.key, each]));
    const joins: ProposedJoin[] = [];
    const pairs: PartPair[] = [];
    for (const pair of matchParts(all, former)) {
      const [from, other] = [byKey.get(pair.first), byKey.get(pair.second)];
      if (from === undefined || other === undefined) continue;
      const marks = [from.mark(pair.end), other.mark(pair.begin)] as const;
      if (!marks.some((mark) => again.has(mark.split(':')[0] ?? ''))) continue;
      const key = pairKey(...marks);
      const apart = this.apart.has(key);
      joins.push({ key, first: sideOf(from), second: sideOf(other), apart });
      pairs.push(pair);
    }
    return { joins, pairs };
  }
}

function isWanted({ status, excluded }: SessionFile): boolean {
  return status === 'ready' && !excluded;
}

/** `given`: the set to which the file belongs, if its path does not tell. */
function candidates(file: SessionFile, given: string | null): Candidate[] {
  return file.articles.flatMap((article): Candidate[] => {
    const { openParts, titleSource, title, outlet, date, firstLine } = article;
    if (openParts === undefined || file.choices.get(firstLine) === 'skip') return [];
    const key = readKey(file.id, firstLine);
    const set = given ?? setOfPath(file.file);
    const side = { fileId: file.id, file: file.file, firstLine, title };
    const mark = (part: OpenPart) => markKey(file.sha256, part);
    return [{ ...side, key, source: file.sha256, set, titleSource, outlet, date, openParts, mark }];
  });
}

/** The articles of the files with open marks, as far as finding their former other parts asks. */
function readAgain(files: readonly SessionFile[], { sources }: KeptSet): ReadAgain[] {
  const ids = new Map(sources.map(({ file }) => [file.sha256, file.id]));
  return files.flatMap(({ id, sha256, articles }) =>
    articles.flatMap(({ firstLine, openParts }, index): ReadAgain[] => {
      if (openParts === undefined) return [];
      const next = articles[index + 1]?.firstLine ?? Number.POSITIVE_INFINITY;
      const lastLine = Math.max(firstLine, next - 1);
      const sourceFileId = ids.get(sha256) ?? '';
      return [{ key: readKey(id, firstLine), sourceFileId, firstLine, lastLine, openParts }];
    }),
  );
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
