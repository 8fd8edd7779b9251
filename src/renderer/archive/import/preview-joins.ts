import { type JoinableArticle, joinParts } from '@domain/ingest/join-parts';
import { matchParts } from '@domain/ingest/match-parts';
import { setOfPath } from '@domain/ingest/page-of-path';
import type { OpenPart } from '@domain/model';
import type { FileReading } from '@renderer/workers/import-types';

/** A file whose articles may go on in other files. */
export interface OpenReading<R extends Pick<FileReading, 'full'> = FileReading> {
  file: string;
  reading: R;
}

/** What joining makes of a file's articles, by their place in `full`. Source files are named by path. */
export interface PreviewJoins {
  /** Articles with their parts of other files. */
  joined: ReadonlyMap<number, JoinableArticle>;
  /** Of these the articles that became parts of each, in order. */
  members: ReadonlyMap<number, readonly Member[]>;
  /** Articles that are parts of one in another file. */
  partOf: ReadonlyMap<number, { file: string; title: string; firstLine: number }>;
}

/** An article of a file that is read, by its place in `full`. */
export interface Member {
  file: string;
  index: number;
}

export const NO_JOINS: PreviewJoins = {
  joined: new Map(),
  members: new Map(),
  partOf: new Map(),
};

interface Seat {
  file: number;
  index: number;
  whole: JoinableArticle;
  /** The article that this one became part of. */
  into: Seat | null;
  /** Those that became part of this one. */
  members: Member[];
}

/** Joins what an import of the files would join; nothing is written. */
export function joinReadings<R extends Pick<FileReading, 'full'>>(
  files: readonly OpenReading<R>[],
): (OpenReading<R> & { joins: PreviewJoins })[] {
  const seats = new Map<string, Seat>();
  const open = files.flatMap(({ file, reading }, number) =>
    reading.full.flatMap((article, index) => {
      if (article.openParts === undefined) return [];
      const key = `${number}:${index}`;
      seats.set(key, {
        file: number,
        index,
        whole: { ...article, sourceFileId: file },
        into: null,
        members: [],
      });
      const { title, outlet, date, openParts, facts } = article;
      const set = setOfPath(file);
      return [{ key, source: file, set, title, titleSource: facts.title, outlet, date, openParts }];
    }),
  );
  for (const { first, second, end, begin } of matchParts(open)) {
    const [from, other] = [seats.get(first), seats.get(second)];
    if (from === undefined || other === undefined) continue;
    const seat = headOf(from);
    const fromFile = files[from.file]?.file ?? '';
    const otherFile = files[other.file]?.file ?? '';
    const marks = {
      end: markIn(seat.whole, end, fromFile),
      begin: markIn(other.whole, begin, otherFile),
    };
    seat.whole = joinParts(seat.whole, other.whole, marks);
    other.into = seat;
    seat.members.push({ file: otherFile, index: other.index }, ...other.members);
  }
  return files.map((one, number) => {
    const own = [...seats.values()].filter(({ file }) => file === number);
    const joined = own.filter(({ into, whole }) => into === null && whole.parts !== undefined);
    const partOf = own.filter(({ into }) => into !== null);
    return {
      ...one,
      joins: {
        joined: new Map(joined.map(({ index, whole }) => [index, whole])),
        members: new Map(joined.map(({ index, members }) => [index, members])),
        partOf: new Map(
          partOf.map((seat) => {
            const { file, whole } = headOf(seat);
            const { title, firstLine } = whole;
            return [seat.index, { file: files[file]?.file ?? '', title, firstLine }];
          }),
        ),
      },
    };
  });
}

function headOf(seat: Seat): Seat {
  let at = seat;
  while (at.into !== null) at = at.into;
  return at;
}

/** The article's own record of a mark, which may be that of a part by now. */
function markIn(article: JoinableArticle, part: OpenPart, file: string): OpenPart {
  const found = article.openParts?.find(
    (each) =>
      each.to === part.to &&
      each.line === part.line &&
      (each.sourceFileId ?? article.sourceFileId) === file,
  );
  return found ?? part;
}
