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

/** Puts rows into a table, past the program: it reads them when the page is loaded anew. */
export function storeRows(page: Page, table: string, rows: object[]): Promise<void> {
  return page.evaluate(
    async ([name, wanted]) => {
      const opened = indexedDB.open('zhaiji');
      await new Promise((resolve, reject) => {
        opened.onsuccess = resolve;
        opened.onerror = () => reject(opened.error);
      });
      const writing = opened.result.transaction(name, 'readwrite');
      for (const row of wanted) writing.objectStore(name).put(row);
      await new Promise((resolve, reject) => {
        writing.oncomplete = resolve;
        writing.onabort = () => reject(writing.error);
      });
      opened.result.close();
    },
    [table, rows] as const,
  );
}

/** The words of all notes that have reached the database. */
export async function storedNotes(page: Page): Promise<string[]> {
  const rows = await storedRows(page, 'notes');
  return rows.map(({ plain }) => String(plain));
}
