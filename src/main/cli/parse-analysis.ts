import type { AnalysisCommand } from '@shared/cli-analysis';
import { one, oneOf, UsageError, whole } from './arguments';

/** Options of the commands of word statistics, as `parseArgs` wants them. */
export const ANALYSIS_OPTIONS = {
  window: { type: 'string' },
  unit: { type: 'string' },
  measure: { type: 'string' },
  min: { type: 'string' },
  by: { type: 'string' },
  size: { type: 'string' },
} as const;

export type AnalysisValues = { [Name in keyof typeof ANALYSIS_OPTIONS]?: string } & {
  limit?: string;
};

/** Which options belong to which command. */
export const ANALYSIS_OWN_OPTIONS: Record<string, (keyof AnalysisValues)[]> = {
  collocates: ['window', 'unit', 'measure', 'min', 'limit'],
  freq: ['by'],
  keyness: ['unit', 'size', 'min', 'limit'],
  ngrams: ['unit', 'size', 'min', 'limit'],
};

const UNITS = ['char', 'word'] as const;
const MEASURES = ['ll', 'pmi', 'mi3', 'logDice'] as const;
const BINNINGS = ['year', 'quarter', 'month', 'outlet'] as const;
/** Rows that are printed when it is not told. */
const DEFAULT_LIMIT = 100;
/** The longest sequence of characters or words. */
const MOST_SIZE = 6;

/** Reads `collocates`, `freq`, `keyness` and `ngrams`; `null`: another command. */
export function readAnalysis(
  name: string,
  rest: string[],
  values: AnalysisValues,
): AnalysisCommand | null {
  switch (name) {
    case 'collocates':
      return {
        command: 'collocates',
        query: filled(one(name, 'QUERY', rest)),
        unit: oneOf('--unit', values.unit ?? 'word', UNITS),
        window: positive('--window', values.window, 5),
        measure: oneOf('--measure', values.measure ?? 'll', MEASURES),
        min: positive('--min', values.min, 5),
        limit: limitOf(values),
      };
    case 'freq': {
      if (rest.length === 0) throw new UsageError("'freq' needs QUERY");
      const by = oneOf('--by', values.by ?? 'year', BINNINGS);
      return { command: 'freq', queries: rest.map(filled), by };
    }
    case 'keyness': {
      const [query, against = '', ...more] = rest;
      if (query === undefined) throw new UsageError("'keyness' needs QUERY");
      if (more.length > 0)
        throw new UsageError(`'keyness' takes two queries, got also '${more[0]}'`);
      return { command: 'keyness', query: filled(query), against, ...sequences(values, 1) };
    }
    case 'ngrams': {
      const query = rest.length === 0 ? '' : one(name, 'QUERY', rest);
      return { command: 'ngrams', query, ...sequences(values, 2) };
    }
    default:
      return null;
  }
}

function sequences(values: AnalysisValues, usual: number) {
  const size = positive('--size', values.size, usual);
  if (size > MOST_SIZE) throw new UsageError(`--size is at most ${MOST_SIZE}, got ${size}`);
  return {
    unit: oneOf('--unit', values.unit ?? 'word', UNITS),
    size,
    min: positive('--min', values.min, 5),
    limit: limitOf(values),
  };
}

function limitOf({ limit }: AnalysisValues): number {
  return limit === undefined ? DEFAULT_LIMIT : whole('--limit', limit);
}

function filled(query: string): string {
  if (query.trim() === '') throw new UsageError('QUERY is empty');
  return query;
}

function positive(option: string, value: string | undefined, usual: number): number {
  const number = value === undefined ? usual : whole(option, value);
  if (number === 0) throw new UsageError(`${option} is at least 1`);
  return number;
}
