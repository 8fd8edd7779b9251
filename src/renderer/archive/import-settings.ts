import type { ImportSettings } from '@domain/ingest/settings';
import { importSettingsSchema } from '@renderer/data/import-settings-schema';
import { ZhaijiError } from '@shared/errors';

/** The choices with which files are to be read. @throws ZhaijiError `usage` */
export function parseImportSettings(value: unknown): ImportSettings {
  const parsed = importSettingsSchema.safeParse(value);
  if (!parsed.success) throw new ZhaijiError('usage', 'settings', { cause: parsed.error });
  return parsed.data;
}
