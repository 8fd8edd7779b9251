import {
  ENCODINGS,
  FILE_FORMATS,
  HIGHLIGHT_COLORS,
  METADATA_FIELDS,
  NOTE_TARGET_KINDS,
  PARAGRAPH_KINDS,
} from '@domain/model';
import { restoreNoteDoc } from '@domain/note/restore';
import { ZhaijiError } from '@shared/errors';
import { z } from 'zod';
import { fromBase64 } from './base64';
import { importSettingsSchema } from './import-settings-schema';
import { LATEST_VERSION } from './migrations';
import type { Snapshot } from './snapshot';

const stamp = { id: z.uuid(), created: z.string(), modified: z.string(), authorId: z.string() };
const offset = z.number().int().nonnegative();
const color = z.enum(HIGHLIGHT_COLORS);
const lines = { firstLine: offset, lastLine: offset };

const sourceLines = z.object({ ...lines, sourceFileId: z.uuid() });

const openPartSchema = z.object({
  to: z.enum(['next', 'previous']),
  target: z.string(),
  words: z.string(),
  page: z.string(),
  line: offset,
  cut: z.boolean(),
  sourceFileId: z.uuid().optional(),
});

const factSchema = z.object({
  rule: z.string(),
  line: z.number().nullable(),
  confidence: z.number(),
});

const paragraphSchema = z.object({
  ...lines,
  kind: z.enum(PARAGRAPH_KINDS),
  start: offset,
  end: offset,
  sourceFileId: z.uuid().optional(),
  continues: z.array(sourceLines).optional(),
});

const noteContent = {
  targetKind: z.enum(NOTE_TARGET_KINDS),
  targetId: z.string(),
  doc: z.unknown().transform(restoreNoteDoc),
  plain: z.string(),
};

const revisionSchema = z.object({
  ...stamp,
  articleId: z.uuid(),
  cause: z.enum(['edit', 'restore', 're-import', 'replace']),
  before: z.object({
    text: z.string(),
    sha256: z.string(),
    paragraphs: z.array(paragraphSchema),
  }),
  edits: z.array(z.object({ start: offset, end: offset, text: z.string() })),
  effects: z.array(
    z.object({
      annotationId: z.uuid(),
      effect: z.enum(['moved', 'adjusted', 'unplaced', 'placed']),
      exact: z.string(),
      start: offset,
      end: offset,
    }),
  ),
});

const imageSchema = z.object({
  ...stamp,
  sha256: z.string(),
  type: z.enum(['image/png', 'image/jpeg', 'image/webp', 'image/gif']),
  bytes: z.base64().transform(fromBase64),
  width: offset,
  height: offset,
});

const snapshotSchema = z.object({
  format: z.literal('zhaiji-archive'),
  version: z.number().int(),
  tables: z.object({
    articles: z.array(
      z.object({
        ...stamp,
        ...lines,
        title: z.string(),
        outlet: z.string(),
        date: z.string(),
        byline: z.string(),
        page: z.string(),
        characters: offset,
        paragraphCount: offset,
        sourceFileId: z.uuid(),
        parts: z.array(sourceLines).optional(),
        partFileIds: z.array(z.uuid()).optional(),
        openParts: z.array(openPartSchema).optional(),
        subtitle: z.string().optional(),
        issue: z.string().optional(),
        place: z.string().optional(),
        tagIds: z.array(z.uuid()).optional(),
        facts: z.partialRecord(z.enum(METADATA_FIELDS), factSchema).optional(),
      }),
    ),
    articleTexts: z.array(
      z.object({
        articleId: z.uuid(),
        text: z.string(),
        sha256: z.string(),
        paragraphs: z.array(paragraphSchema),
      }),
    ),
    sourceFiles: z.array(
      z.object({
        ...stamp,
        name: z.string(),
        sha256: z.string(),
        encoding: z.enum(ENCODINGS).nullable(),
        size: offset,
        format: z.enum(FILE_FORMATS).optional(),
        container: z.string().optional(),
        settings: importSettingsSchema.optional(),
      }),
    ),
    annotations: z.array(
      z.object({
        ...stamp,
        articleId: z.uuid(),
        start: offset,
        end: offset,
        exact: z.string(),
        prefix: z.string(),
        suffix: z.string(),
        color: color.nullable(),
        tagIds: z.array(z.uuid()),
        unplaced: z.literal(true).optional(),
      }),
    ),
    notes: z.array(
      z.object({
        ...stamp,
        ...noteContent,
        links: z.array(z.string()).optional(),
      }),
    ),
    tags: z.array(
      z.object({
        ...stamp,
        name: z.string(),
        color,
        description: z.string(),
        parentId: z.uuid().nullable(),
        order: z.number().optional(),
        archived: z.literal(true).optional(),
        shortcut: z.string().optional(),
      }),
    ),
    // Backups of versions before these tables have none of them.
    textRevisions: z.array(revisionSchema).default([]),
    noteVersions: z.array(z.object({ ...stamp, noteId: z.uuid(), ...noteContent })).default([]),
    noteTemplates: z
      .array(z.object({ ...stamp, name: z.string(), doc: z.unknown().transform(restoreNoteDoc) }))
      .default([]),
    images: z.array(imageSchema).default([]),
    savedSearches: z.array(z.object({ ...stamp, name: z.string(), query: z.string() })).default([]),
    settings: z.array(z.object({ key: z.string(), value: z.unknown() })),
  }),
});

/**
 * The one gate through which a backup comes back.
 * @throws ZhaijiError `backup-invalid`, or `database-newer` when a newer Zhaiji wrote it.
 */
export function restoreSnapshot(value: unknown, name: string): Snapshot {
  const version = z.object({ version: z.number() }).safeParse(value);
  if (version.success && version.data.version > LATEST_VERSION) {
    throw new ZhaijiError('database-newer', name);
  }
  const parsed = snapshotSchema.safeParse(value);
  if (!parsed.success) throw new ZhaijiError('backup-invalid', name, { cause: parsed.error });
  return parsed.data;
}
