import type { QueryProblem } from './problem';

/** Ends the reading of a query; `parseQuery` turns it into a value. */
export class ProblemFound extends Error {
  constructor(readonly problem: QueryProblem) {
    super(problem.code);
  }
}

export function raise(code: string, at: { start: number; end: number }, what = ''): never {
  throw new ProblemFound({ code, start: at.start, end: at.end, what });
}
