import { readKeptCatalog } from '@renderer/data/kept-catalog';
import { eachRows, readSinceKept, type WrittenRows } from '@renderer/data/search-rows';
import { Catalog } from '@renderer/workers/search/catalog';
import { KEPT_VERSION, takePiece } from '@renderer/workers/search/kept-catalog';

const TABLES = ['articles', 'annotations', 'notes', 'tags'] as const;

/**
 * Compares the catalogue that is kept for the search's next start with the rows. Those that were written
 * since are read again then, and articles that it has not, so that they are no fault.
 * @returns what is wrong with it; `null` when nothing is, there is none that would be used, or another was
 *   kept meanwhile
 */
export async function faultOfKeptCatalog(): Promise<string | null> {
  const kept = await readKeptCatalog(KEPT_VERSION);
  if (kept === null) return null;
  if (kept === 'damaged') return 'damaged: it is made anew';
  const then = new Catalog();
  for (const piece of kept.pieces) takePiece(piece, then);
  const now = new Catalog();
  await eachRows('articles', (rows) => {
    for (const row of rows) now.putArticle(row);
  });
  await eachRows('annotations', (rows) => {
    for (const row of rows) now.putAnnotation(row);
  });
  await eachRows('notes', (rows) => {
    for (const row of rows) now.putNote(row);
  });
  await eachRows('tags', (rows) => {
    for (const row of rows) now.putTag(row);
  });
  // What is written while the rows are read is among it.
  const since = await readSinceKept(kept.head);
  if (since === null) return null;
  const [known, stored] = [rowsOf(then, since.written), rowsOf(now, since.written)];
  for (const [key, row] of known) {
    if (stored.get(key) !== row) return `${key} is another or gone`;
  }
  for (const key of stored.keys()) {
    if (!known.has(key) && !key.startsWith('articles/')) return `${key} is not in it`;
  }
  return null;
}

/** All rows but those that were written, by table and id. How long a text is the index tells. */
function rowsOf(catalog: Catalog, written: WrittenRows): Map<string, string> {
  const { passageRow, ...all } = catalog.rows();
  const rows = {
    articles: all.articles.map((row) => ({ ...row, length: 0 })),
    annotations: all.passages.map(passageRow),
    notes: all.notes,
    tags: all.tags,
  };
  const found = new Map<string, string>();
  for (const table of TABLES) {
    for (const row of rows[table]) {
      if (!written[table].has(row.id)) found.set(`${table}/${row.id}`, JSON.stringify(row));
    }
  }
  return found;
}
