import { answerQuery, parseQuery } from '@domain/search/query';
import type { SearchSource } from '@domain/search/source';
import { nextTurn } from '@domain/search/turn';
import { askedAgo } from '../search/source';
import { HEAD_ROWS, headOf, prepareOrder } from './head';
import { rowsOf } from './rows';

/** Of one, two and more characters, and frequent, so that all code has long lists to run on. */
const PROBES = ['的', '工作', '社会工作'] as const;
/** Together and near to one another: they take longer, and are hardly asked for first. */
const LATER_PROBES = ['社会 工作', '社会 NEAR/10 工作', '社区 NEAR/10 人'] as const;
/** Milliseconds without a question before one of these. */
const QUIET = 1000;

let isWarm = false;

/**
 * Looks up what every first search would have to, and asks the first source a few questions: code is slow
 * until it was compiled, and the researcher's first key is not to wait for that. What the index cannot count
 * is not asked: it would be looked for in all texts.
 */
export async function prepare(source: SearchSource): Promise<void> {
  prepareOrder(source);
  if (isWarm) return;
  const probe = { text: PROBES[0], likeness: 'folded' } as const;
  if (!(await source.count?.(probe, { add: () => undefined }))) return;
  isWarm = true;
  for (const text of PROBES) {
    await nextTurn();
    await ask(text, source);
  }
  for (const text of LATER_PROBES) {
    while (askedAgo() < QUIET) await new Promise((resolve) => setTimeout(resolve, QUIET));
    await ask(text, source);
  }
}

async function ask(text: string, source: SearchSource): Promise<void> {
  const { query } = parseQuery(text);
  if (query === null) return;
  const answered = await answerQuery(query, source);
  const head = await headOf(source, answered, 'relevance', HEAD_ROWS);
  answered.release?.();
  if (head !== null) await rowsOf(head.list, 0, HEAD_ROWS);
}
