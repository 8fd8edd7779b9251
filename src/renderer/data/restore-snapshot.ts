import {
  ENCODINGS,
  FILE_FORMATS,
  HIGHLIGHT_COLORS,
  METADATA_FIELDS,
  PARAGRAPH_KINDS,
} from '@domain/model';
import { restoreNoteDoc } from '@domain/note/restore';
import { ZhaijiError } from '@shared/errors';
import { z } from 'zod';
import { importSettingsSchema } from './import-settings-schema';
import { LATEST_VERSION } from './migrations';
import type { Snapshot } from './snapshot';

const stamp = { id: z.uuid(), created: z.string(), modified: z.string(), authorId: z.string() };
const offset = z.number().int().nonnegative();
const color = z.enum(HIGHLIGHT_COLORS);
const lines = { firstLine: offset, lastLine: offset };

const factSchema = z.object({
  rule: z.string(),
  line: z.number().nullable(),
  confidence: z.number(),
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
        subtitle: z.string().optional(),
        issue: z.string().optional(),
        place: z.string().optional(),
        facts: z.partialRecord(z.enum(METADATA_FIELDS), factSchema).optional(),
      }),
    ),
    articleTexts: z.array(
      z.object({
        articleId: z.uuid(),
        text: z.string(),
        sha256: z.string(),
        paragraphs: z.array(
          z.object({ ...lines, kind: z.enum(PARAGRAPH_KINDS), start: offset, end: offset }),
        ),
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
        targetKind: z.enum(['annotation', 'article', 'archive']),
        targetId: z.string(),
        doc: z.unknown().transform(restoreNoteDoc),
        plain: z.string(),
      }),
    ),
    tags: z.array(
      z.object({
        ...stamp,
        name: z.string(),
        color,
        description: z.string(),
        parentId: z.uuid().nullable(),
      }),
    ),
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
