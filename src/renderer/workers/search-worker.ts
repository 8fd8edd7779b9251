import { openDatabase } from '@renderer/data/database';
import { expose } from 'comlink';
import {
  completeSource,
  indexProgress,
  loadIndex,
  startEngine,
  verifyIndex,
} from './search/source';
import { marksStore } from './search-analysis/marks-store';
import { analysisService } from './search-analysis/service';
import { WordHelpers } from './search-analysis/word-helpers';
import { soFar } from './search-results/growing';
import * as kwic from './search-results/kwic-lines';
import { prepare } from './search-results/prepare';
import * as results from './search-results/results';

/** The search, off the main thread. What each call does is said where it is defined. */
const service = {
  async open(allInMemory?: number): Promise<void> {
    await openDatabase();
    startEngine((source) => {
      // What goes wrong is told to who searches.
      prepare(source).catch(() => undefined);
    }, allInMemory);
  },
  loadIndex,
  verifyIndex,
  indexProgress,
  soFar,
  ...results,
  ...kwic,
  ...analysisService(completeSource, {
    marks: marksStore(),
    helpers: () => new WordHelpers(),
  }),
};
export type SearchService = typeof service;

expose(service);
