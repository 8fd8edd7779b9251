import { markWords } from '@domain/search/stats/words';
import { expose, transfer } from 'comlink';
import { type MarksOfTexts, packed } from './search-analysis/packed-marks';

/** Looks for the words of texts, beside the search worker. */
const service = {
  cut(texts: readonly string[]): MarksOfTexts {
    const marks = packed(texts.map((text) => ({ key: 0, marks: markWords(text) })));
    return transfer(marks, [marks.hashes.buffer, marks.lengths.buffer, marks.bits.buffer]);
  },
};
export type WordService = typeof service;

expose(service);
