import {
  KWIC_KEYS,
  type KwicKey,
  type KwicUnit,
  LEAST_WIDTH,
  MOST_WIDTH,
  USUAL_WIDTH,
} from '@domain/search/kwic';
import { one, oneOf, UsageError, whole } from './arguments';

export interface KwicCommand {
  command: 'kwic';
  query: string;
  keys: KwicKey[];
  unit: KwicUnit;
  /** UTF-16 units on either side. */
  width: number;
  limit: number;
}

/** Options of `kwic`, as `parseArgs` wants them. */
export const KWIC_OPTIONS = {
  width: { type: 'string' },
  sort: { type: 'string' },
  unit: { type: 'string' },
} as const;

/** `L1` is the first to the left. */
const NAMES = new Map(
  KWIC_KEYS.map((key) => [key.replace('left', 'L').replace('right', 'R'), key] as const),
);
const MOST_KEYS = 3;

/** Reads `kwic QUERY [--width N] [--sort KEY,…] [--unit word|char] [--limit N]`. */
export function readKwic(
  rest: string[],
  values: { [Name in keyof typeof KWIC_OPTIONS | 'limit']?: string },
  usualLimit: number,
): KwicCommand {
  const query = one('kwic', 'QUERY', rest);
  if (query.trim() === '') throw new UsageError('QUERY is empty');
  const width = values.width === undefined ? USUAL_WIDTH : whole('--width', values.width);
  if (width < LEAST_WIDTH || width > MOST_WIDTH) {
    throw new UsageError(`--width is from ${LEAST_WIDTH} to ${MOST_WIDTH}, got ${width}`);
  }
  const names = values.sort === undefined ? [] : values.sort.split(',');
  if (names.length > MOST_KEYS) throw new UsageError(`--sort takes up to ${MOST_KEYS} keys`);
  const keys = names.map((name) => {
    const key = NAMES.get(name);
    if (key === undefined) {
      throw new UsageError(`--sort ${name} is none of ${[...NAMES.keys()].join(', ')}`);
    }
    return key;
  });
  const unit = oneOf('--unit', values.unit ?? 'word', ['word', 'char'] as const);
  return {
    command: 'kwic',
    query,
    keys,
    unit: unit === 'char' ? 'character' : 'word',
    width,
    limit: values.limit === undefined ? usualLimit : whole('--limit', values.limit),
  };
}
