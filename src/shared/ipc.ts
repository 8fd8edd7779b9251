import { z } from 'zod';
import {
  collocatesRequestSchema,
  freqRequestSchema,
  keynessRequestSchema,
  ngramsRequestSchema,
} from './cli-analysis';
import type { ErrorCode } from './errors';

/**
 * Every channel between the main process and the renderer, declared once. `invoke` channels go from
 * the renderer to main and answer; `events` go from main to the renderer. Main checks the sender and
 * parses the arguments with these schemas before a handler sees them.
 */

export const pickedFileSchema = z.object({
  /** Unguessable name under which main lets the renderer read this one file. */
  handle: z.string().min(1),
  name: z.string(),
  path: z.string(),
  /** Bytes. */
  size: z.number().nonnegative(),
});
export type PickedFile = z.infer<typeof pickedFileSchema>;

/** A path that could not be offered for reading, and why. */
export const pathProblemSchema = z.object({
  path: z.string(),
  code: z.enum(['file-missing', 'file-unreadable', 'file-too-large', 'folder-empty']),
});
export type PathProblem = z.infer<typeof pathProblemSchema>;

export const pickedFilesSchema = z.object({
  files: z.array(pickedFileSchema),
  problems: z.array(pathProblemSchema),
  /** Files in the folders that are of no format that is read; nobody asked for them by name. */
  others: z.number().int().nonnegative(),
});
export type PickedFiles = z.infer<typeof pickedFilesSchema>;

export const folderSchema = z.object({ handle: z.string().min(1), path: z.string() });
export type PickedFolder = z.infer<typeof folderSchema>;

export interface MenuItem {
  id?: string;
  label?: string;
  /** Electron accelerator. */
  accelerator?: string;
  enabled?: boolean;
  checked?: boolean;
  role?: 'undo' | 'redo' | 'cut' | 'copy' | 'paste' | 'selectAll' | 'quit' | 'close' | 'minimize';
  separator?: boolean;
  items?: MenuItem[];
}
const menuItemSchema: z.ZodType<MenuItem> = z.lazy(() =>
  z.object({
    id: z.string().max(100).optional(),
    label: z.string().max(200).optional(),
    accelerator: z.string().max(60).optional(),
    enabled: z.boolean().optional(),
    checked: z.boolean().optional(),
    role: z
      .enum(['undo', 'redo', 'cut', 'copy', 'paste', 'selectAll', 'quit', 'close', 'minimize'])
      .optional(),
    separator: z.boolean().optional(),
    items: z.array(menuItemSchema).max(100).optional(),
  }),
);

export const LANGUAGES = ['zh-CN', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];
export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

export const appInfoSchema = z.object({
  version: z.string(),
  /** The system's language, as far as we speak it. */
  language: z.enum(LANGUAGES),
  /** The profile folder, which is the archive. */
  profile: z.string(),
  platform: z.enum(['linux', 'darwin', 'win32']),
});
export type AppInfo = z.infer<typeof appInfoSchema>;

export const cliRequestSchema = z.discriminatedUnion('command', [
  z.object({
    command: z.literal('import'),
    files: z.array(pickedFileSchema),
    problems: z.array(pathProblemSchema),
    others: z.number().int().nonnegative(),
    dryRun: z.boolean(),
    /** How to read them; the renderer checks it. */
    settings: z.unknown(),
    duplicates: z.enum(['keep', 'replace', 'skip']),
    timeout: z.number().nullable(),
  }),
  z.object({
    command: z.literal('reimport'),
    id: z.string(),
    /** Names of the source files that get the settings; all of them when there is none. */
    files: z.array(z.string()),
    settings: z.unknown(),
  }),
  z.object({ command: z.literal('list') }),
  z.object({ command: z.literal('show'), id: z.string() }),
  z.object({
    command: z.literal('search'),
    query: z.string(),
    limit: z.number().int().nonnegative(),
  }),
  z.object({
    command: z.literal('kwic'),
    query: z.string(),
    /** Sort keys of the domain. */
    keys: z.array(z.string()),
    unit: z.enum(['word', 'character']),
    /** UTF-16 units. */
    width: z.number().int().positive(),
    limit: z.number().int().nonnegative(),
  }),
  z.object({
    command: z.literal('annotate'),
    id: z.string(),
    start: z.number().int().nonnegative(),
    end: z.number().int().nonnegative(),
    /** One of the highlight colours of the domain. */
    color: z.string().nullable(),
    tags: z.array(z.string()),
    note: z.string().nullable(),
  }),
  z.object({
    command: z.literal('export-markdown'),
    folder: folderSchema,
    articleIds: z.array(z.string()),
    tag: z.string().nullable(),
    overwrite: z.boolean(),
  }),
  z.object({
    command: z.literal('notes'),
    action: z.enum(['list', 'show', 'set']),
    /** Of a note or of what it is on; empty for `list`. */
    id: z.string(),
    /** Markdown for `set`. */
    note: z.string(),
  }),
  z.object({
    command: z.literal('edit'),
    id: z.string(),
    start: z.number().int().nonnegative(),
    end: z.number().int().nonnegative(),
    text: z.string(),
  }),
  z.object({
    command: z.literal('history'),
    id: z.string(),
    /** Counted from 1, the first change first. */
    restore: z.number().int().positive().nullable(),
  }),
  z.object({ command: z.literal('tags') }),
  z.object({
    command: z.literal('tags-export'),
    folder: folderSchema,
    /** In the folder; ends with `.csv` or `.qdc`. */
    name: z.string(),
    overwrite: z.boolean(),
  }),
  z.object({
    command: z.literal('tags-import'),
    files: z.array(pickedFileSchema),
    problems: z.array(pathProblemSchema),
    dryRun: z.boolean(),
  }),
  collocatesRequestSchema,
  freqRequestSchema,
  keynessRequestSchema,
  ngramsRequestSchema,
  z.object({ command: z.literal('check') }),
]);
export type CliRequest = z.infer<typeof cliRequestSchema>;

