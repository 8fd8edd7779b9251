import { openDatabase } from '@renderer/data/database';
import { openAuthor } from './settings';

/**
 * Opens the archive. Nothing may read or write before this is done.
 * @throws ZhaijiError `database-newer` or `database-unreadable`.
 */
export async function openArchive(): Promise<void> {
  await openDatabase();
  await openAuthor();
}
