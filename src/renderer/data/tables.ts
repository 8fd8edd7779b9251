import type { Table } from 'dexie';

/** Where rows are read from: the database, or the transaction that a write is part of. */
export interface Tables {
  table<Row, Key>(name: string): Table<Row, Key>;
}
