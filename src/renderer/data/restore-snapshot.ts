import { ENCODINGS, HIGHLIGHT_COLORS, PARAGRAPH_KINDS } from '@domain/model';
import { restoreNoteDoc } from '@domain/note/restore';
import { ZhaijiError } from '@shared/errors';
import { z } from 'zod';
import { LATEST_VERSION } from './migrations';
import type { Snapshot } from './snapshot';

const stamp = { id: z.uuid(), created: z.string(), modified: z.string(), authorId: z.string() };
const offset = z.number().int().nonnegative();
const color = z.enum(HIGHLIGHT_COLORS);
const lines = { firstLine: offset, lastLine: offset };

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
        encoding: z.enum(ENCODINGS),
        size: offset,
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
