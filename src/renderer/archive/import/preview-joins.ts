import { headOf, joinPairs, type Seat } from '@domain/ingest/join-pairs';
import type { JoinableArticle } from '@domain/ingest/join-parts';
import { matchParts } from '@domain/ingest/match-parts';
import { setOfPath } from '@domain/ingest/page-of-path';
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

/** Joins what an import of the files would join; nothing is written. */
export function joinReadings<R extends Pick<FileReading, 'full'>>(
  files: readonly OpenReading<R>[],
): (OpenReading<R> & { joins: PreviewJoins })[] {
  const wholes = new Map<string, JoinableArticle>();
  const places = new Map<string, Member & { number: number }>();
  const open = files.flatMap(({ file, reading }, number) =>
    reading.full.flatMap((article, index) => {
      if (article.openParts === undefined) return [];
      const key = `${number}:${index}`;
      wholes.set(key, { ...article, sourceFileId: file });
      places.set(key, { file, index, number });
      const { title, outlet, date, openParts, facts } = article;
      const set = setOfPath(file);
      return [{ key, source: file, set, title, titleSource: facts.title, outlet, date, openParts }];
    }),
  );
  const seats = [...joinPairs(wholes, matchParts(open)).values()];
  const placeOf = ({ key }: Seat) => places.get(key) ?? { file: '', index: -1, number: -1 };
  return files.map((one, number) => {
    const own = seats.filter((seat) => placeOf(seat).number === number);
    const joined = own.filter(({ into, members }) => into === null && members.length > 0);
    const partOf = own.filter(({ into }) => into !== null);
    const membersOf = ({ members }: Seat) =>
      members.map((member): Member => {
        const { file, index } = placeOf(member);
        return { file, index };
      });
    return {
      ...one,
      joins: {
        joined: new Map(joined.map((seat) => [placeOf(seat).index, seat.whole])),
        members: new Map(joined.map((seat) => [placeOf(seat).index, membersOf(seat)])),
        partOf: new Map(
          partOf.map((seat) => {
            const head = headOf(seat);
            const { title, firstLine } = head.whole;
            return [placeOf(seat).index, { file: placeOf(head).file, title, firstLine }];
          }),
        ),
      },
    };
  });
}
