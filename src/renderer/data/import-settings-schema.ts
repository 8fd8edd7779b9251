import type { ImportSettings } from '@domain/ingest/settings';
import { CORRECTION_LABELS } from '@domain/ingest/types';
import { ENCODINGS, METADATA_FIELDS } from '@domain/model';
import { z } from 'zod';

const line = z.number().int().nonnegative();

/** The choices with which a file is read, from a backup or the command line. */
export const importSettingsSchema: z.ZodType<ImportSettings> = z.object({
  encoding: z.enum(ENCODINGS).optional(),
  single: z.boolean().optional(),
  repair: z
    .object({ punctuation: z.boolean().optional(), hanSpaces: z.boolean().optional() })
    .optional(),
  columns: z.partialRecord(z.enum(['text', ...METADATA_FIELDS]), z.string()).optional(),
  corrections: z.array(z.object({ line, as: z.enum(CORRECTION_LABELS) })).optional(),
  metadata: z
    .array(
      z.object({
        firstLine: line,
        values: z.partialRecord(z.enum(METADATA_FIELDS), z.string()),
      }),
    )
    .optional(),
});
