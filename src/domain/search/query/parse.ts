import type { Query } from './ast';
import type { QueryProblem } from './problem';

export interface Parsed {
  /** What can be searched for; `null` when there is nothing. */
  query: Query | null;
  problem: QueryProblem | null;
}

/** Reads a query. Never throws; a mistake is told with its place. */
export function parseQuery(text: string): Parsed {
  const parts = text
    .split(/\s+/u)
    .filter((word) => word !== '')
    .map((word): Query => ({ kind: 'literal', text: word, likeness: 'folded' }));
  const [first] = parts;
  if (first === undefined) return { query: null, problem: null };
  return { query: parts.length === 1 ? first : { kind: 'and', parts }, problem: null };
}
