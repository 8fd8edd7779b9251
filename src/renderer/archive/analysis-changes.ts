import { parseQuery, type Query } from '@domain/search/query';
import { onArchiveChange } from '@renderer/data/live';
import type { AnalysisKind, RequestOf } from './analysis';

/** Calls back whenever something is written that an analysis depends on. Answers how to stop. */
export function onAnalysedChange(
  request: RequestOf<AnalysisKind>,
  listener: () => void,
): () => void {
  return onArchiveChange(listener, tablesOf(request));
}

/** Titles and texts; notes, because words in them let an article be found; tags where they are asked for. */
export function tablesOf(request: RequestOf<AnalysisKind>): string[] {
  const { facets, within = [] } = request.narrowing ?? {};
  const own = 'queries' in request ? request.queries : [request.query];
  const against = 'against' in request ? [request.against] : [];
  const queries = [...own, ...against, ...within].flatMap((text) => parseQuery(text).query ?? []);
  const tables = ['articles', 'articleTexts'];
  if (queries.length > 0) tables.push('notes');
  if (queries.some(asksForTags) || (facets?.tagIds.length ?? 0) > 0) {
    tables.push('annotations', 'tags');
  }
  return tables;
}

function asksForTags(query: Query): boolean {
  switch (query.kind) {
    case 'tag':
    case 'has':
      return true;
    case 'in':
    case 'not':
      return asksForTags(query.part);
    case 'and':
    case 'or':
    case 'chain':
      return query.parts.some(asksForTags);
    default:
      return false;
  }
}
