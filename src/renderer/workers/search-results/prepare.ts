import { answerQuery, parseQuery } from '@domain/search/query';
import type { SearchSource } from '@domain/search/source';
import { nextTurn } from '@domain/search/turn';
import { askedAgo, lastSource } from '../search/source';
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
  isWarm = true;
  if (!(await countsAll(source))) {
    isWarm = false;
    return;
  }
  for (const text of PROBES) {
    await nextTurn();
    await ask(text, source);
  }
  return askLater();
}

/** What an older source has may be gone: the newest is asked, and the others are let go. */
async function askLater(): Promise<void> {
  for (const text of LATER_PROBES) {
    do await new Promise((resolve) => setTimeout(resolve, QUIET));
    while (askedAgo() < QUIET);
    const newest = lastSource();
    if (newest !== null && (await countsAll(newest))) await ask(text, newest);
  }
}

async function countsAll(source: SearchSource): Promise<boolean> {
  const probe = { text: PROBES[0], likeness: 'folded' } as const;
  return (await source.count?.(probe, { add: () => undefined })) ?? false;
}

async function ask(text: string, source: SearchSource): Promise<void> {
  const { query } = parseQuery(text);
  if (query === null) return;
  const answered = await answerQuery(query, source);
  const head = await headOf(source, answered, 'relevance', HEAD_ROWS);
  answered.release?.();
  if (head !== null) await rowsOf(head.list, 0, HEAD_ROWS);
}
