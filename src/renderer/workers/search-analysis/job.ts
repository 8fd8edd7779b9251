import type { SearchSource } from '@domain/search/source';
import { ZhaijiError } from '@shared/errors';

/** A piece of work over texts that tells how far it is and can be stopped. */
export interface Job {
  source: SearchSource;
  signal: AbortSignal;
  report(done: number, total: number): void;
  /** Called after texts were read. @throws TextsChanged when they may be others than the source's */
  verify?(articles: Uint32Array): Promise<void>;
  /** What is done beforehand with texts that are going to be counted. */
  prepare?: Preparation | undefined;
}

export interface Preparation {
  /** How many batches of texts are worked on at once. */
  batches: number;
  work(texts: readonly string[]): Promise<void>;
}

/** Texts were written while they were counted; what was counted so far belongs to no one state. */
export class TextsChanged extends Error {}

/** Characters that are read from the database at once. */
const BATCH = 300_000;
/** Milliseconds after which others get a turn, so that searching goes on as one types. */
const TURN = 12;

export interface Walk {
  /** Ordinals, ascending. */
  articles: Uint32Array;
  /** How often all texts are walked over in this job, and which time it is, from 0. */
  rounds?: number;
  round?: number;
}

/**
 * Walks over the titles and texts of articles.
 *
 * @throws ZhaijiError `cancelled`
 * @throws TextsChanged
 */
export async function eachText(
  job: Job,
  { articles, rounds = 1, round = 0 }: Walk,
  visit: (text: string, article: number, field: 'title' | 'text') => void,
): Promise<void> {
  const { source } = job;
  const all = articles.length * rounds;
  let turn = performance.now();
  const { batches = 1 } = job.prepare ?? {};
  // The next ones are read and prepared while some are counted.
  const ahead: ReturnType<typeof readFrom>[] = [];
  let asked = 0;
  for (let from = 0; from < articles.length; ) {
    while (ahead.length <= batches && asked < articles.length) {
      const next = readFrom(job, articles, asked);
      ahead.push(next);
      asked += next.batch.length;
    }
    const { batch, reading } = ahead.shift() as ReturnType<typeof readFrom>;
    const texts = await orStopped(job.signal, reading);
    await job.verify?.(batch);
    for (const [index, article] of batch.entries()) {
      visit(source.articles[article]?.title ?? '', article, 'title');
      visit(texts[index] ?? '', article, 'text');
      if (performance.now() - turn < TURN) continue;
      job.report(round * articles.length + from + index + 1, all);
      await letOthers();
      stopIfTold(job.signal);
      turn = performance.now();
    }
    stopIfTold(job.signal);
    from += batch.length;
  }
}

function readFrom({ source, prepare }: Job, articles: Uint32Array, from: number) {
  const batch = articles.subarray(from, endOfBatch(source, articles, from));
  const reading = source.texts('text', batch).then(async (texts) => {
    await prepare?.work(texts);
    return texts;
  });
  // Nobody waits for it any more when the walk ends early.
  reading.catch(() => undefined);
  return { batch, reading };
}

/** What others work on, unless it is stopped before they have done it. @throws ZhaijiError `cancelled` */
function orStopped<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  stopIfTold(signal);
  return new Promise((resolve, reject) => {
    const stop = () => reject(new ZhaijiError('cancelled'));
    signal.addEventListener('abort', stop, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
  });
}

export function stopIfTold(signal: AbortSignal): void {
  if (signal.aborted) throw new ZhaijiError('cancelled');
}

export function everyArticle({ articles }: SearchSource): Uint32Array {
  return Uint32Array.from({ length: articles.length }, (_, ordinal) => ordinal);
}

function endOfBatch({ articles }: SearchSource, wanted: Uint32Array, from: number): number {
  let characters = 0;
  let to = from;
  while (to < wanted.length && (to === from || characters < BATCH)) {
    characters += articles[wanted[to] ?? 0]?.length ?? 0;
    to += 1;
  }
  return to;
}

/** Lets waiting messages in; a timer would wait for four milliseconds each time. */
function letOthers(): Promise<void> {
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
