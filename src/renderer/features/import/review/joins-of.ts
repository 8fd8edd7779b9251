import type { ProposedJoin } from './join-banner';

export interface OwnJoin {
  join: ProposedJoin;
  side: 'first' | 'second';
}

/** The joins that an article of the import takes part in. */
export function joinsOf(
  joins: readonly ProposedJoin[],
  fileId: number | null,
  firstLine: number | undefined,
): OwnJoin[] {
  if (fileId === null || firstLine === undefined) return [];
  const isIt = (side: ProposedJoin['first']) =>
    side.fileId === fileId && side.firstLine === firstLine;
  return joins.flatMap((join): OwnJoin[] => {
    if (isIt(join.first)) return [{ join, side: 'first' }];
    return isIt(join.second) ? [{ join, side: 'second' }] : [];
  });
}
