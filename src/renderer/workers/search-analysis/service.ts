import type { SearchSource } from '@domain/search/source';
import type { TokenUnit } from '@domain/search/stats/tokens';
import { ZhaijiError } from '@shared/errors';
import { collocates } from './collocates';
import { frequency } from './frequency';
import { type Job, type Preparation, TextsChanged } from './job';
import { keptWords, type MarksStore } from './kept-words';
import { keyness } from './keyness';
import { ngrams } from './ngrams';
import { haveSameTexts } from './same-words';
import type {
  Answer,
  Collocates,
  CollocatesRequest,
  Frequency,
  FrequencyRequest,
  Keyness,
  KeynessRequest,
  Ngrams,
  NgramsRequest,
  Progress,
} from './types';
import type { WordHelpers } from './word-helpers';

/** Milliseconds between two reports, so that they are not what the time is spent on. */
const PACE = 80;

/** How often it is begun anew when texts change under it. */
const ATTEMPTS = 4;

/** What the words of texts are looked for with. */
interface Words {
  marks: MarksStore;
  helpers(): WordHelpers;
}

function preparationBy(helpers: WordHelpers): Preparation {
  return {
    batches: helpers.count,
    async work(texts) {
      try {
        await keptWords.prepare(texts, (unknown) => helpers.cut(unknown));
      } catch {
        // What they do not answer is looked for where it is counted.
      }
    },
  };
}

/**
 * The statistics of the search worker. Each takes the number that `stopAnalysis` stops it by, and
 * what is told how far it is; one that is stopped throws the error `cancelled`. All that one answers is
 * of one state of the archive: where a text changes under it, it begins anew.
 *
 * @param words where it is kept what words texts have, and who looks for them beside
 */
export function analysisService(currentSource: () => Promise<SearchSource>, words?: Words) {
  const running = new Map<number, AbortController>();

  async function run<T>(
    number: number,
    onProgress: Progress,
    work: (job: Job) => Promise<T>,
    unit?: TokenUnit,
  ): Promise<T> {
    const controller = new AbortController();
    running.set(number, controller);
    let told = Number.NEGATIVE_INFINITY;
    const report: Progress = (done, total) => {
      if (performance.now() - told < PACE) return;
      told = performance.now();
      onProgress(done, total);
    };
    const { signal } = controller;
    const helpers = unit === 'word' && words !== undefined ? words.helpers() : null;
    const prepare = helpers === null ? undefined : preparationBy(helpers);
    try {
      if (helpers !== null && words !== undefined) await keptWords.load(words.marks);
      for (let attempt = 1; ; attempt += 1) {
        const source = await currentSource();
        const verify = async (articles: Uint32Array) => {
          if (!haveSameTexts(source, await currentSource(), articles)) throw new TextsChanged();
        };
        try {
          return await work({ source, signal, report, verify, prepare });
        } catch (error) {
          if (!(error instanceof TextsChanged)) throw error;
          if (attempt === ATTEMPTS) throw new ZhaijiError('archive-changing');
        }
      }
    } finally {
      running.delete(number);
      helpers?.stop();
      await keptWords.storeFresh();
    }
  }

  return {
    collocates: (
      request: CollocatesRequest,
      number: number,
      onProgress: Progress,
    ): Promise<Answer<Collocates>> =>
      run(number, onProgress, (job) => collocates(job, request), request.unit),
    frequency: (
      request: FrequencyRequest,
      number: number,
      onProgress: Progress,
    ): Promise<Answer<Frequency>> => run(number, onProgress, (job) => frequency(job, request)),
    keyness: (
      request: KeynessRequest,
      number: number,
      onProgress: Progress,
    ): Promise<Answer<Keyness>> =>
      run(number, onProgress, (job) => keyness(job, request), request.unit),
    ngrams: (
      request: NgramsRequest,
      number: number,
      onProgress: Progress,
    ): Promise<Answer<Ngrams>> =>
      run(number, onProgress, (job) => ngrams(job, request), request.unit),
    /** Stops one that is running; nothing happens when it has ended. */
    stopAnalysis(number: number): void {
      running.get(number)?.abort();
    },
  };
}
