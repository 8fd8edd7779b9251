import type { ImportSession } from '@renderer/archive/import-session';

/** What a session tells of its files, by the names that it has there. */
export type FileReading = Awaited<ReturnType<ImportSession['read']>>;
export type ReadArticle = FileReading['articles'][number];
export type Duplicate = NonNullable<ReadArticle['duplicate']>;
export type DuplicateChoice = Parameters<ImportSession['choose']>[2];
export type Table = NonNullable<FileReading['table']>;
