import { readSetting, writeSetting } from '@renderer/data/settings';
import { z } from 'zod';
import type { Settings } from './settings';

/** How the library's list is sorted. */
export interface LibraryOrder {
  sort: Settings['librarySort'];
  descending: boolean;
}

/** Not one of the preferences: it follows from what is stored. */
const KEY = 'libraryHead';

const libraryHead = z.object({
  sort: z.string(),
  descending: z.boolean(),
  ids: z.array(z.string()),
});

/**
 * The first rows of the list as it was left in this order, by id; none when it was left in another. They
 * are what is seen until all rows are there and sorted: only what another program wrote to the archive
 * since (the command line) is not among them yet.
 */
export async function readLibraryHead({ sort, descending }: LibraryOrder): Promise<string[]> {
  const { data } = libraryHead.safeParse(await readSetting(KEY));
  return data?.sort === sort && data.descending === descending ? data.ids : [];
}

export function saveLibraryHead({ sort, descending }: LibraryOrder, ids: string[]): Promise<void> {
  return writeSetting(KEY, { sort, descending, ids });
}
