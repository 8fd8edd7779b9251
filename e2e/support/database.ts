import type { Page } from '@playwright/test';

/** The rows of a table as they lie in the database, past everything that the screen holds. */
export function storedRows(page: Page, table: string): Promise<Record<string, unknown>[]> {
  return page.evaluate(async (name) => {
    const finished = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const database = await finished(indexedDB.open('zhaiji'));
    const rows = await finished(database.transaction(name).objectStore(name).getAll());
    database.close();
    return rows;
  }, table);
}

/** The words of all notes that have reached the database. */
export async function storedNotes(page: Page): Promise<string[]> {
  const rows = await storedRows(page, 'notes');
  return rows.map(({ plain }) => String(plain));
}
