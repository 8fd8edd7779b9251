import type {
  DBCore,
  DBCoreMutateRequest,
  DBCoreMutateResponse,
  DBCoreTable,
  Middleware,
} from 'dexie';

/** The tables whose rows a search reads. */
export const SEARCHED_TABLES = [
  'articles',
  'articleTexts',
  'notes',
  'annotations',
  'tags',
] as const;
export type SearchedTable = (typeof SEARCHED_TABLES)[number];

/** A row of a searched table that was written or deleted since the index was made of it. */
export interface SearchMark {
  /** Counts up in the order of the writes. */
  serial: number;
  table: SearchedTable;
  /** The row's key. */
  id: string;
}

export function markKey({ table, id }: Pick<SearchMark, 'table' | 'id'>): string {
  return `${table}/${id}`;
}

const MARKS = 'searchMarks';
const SEGMENTS = 'searchSegments';

/**
 * Puts a mark beside every write to a searched table, in the same transaction, whoever writes: what
 * is marked is read from its row and not from the index, so that an answer is exact at once. Only a
 * transaction that has the segments among its tables sees to the index itself and leaves no marks.
 */
export const searchMarks: Middleware<DBCore> = {
  stack: 'dbcore',
  name: 'searchMarks',
  create: (core) => ({
    ...core,
    transaction(stores, mode, options) {
      const isMarked =
        mode === 'readwrite' && stores.some(isSearched) && !stores.includes(SEGMENTS);
      const all = isMarked && !stores.includes(MARKS) ? [...stores, MARKS] : stores;
      return core.transaction(all, mode, options);
    },
    table(name) {
      const table = core.table(name);
      if (!isSearched(name)) return table;
      return { ...table, mutate: (request) => mutateMarked(core, table, name, request) };
    },
  }),
};

/** Without `await`: it would lead out of the zone in which Dexie knows its transaction. */
function mutateMarked(
  core: DBCore,
  table: DBCoreTable,
  name: SearchedTable,
  request: DBCoreMutateRequest,
): Promise<DBCoreMutateResponse> {
  if (!leavesMarks(request.trans)) return table.mutate(request);
  const { primaryKey } = table.schema;
  const { trans } = request;
  const marked = (keys: readonly unknown[]) => {
    const values = keys.map((key) => ({ table: name, id: String(key) }));
    // Both are asked for at once: a round trip for each would be felt while typing.
    const writing = table.mutate(request);
    if (values.length === 0) return writing;
    const marking = core.table(MARKS).mutate({ type: 'add', trans, values });
    return Promise.all([writing, marking]).then(([response]) => response);
  };
  if (request.type === 'delete') return marked(request.keys);
  if (request.type !== 'deleteRange') {
    return marked(request.values.map((row) => primaryKey.extractKey?.(row)));
  }
  const query = { index: primaryKey, range: request.range };
  return table.query({ trans, values: false, query }).then(({ result }) => marked(result));
}

/** The core's transactions are those of the browser. */
function leavesMarks(transaction: object): boolean {
  if (!(transaction instanceof IDBTransaction)) return false;
  const stores = transaction.objectStoreNames;
  return stores.contains(MARKS) && !stores.contains(SEGMENTS);
}

function isSearched(name: string): name is SearchedTable {
  return (SEARCHED_TABLES as readonly string[]).includes(name);
}