const backupNameSchema = z.string().regex(/^zhaiji-\d{8}-\d{6}\.json\.gz$/);
const backupInfoSchema = z.object({
  name: backupNameSchema,
  /** ISO 8601 time. */
  time: z.string(),
  /** Bytes. */
  size: z.number(),
});
export type BackupInfo = z.infer<typeof backupInfoSchema>;

const bytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array);

/** One of several files that were read at once: its bytes, or why they could not be had. */
export type FileBytes = Uint8Array | { code: ErrorCode; subject: string };
const fileBytes = z.custom<FileBytes>();
const none = z.void();

export const invokeChannels = {
  'app:info': { args: z.tuple([]), result: appInfoSchema },
  'app:ready': { args: z.tuple([]), result: pickedFilesSchema.nullable() },
  /** What was typed is stored; only the backup is still to be made. */
  'app:saved': { args: z.tuple([]), result: none },
  'app:flushed': { args: z.tuple([]), result: none },
  'app:theme': { args: z.tuple([z.enum(THEMES)]), result: none },
  'menu:set': { args: z.tuple([z.array(menuItemSchema).max(20)]), result: none },
  'files:pick': { args: z.tuple([z.enum(['files', 'folder'])]), result: pickedFilesSchema },
  'files:dropped': { args: z.tuple([z.array(z.string()).max(10_000)]), result: pickedFilesSchema },
  'files:sample': { args: z.tuple([]), result: pickedFilesSchema },
  'files:read': { args: z.tuple([z.string()]), result: bytes },
  /** In the order of the handles. */
  'files:readMany': { args: z.tuple([z.array(z.string()).max(1000)]), result: z.array(fileBytes) },
  'folder:pick': { args: z.tuple([]), result: folderSchema.nullable() },
  /** Which of these relative names exist already in the folder. */
  'folder:existing': {
    args: z.tuple([z.string(), z.array(z.string()).max(200_000)]),
    result: z.array(z.string()),
  },
  /** Writes whole or not at all; without `overwrite` an existing file is an error. */
  'folder:write': {
    args: z.tuple([z.string(), z.string().max(400), z.union([z.string(), bytes]), z.boolean()]),
    result: none,
  },
  'folder:reveal': { args: z.tuple([z.string()]), result: none },
  'backup:write': { args: z.tuple([bytes]), result: backupInfoSchema },
  'backup:list': { args: z.tuple([]), result: z.array(backupInfoSchema) },
  'backup:read': { args: z.tuple([backupNameSchema]), result: bytes },
  /** Asks where to save what the window prints, suggesting a name; `false`: cancelled. */
  'pdf:save': { args: z.tuple([z.string().max(400)]), result: z.boolean() },
  'link:open': { args: z.tuple([z.string().max(4000)]), result: z.boolean() },
  'cli:request': { args: z.tuple([]), result: cliRequestSchema },
  'cli:result': { args: z.tuple([z.json()]), result: none },
  'cli:results': { args: z.tuple([z.string()]), result: none },
  'cli:message': { args: z.tuple([z.string()]), result: none },
  'cli:done': { args: z.tuple([z.number().int().min(0).max(2)]), result: none },
} as const;

export type InvokeChannel = keyof typeof invokeChannels;
export type InvokeArgs<C extends InvokeChannel> = z.infer<(typeof invokeChannels)[C]['args']>;
export type InvokeResult<C extends InvokeChannel> = z.infer<(typeof invokeChannels)[C]['result']>;

/** How a handler's answer travels: its value, or the error that it foresaw. */
export type Reply<C extends InvokeChannel> =
  | { ok: true; value: InvokeResult<C> }
  | { ok: false; code: ErrorCode; subject: string };

/** Events from main to the renderer, with what they carry. */
export interface EventMap {
  'menu:invoke': string;
  'files:opened': PickedFiles;
  'app:flush': null;
}
export type EventChannel = keyof EventMap;
