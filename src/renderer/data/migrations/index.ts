import type { Transaction } from 'dexie';
import { version1 } from './version-1';
import { version2 } from './version-2';
import { version3 } from './version-3';
import { version4 } from './version-4';
import { version5 } from './version-5';
import { version6 } from './version-6';
import { version7 } from './version-7';

/** One step of the database's schema. Steps are only ever added, never changed once released. */
export interface Migration {
  version: number;
  /** Dexie's schema syntax; `null` drops a table. */
  stores: Record<string, string | null>;
  /** Brings the rows of the version before into this version's form. */
  upgrade?: (transaction: Transaction) => Promise<void>;
}

export const migrations: Migration[] = [
  version1,
  version2,
  version3,
  version4,
  version5,
  version6,
  version7,
];

/** The newest version that this program understands. */
export const LATEST_VERSION = Math.max(...migrations.map((migration) => migration.version));
