import { Random } from '../../import/random.mjs';

/** The kinds of queries that are measured, as the table prints them. */
export const CLASSES = [
  '1 character',
  '2 characters',
  '3 characters',
  '4 characters',
  '6 characters',
  'absent',
  'AND',
  'NEAR',
  'regex',
  'folded',
] as const;
export type QueryClass = (typeof CLASSES)[number];

export interface Query {
  kind: QueryClass;
  /** In the query language. */
  text: string;
}

const HAN = /^\p{Script=Han}+$/u;
const LENGTHS: Partial<Record<QueryClass, number>> = {
  '1 character': 1,
  '2 characters': 2,
  '3 characters': 3,
  '4 characters': 4,
  '6 characters': 6,
};

/**
 * So many queries of every kind, made of words that stand in the texts (but for `absent`). The same
 * seed and texts give the same queries.
 *
 * @param other how a word is written in the other script, for `folded`
 */
export function inventedQueries(
  texts: readonly string[],
  count: number,
  seed: number,
  other: (word: string) => string,
): Query[] {
  const random = new Random(seed);
  const word = (length: number) => wordOf(random, texts, length);
  return CLASSES.flatMap((kind) =>
    Array.from({ length: count }, () => ({ kind, text: textOf(kind, word, random, other) })),
  );
}

/** So many words that stand in the texts, for typing. */
export function inventedPhrases(texts: readonly string[], count: number, seed: number): string[] {
  const random = new Random(seed);
  return Array.from({ length: count }, () => wordOf(random, texts, 4));
}

function textOf(
  kind: QueryClass,
  word: (length: number) => string,
  random: Random,
  other: (word: string) => string,
): string {
  switch (kind) {
    case 'absent':
      // Real characters in an order that hardly occurs.
      return `${word(2).at(-1)}${word(2).at(0)}${word(2).at(-1)}${word(2).at(0)}`;
    case 'AND':
      return `${word(2)} ${word(2)}`;
    case 'NEAR':
      return `${word(2)} NEAR/10 ${word(2)}`;
    case 'regex':
      return `/${word(2)}.{0,4}${word(1)}/`;
    case 'folded':
      return other(word(random.int(2, 4)));
    default:
      return word(LENGTHS[kind] ?? 2);
  }
}

/** Han characters in a row, out of a random place. */
function wordOf(random: Random, texts: readonly string[], length: number): string {
  for (;;) {
    const text: string = random.pick(texts);
    const at = random.int(0, Math.max(0, text.length - length));
    const word = text.slice(at, at + length);
    if (word.length === length && HAN.test(word)) return word;
  }
}
