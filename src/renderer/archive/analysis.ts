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
} from '@renderer/workers/search-analysis/types';
import { proxy } from 'comlink';
import { searchService } from './search';

export type { Keyness, Ngrams, QueryMistake } from '@renderer/workers/search-analysis/types';

/** Every analysis by its name: what it is asked and what it answers. */
interface Analyses {
  collocates: { request: CollocatesRequest; outcome: Collocates };
  frequency: { request: FrequencyRequest; outcome: Frequency };
  keyness: { request: KeynessRequest; outcome: Keyness };
  ngrams: { request: NgramsRequest; outcome: Ngrams };
}
export type AnalysisKind = keyof Analyses;
export type RequestOf<K extends AnalysisKind> = Analyses[K]['request'];
export type OutcomeOf<K extends AnalysisKind> = Analyses[K]['outcome'];

let started = 0;

/**
 * Begins an analysis of the titles and texts of the archive.
 *
 * @returns its answer, which is the error `cancelled` when it was stopped before it ended
 */
export function analyse<K extends AnalysisKind>(
  kind: K,
  request: RequestOf<K>,
  onProgress: Progress = () => undefined,
): { answer: Promise<Answer<OutcomeOf<K>>>; stop: () => void } {
  started += 1;
  const number = started;
  return {
    answer: ask(kind, request, number, onProgress),
    stop: () => void searchService().then((service) => service.stopAnalysis(number)),
  };
}

async function ask<K extends AnalysisKind>(
  kind: K,
  request: RequestOf<K>,
  number: number,
  onProgress: Progress,
): Promise<Answer<OutcomeOf<K>>> {
  const service = await searchService();
  // The methods differ in nothing but what they ask and answer, which `Analyses` pairs.
  const method = service[kind] as unknown as (
    request: RequestOf<K>,
    number: number,
    onProgress: Progress,
  ) => Promise<Answer<OutcomeOf<K>>>;
  return method(request, number, proxy(onProgress));
}
