/** A mistake in a query, and where it is in it. */
export interface QueryProblem {
  /** Key of its words: `search.problem.<code>`. */
  code: string;
  /** UTF-16 offsets over the query's text, end exclusive; `start` is below `end` unless at its end. */
  start: number;
  end: number;
  /** What the words name, such as the unknown field. */
  what: string;
}
