import { bulkDb, openDatabase } from '@renderer/data/database';
import { copyPages, type PagedSegment } from '@renderer/data/page-files';
import { expose } from 'comlink';
import { runStep } from './search/run-step';
import type { TidyStep } from './search/tidy-plan';

/** Makes and merges segments apart from the worker that answers, so that no answer waits for it. */
const service = {
  async open(): Promise<void> {
    await openDatabase();
    await bulkDb.open();
  },

  run(step: TidyStep): Promise<boolean> {
    return runStep(step);
  },

  copy(segments: PagedSegment[]): Promise<boolean> {
    return copyPages(segments);
  },
};
export type SearchIndexService = typeof service;

expose(service);
