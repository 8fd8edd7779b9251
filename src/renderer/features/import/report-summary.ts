import type { ImportLine } from '@renderer/archive/import-files';

export interface ReportSummary {
  imported: number;
  /** Articles out of the imported files. */
  articles: number;
  skipped: number;
  failed: number;
  /** Imported files in which some bytes could not be read. */
  damaged: number;
  firstArticleId: string | null;
}

export function summarize(lines: ImportLine[]): ReportSummary {
  const imported = lines.filter((line) => line.status === 'imported');
  return {
    imported: imported.length,
    articles: imported.reduce((sum, line) => sum + line.articles.length, 0),
    skipped: lines.filter((line) => line.status === 'skipped').length,
    failed: lines.filter((line) => line.status === 'failed').length,
    damaged: imported.filter((line) => line.invalidBytes > 0).length,
    firstArticleId: imported.flatMap((line) => line.articles)[0]?.id ?? null,
  };
}

/** What needs a look first: failed, then with damaged bytes, then skipped, then the good ones. */
export function byUrgency(lines: ImportLine[]): ImportLine[] {
  return [...lines].sort((a, b) => urgency(a) - urgency(b));
}

function urgency({ status, invalidBytes }: ImportLine): number {
  if (status === 'failed') return 0;
  if (status === 'skipped') return 2;
  return invalidBytes > 0 ? 1 : 3;
}
