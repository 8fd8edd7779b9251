import { answerQuery, parseQuery } from '@domain/search/query';
import type { SearchSource } from '@domain/search/source';
import { nextTurn } from '@domain/search/turn';
import { headOf, prepareOrder } from './head';
import { rowsOf } from './rows';

/** Of one, two and more characters, and frequent, so that all code has long lists to run on. */
const PROBES = ['的', '工作', '社会工作'];
const ROWS = 32;

let isWarm = false;

/**
 * Looks up what every first search would have to, and asks the first source a few questions: code is slow
 * until it was compiled, and the researcher's first key is not to wait for that.
 */
export async function prepare(source: SearchSource): Promise<void> {
  prepareOrder(source);
  if (isWarm) return;
  isWarm = true;
  for (const text of PROBES) {
    await nextTurn();
    const { query } = parseQuery(text);
    if (query === null) continue;
    const head = await headOf(source, await answerQuery(query, source), 'relevance', ROWS);
    if (head !== null) await rowsOf(head.list, 0, ROWS);
  }
}
