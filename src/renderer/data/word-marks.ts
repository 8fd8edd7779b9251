import { bulkDb, db } from './database';

/** Where the words of some texts are, as one row. */
export interface StoredWordMarks {
  id: number;
  /** What cut them; another one cuts otherwise. */
  cutter: string;
  /** Of each text: a hash of it, and its length in UTF-16 code units. */
  hashes: Float64Array<ArrayBuffer>;
  lengths: Uint32Array<ArrayBuffer>;
  /** Two bits for each code unit, each text from a byte of its own on. */
  bits: Uint8Array<ArrayBuffer>;
}

/** The rows of one cutter, one after the other; those of others go. */
export async function* readWordMarks(cutter: string): AsyncGenerator<StoredWordMarks> {
  for (const id of await db.wordMarks.toCollection().primaryKeys()) {
    const row = await db.wordMarks.get(id);
    if (row?.cutter === cutter) yield row;
    else await bulkDb.wordMarks.delete(id);
  }
}

/** They can be made again, so they need not be on the disk at once. */
export async function addWordMarks(row: Omit<StoredWordMarks, 'id'>): Promise<void> {
  await bulkDb.wordMarks.add(row);
}

export async function clearWordMarks(): Promise<void> {
  await bulkDb.wordMarks.clear();
}
