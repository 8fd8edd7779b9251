import { parseQuery, printQuery, type Query } from '@domain/search/query';
import { hasPlaces } from '@domain/search/query/operators';

/**
 * A query for the places where a word stands near what another query finds.
 *
 * @param reach characters that may stand between them
 */
export function nearQuery(query: string, word: string, reach: number): string {
  const { query: found } = parseQuery(query);
  const near: Query = { kind: 'literal', text: word, likeness: 'folded' };
  if (found === null) return printQuery(near);
  const links = [{ by: 'characters' as const, most: reach }];
  if (hasPlaces(found)) {
    return printQuery({ kind: 'chain', parts: [found, near], links });
  }
  // What only narrows (an outlet, a tag) stays beside; the words are what it has to be near to.
  const all = found.kind === 'and' ? found.parts : [found];
  const [first, ...more] = all.filter(hasPlaces);
  if (first === undefined) return printQuery({ kind: 'and', parts: [...all, near] });
  const words: Query = more.length === 0 ? first : { kind: 'or', parts: [first, ...more] };
  const chain: Query = { kind: 'chain', parts: [words, near], links };
  const rest = more.length === 0 ? all.filter((part) => part !== first) : all;
  return printQuery(rest.length === 0 ? chain : { kind: 'and', parts: [chain, ...rest] });
}

/** A query for a sequence of words or characters, which the text has without the spaces between. */
export function sequenceQuery(words: string): string {
  const text = words.replace(/(?<=\p{Script=Han}) | (?=\p{Script=Han})/gu, '');
  return printQuery({ kind: 'literal', text, likeness: 'folded' });
}
