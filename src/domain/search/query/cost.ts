import type { Query } from './ast';

/**
 * In which order parts that must all hold are answered: what costs nothing first, then words that
 * narrow the rest, the longest (and so rarest) first, then what has to read texts.
 */
export function byCost<Part extends Query>(parts: readonly Part[]): Part[] {
  return [...parts].sort((a, b) => costOf(a) - costOf(b));
}

function costOf(query: Query): number {
  switch (query.kind) {
    case 'fact':
    case 'date':
    case 'has':
    case 'tag':
      return 0;
    case 'kind':
      return 1;
    case 'literal':
      return 2 + 100 / query.text.length;
    case 'word':
      return 2 + 120 / query.text.length;
    case 'pattern': {
      const longest = Math.max(
        ...query.parts.map((part) => ('text' in part ? part.text.length : 0)),
      );
      return 100 + 100 / longest;
    }
    case 'regex':
      return 1000;
    case 'chain':
      return Math.min(...query.parts.map(costOf)) + 1;
    case 'and':
      return Math.min(...query.parts.map(costOf));
    case 'or':
      return query.parts.reduce((sum, part) => sum + costOf(part), 0);
    case 'in':
      return costOf(query.part);
    case 'not':
      // It narrows little.
      return costOf(query.part) + 200;
  }
}
