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

/** Segments are changed behind the program's back; done twice they are as before. */
export function damageIndex(page: Page, what: 'page' | 'header' | 'version'): Promise<void> {
  return page.evaluate(async (what) => {
    const finished = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const database = await finished(indexedDB.open('zhaiji'));
    const name = what === 'page' ? 'searchPages' : 'searchSegments';
    const store = database.transaction(name, 'readwrite').objectStore(name);
    for (const row of await finished(store.getAll())) {
      const bytes: Uint8Array = what === 'page' ? row.bytes : row.header;
      // The second word of a header is its version.
      const at = what === 'version' ? 4 : bytes.length >> 1;
      bytes[at] = (bytes[at] ?? 0) ^ 0x55;
      await finished(store.put(row));
    }
    database.close();
  }, what);
}

/**
 * Every row of what can be undone, as text by table: equal texts are equal bytes. What the search makes of
 * the rows is not among it.
 */
export function storedState(page: Page): Promise<Record<string, string[]>> {
  return page.evaluate(async () => {
    const finished = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const sorted = (value: unknown): unknown => {
      if (ArrayBuffer.isView(value)) return `${value.constructor.name} ${value}`;
      if (Array.isArray(value)) return value.map(sorted);
      if (typeof value !== 'object' || value === null) return value;
      const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
      return Object.fromEntries(entries.map(([key, each]) => [key, sorted(each)]));
    };
    const database = await finished(indexedDB.open('zhaiji'));
    const names = [...database.objectStoreNames].filter(
      (name) => !/^search|^settings$|^readingPlaces$/.test(name),
    );
    const reading = database.transaction(names);
    const tables = names.map(async (name) => {
      const rows = await finished<unknown[]>(reading.objectStore(name).getAll());
      return [name, rows.map((row) => JSON.stringify(sorted(row)))] as const;
    });
    const state = Object.fromEntries(await Promise.all(tables));
    database.close();
    return state;
  });
}

/** Takes rows out of a table, past the program. */
export function deleteRows(page: Page, table: string, keys: string[]): Promise<void> {
  return page.evaluate(
    async ([name, gone]) => {
      const opened = indexedDB.open('zhaiji');
      await new Promise((resolve, reject) => {
        opened.onsuccess = resolve;
        opened.onerror = () => reject(opened.error);
      });
      const writing = opened.result.transaction(name, 'readwrite');
      for (const key of gone) writing.objectStore(name).delete(key);
      await new Promise((resolve, reject) => {
        writing.oncomplete = resolve;
        writing.onabort = () => reject(writing.error);
      });
      opened.result.close();
    },
    [table, keys] as const,
  );
}

/** The words of all notes that have reached the database. */
export async function storedNotes(page: Page): Promise<string[]> {
  const rows = await storedRows(page, 'notes');
  return rows.map(({ plain }) => String(plain));
}
