import type { SearchSource } from '../source';
import type { Query } from './ast';

/**
 * In which order parts that must all hold are answered: what costs nothing first, then words that
 * narrow the rest, the rarest first (without counts the longest), then what has to read texts.
 */
export function byCost<Part extends Query>(parts: readonly Part[], source: SearchSource): Part[] {
  const costs = new Map(parts.map((part) => [part, costOf(part, source)]));
  return [...parts].sort((a, b) => (costs.get(a) ?? 0) - (costs.get(b) ?? 0));
}

/** Below what is said of patterns, and the more the more often a text stands somewhere. */
function costOfText(text: string, source: SearchSource): number {
  const count = source.roughCount?.(text);
  return count === undefined ? 100 / text.length : (100 * count) / (count + USUAL);
}

/** A text that stands so often is neither rare nor frequent. */
const USUAL = 10_000;

function costOf(query: Query, source: SearchSource): number {
  switch (query.kind) {
    case 'fact':
    case 'date':
    case 'has':
    case 'tag':
      return 0;
    case 'kind':
      return 1;
    case 'literal':
      return 2 + costOfText(query.text, source);
    case 'word':
      return 2 + 1.2 * costOfText(query.text, source);
    case 'pattern': {
      const longest = Math.max(
        ...query.parts.map((part) => ('text' in part ? part.text.length : 0)),
      );
      return 100 + 100 / longest;
    }
    case 'regex':
      return 1000;
    case 'chain':
      return Math.min(...query.parts.map((part) => costOf(part, source))) + 1;
    case 'and':
      return Math.min(...query.parts.map((part) => costOf(part, source)));
    case 'or':
      return query.parts.reduce((sum, part) => sum + costOf(part, source), 0);
    case 'in':
      return costOf(query.part, source);
    case 'not':
      // It narrows little.
      return costOf(query.part, source) + 200;
  }
}
