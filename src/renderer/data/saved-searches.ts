import type { SavedSearch } from '@domain/model-history';
import { db } from './database';
import type { Tables } from './tables';

export function allSavedSearches(from: Tables = db): Promise<SavedSearch[]> {
  return from.table<SavedSearch, string>('savedSearches').toArray();
}
