import type { ImportSettings } from '@domain/ingest/settings';
import { ENCODINGS, METADATA_FIELDS } from '@domain/model';
import { oneOf, UsageError } from './arguments';

export const SETTINGS_OPTIONS = {
  encoding: { type: 'string' },
  single: { type: 'boolean', default: false },
  repair: { type: 'string', multiple: true },
  column: { type: 'string', multiple: true },
} as const;

export interface SettingsValues {
  encoding?: string;
  single?: boolean;
  repair?: string[];
  column?: string[];
}

export const READING = ['encoding', 'single', 'repair', 'column'] as const;

const REPAIRS = ['punctuation', 'spaces'] as const;
const COLUMN_ROLES = ['text', ...METADATA_FIELDS] as const;

/** What the command line says on how files are to be read. @throws UsageError */
export function readSettings(values: SettingsValues): ImportSettings {
  const settings: ImportSettings = {};
  if (values.encoding !== undefined) {
    settings.encoding = oneOf('--encoding', values.encoding.toLowerCase(), ENCODINGS);
  }
  if (values.single === true) settings.single = true;
  for (const name of values.repair ?? []) {
    const repair = oneOf('--repair', name, REPAIRS);
    const key = repair === 'spaces' ? 'hanSpaces' : 'punctuation';
    settings.repair = { ...settings.repair, [key]: true };
  }
  for (const pair of values.column ?? []) {
    const [role = '', ...column] = pair.split('=');
    if (column.length === 0) throw new UsageError(`--column needs ROLE=NAME, got '${pair}'`);
    settings.columns ??= {};
    settings.columns[oneOf('--column', role, COLUMN_ROLES)] = column.join('=');
  }
  return settings;
}
