/** A new earlier state is kept when the last one is at least this old, in milliseconds. */
const VERSION_EVERY = 5 * 60_000;
/** How many earlier states of a note are kept. */
export const MOST_VERSIONS = 50;

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

interface Dated {
  id: string;
  /** ISO 8601 time. */
  created: string;
}

interface Change {
  /** ISO 8601 time of the last version; `null` when there is none. */
  lastVersion: string | null;
  /** The note's words before and after; `null`: the note goes. */
  before: string;
  after: string | null;
  /** Milliseconds since 1970. */
  now: number;
}

/** Whether what a note said until now is worth keeping: after some time, or when much of it goes. */
export function keepsVersion({ lastVersion, before, after, now }: Change): boolean {
  if (after === null || after.length < before.length / 2) return true;
  return lastVersion === null || now - Date.parse(lastVersion) >= VERSION_EVERY;
}

/**
 * Which earlier states can go: all of the last hour stay, then the newest of each hour for a day, of
 * each day for a month, of each week before that, and never more than `MOST_VERSIONS`.
 *
 * @param versions in any order
 * @param now milliseconds since 1970
 * @returns ids
 */
export function thinVersions(versions: readonly Dated[], now: number): string[] {
  const newestFirst = versions.toSorted((a, b) => (a.created < b.created ? 1 : -1));
  const spans = new Set<string>();
  const gone: string[] = [];
  let kept = 0;
  for (const { id, created } of newestFirst) {
    const span = spanOf(Date.parse(created), now);
    if (kept >= MOST_VERSIONS || (span !== null && spans.has(span))) {
      gone.push(id);
      continue;
    }
    if (span !== null) spans.add(span);
    kept += 1;
  }
  return gone;
}

function spanOf(time: number, now: number): string | null {
  const age = now - time;
  if (!(age > HOUR)) return null;
  if (age <= DAY) return `hour ${Math.floor(time / HOUR)}`;
  return age <= 30 * DAY ? `day ${Math.floor(time / DAY)}` : `week ${Math.floor(time / DAY / 7)}`;
}
