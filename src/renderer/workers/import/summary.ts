import type { Decision, ReconstructedFile } from '@domain/ingest/types';
import type { FactSource, OpenPart } from '@domain/model';
import type { InvalidBytes } from '@domain/text/encodings';
import type { FileSummary, ReadArticle } from '../import-types';

const NO_INVALID: InvalidBytes = { count: 0, firstOffset: -1, offsets: [] };

/** The summary of a file of which nothing is known yet. */
export function blankSummary(sha256 = ''): FileSummary {
  return {
    sha256,
    status: 'failed',
    code: null,
    format: null,
    encoding: null,
    invalid: NO_INVALID,
    articles: [],
    broken: [],
    confidence: 1,
  };
}

/** That of a file whose bytes are there already. */
export function sameFile(sha256: string): FileSummary {
  return { ...blankSummary(sha256), status: 'skipped', code: 'same-file' };
}

/** What lists show of the articles that were read; it is not known yet which are duplicates. */
export function readArticles({ articles, decisions }: ReconstructedFile): ReadArticle[] {
  const counts = articles.map(noDecisions);
  for (const { article, action } of decisions) {
    const count = counts[article];
    if (count !== undefined) count[action] += 1;
  }
  return articles.map(
    ({ title, outlet, date, paragraphs, confidence, firstLine, ...rest }, index) => ({
      title,
      outlet,
      date,
      paragraphs: paragraphs.length,
      confidence,
      decisions: counts[index] ?? noDecisions(),
      firstLine,
      duplicate: null,
      ...(rest.openParts && openness(rest.openParts, rest.facts.title)),
    }),
  );
}

function openness(openParts: OpenPart[], titleSource: FactSource | undefined) {
  return { openParts, ...(titleSource && { titleSource }) };
}

function noDecisions(): Record<Decision['action'], number> {
  return { split: 0, title: 0, join: 0, lift: 0, drop: 0 };
}
