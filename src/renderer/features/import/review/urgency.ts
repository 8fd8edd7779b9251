import type { SessionFile } from '@renderer/archive/import-session';

/**
 * Below this a decision is shown as one to look at. The reconstruction's confidence is
 * `1 / (1 + exp(-margin / 1.5))` of the points between what it chose and the next best: 0.6 means
 * 0.6 points, less than an ordinary sign weighs, so that one sign more or less would have turned it.
 */
export const UNCERTAIN = 0.6;
/** From here on nothing but several strong signs together would have turned it. */
const SURE = 0.9;

export type Sureness = 'sure' | 'likely' | 'look';

/** A confidence (0 to 1) as a word. */
export function surenessOf(confidence: number): Sureness {
  if (confidence < UNCERTAIN) return 'look';
  return confidence < SURE ? 'likely' : 'sure';
}

/** Why a file should be looked at before it is written; `null` when nothing speaks for it. */
export type Urgency = 'failed' | 'uncertain' | 'duplicate' | null;

export function urgencyOf(file: SessionFile): Urgency {
  if (file.status === 'failed') return 'failed';
  if (file.status === 'skipped') return null;
  if (needsLook(file)) return 'uncertain';
  return file.articles.some((article) => article.duplicate !== null) ? 'duplicate' : null;
}

export const FILE_FILTERS = ['all', 'look', 'failed', 'duplicate'] as const;
export type FileFilter = (typeof FILE_FILTERS)[number];

/** Whether the list shows a file under a filter. A file may need a look for more than one reason. */
export function passes(file: SessionFile, filter: FileFilter): boolean {
  if (filter === 'failed') return file.status === 'failed';
  if (filter === 'all') return true;
  if (file.status !== 'ready') return false;
  if (filter === 'duplicate') return file.articles.some((article) => article.duplicate !== null);
  return needsLook(file);
}

/** An unsure decision, or bytes that are no text in this encoding. */
function needsLook({ articles, invalid, broken }: SessionFile): boolean {
  const isUnsure = articles.some((article) => article.confidence < UNCERTAIN);
  return isUnsure || invalid.count > 0 || broken.length > 0;
}

/**
 * The ids of the files, those that need a look first: uncertain ones, duplicates, failures, then the
 * rest, each group in the order of the import. Linear, since there may be 100,000.
 */
export function orderByUrgency(files: readonly SessionFile[]): number[] {
  const groups: Record<NonNullable<Urgency> | 'rest', number[]> = {
    uncertain: [],
    duplicate: [],
    failed: [],
    rest: [],
  };
  for (const file of files) groups[urgencyOf(file) ?? 'rest'].push(file.id);
  return [...groups.uncertain, ...groups.duplicate, ...groups.failed, ...groups.rest];
}

/** What the head of the review says of the whole import. Files that are left out do not count. */
export interface ReviewSummary {
  /** Files that would be written, and their articles. */
  files: number;
  articles: number;
  /** Articles below the threshold. */
  uncertain: number;
  /** Articles whose text is there already, exactly or nearly. */
  duplicates: number;
  failed: number;
  /** Files that are in the archive already. */
  skipped: number;
  excluded: number;
}

export function summarizeReview(files: readonly SessionFile[]): ReviewSummary {
  const summary = {
    files: 0,
    articles: 0,
    uncertain: 0,
    duplicates: 0,
    failed: 0,
    skipped: 0,
    excluded: 0,
  };
  for (const file of files) {
    if (file.status === 'failed') summary.failed += 1;
    else if (file.status === 'skipped') summary.skipped += 1;
    else if (file.excluded) summary.excluded += 1;
    else {
      summary.files += 1;
      summary.articles += file.articles.length;
      for (const { confidence, duplicate, firstLine } of file.articles) {
        const isLeft = duplicate !== null && file.choices.get(firstLine) === 'skip';
        if (isLeft) summary.articles -= 1;
        else if (confidence < UNCERTAIN) summary.uncertain += 1;
        if (duplicate !== null) summary.duplicates += 1;
      }
    }
  }
  return summary;
}
