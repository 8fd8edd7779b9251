/** Characters that mean nothing in a query when they stand in a word: letters, digits, Han. */
const PLAIN = /^[\p{L}\p{N}\p{M}]+$/u;
const OPERATOR = /^(AND|OR|NOT|NEAR)$/;

/** Words as a part of a query that finds just them. */
export function quoted(words: string): string {
  if (PLAIN.test(words) && !OPERATOR.test(words)) return words;
  return `"${words.replaceAll('"', '')}"`;
}

/**
 * A query for the places where a word stands near what another query finds.
 *
 * @param reach characters that may stand between them
 */
export function nearQuery(query: string, word: string, reach: number): string {
  const first = query.trim();
  return `${PLAIN.test(first) ? first : `(${first})`} NEAR/${Math.max(1, reach)} ${quoted(word)}`;
}

/** A query for a sequence of words or characters, which the text has without the spaces between. */
export function sequenceQuery(words: string): string {
  return quoted(words.replace(/(?<=\p{Script=Han}) | (?=\p{Script=Han})/gu, ''));
}
