import type { ImportLine } from '@renderer/archive/import-files';

export interface ReportSummary {
  imported: number;
  /** Articles out of the imported files. */
  articles: number;
  skipped: number;
  failed: number;
  /** Imported files of which some bytes or rows could not be read. */
  damaged: number;
  /** Old articles that new ones took the place of. */
  replaced: number;
  /** Articles that were left out as duplicates. */
  left: number;
  firstArticleId: string | null;
}

export function summarize(lines: ImportLine[]): ReportSummary {
  const imported = lines.filter((line) => line.status === 'imported');
  return {
    imported: imported.length,
    articles: imported.reduce((sum, line) => sum + line.articles.length - joinedAway(line), 0),
    skipped: lines.filter((line) => line.status === 'skipped').length,
    failed: lines.filter((line) => line.status === 'failed').length,
    damaged: imported.filter(isDamaged).length,
    replaced: lines.reduce((sum, line) => sum + line.replaced, 0),
    left: lines.reduce((sum, line) => sum + line.left, 0),
    firstArticleId: imported.flatMap((line) => line.articles)[0]?.id || null,
  };
}

/** Articles of the file that are parts of others now. */
function joinedAway({ joins = [] }: ImportLine): number {
  return joins.filter(({ to }) => to === 'previous').length;
}

/** What needs a look first: failed, then with damaged bytes, then skipped, then the good ones. */
export function byUrgency(lines: ImportLine[]): ImportLine[] {
  return [...lines].sort((a, b) => urgency(a) - urgency(b));
}

function urgency(line: ImportLine): number {
  if (line.status === 'failed') return 0;
  if (line.status === 'skipped') return 2;
  return isDamaged(line) ? 1 : 3;
}

function isDamaged({ invalidBytes, broken }: ImportLine): boolean {
  return invalidBytes > 0 || broken.length > 0;
}
