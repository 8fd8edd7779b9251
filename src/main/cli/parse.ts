import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { ImportSettings } from '@domain/ingest/settings';
import { HIGHLIGHT_COLORS, type HighlightColor } from '@domain/model';
import type { AnalysisCommand } from '@shared/cli-analysis';
import { one, oneOf, range, takesNothing, UsageError, whole } from './arguments';
import {
  ANALYSIS_OPTIONS,
  ANALYSIS_OWN_OPTIONS,
  type AnalysisValues,
  readAnalysis,
} from './parse-analysis';
import { KWIC_OPTIONS, type KwicCommand, readKwic } from './parse-kwic';
import { READING, readSettings, SETTINGS_OPTIONS, type SettingsValues } from './parse-settings';

/** A command line that was understood; paths are absolute. */
export type CliCommand =
  | ({ command: 'import'; paths: string[]; dryRun: boolean } & ImportOptions)
  | { command: 'reimport'; id: string; files: string[]; settings: ImportSettings }
  | { command: 'list' }
  | { command: 'show'; id: string }
  | { command: 'search'; query: string; limit: number }
  | KwicCommand
  | {
      command: 'annotate';
      id: string;
      start: number;
      end: number;
      color: HighlightColor | null;
      tags: string[];
      note: string | null;
    }
  | {
      command: 'export-markdown';
      folder: string;
      articleIds: string[];
      tag: string | null;
      overwrite: boolean;
    }
  | { command: 'notes'; action: 'list' | 'show' | 'set'; id: string; note: string }
  | { command: 'edit'; id: string; start: number; end: number; text: string }
  | { command: 'history'; id: string; restore: number | null }
  | { command: 'tags' }
  | { command: 'tags-export'; path: string; overwrite: boolean }
  | { command: 'tags-import'; path: string; dryRun: boolean }
  | AnalysisCommand
  | { command: 'check' };

interface ImportOptions {
  settings: ImportSettings;
  duplicates: 'keep' | 'replace' | 'skip';
  /** Seconds that one file may take; `null`: the usual limit. */
  timeout: number | null;
}

export type CliParse =
  | { kind: 'run'; command: CliCommand; json: boolean; quiet: boolean }
  | { kind: 'help' }
  | { kind: 'version' }
  | { kind: 'wrong'; reason: string };

/** How many hits `search` prints when it is not told. */
const DEFAULT_LIMIT = 100;

/** Reads `zhaiji …` arguments. Never throws: a wrong usage is answered with its reason. */
export function parseCli(args: string[], cwd: string): CliParse {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        archive: { type: 'string' },
        json: { type: 'boolean', default: false },
        quiet: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
        version: { type: 'boolean', default: false },
        limit: { type: 'string' },
        ...KWIC_OPTIONS,
        start: { type: 'string' },
        end: { type: 'string' },
        color: { type: 'string' },
        tag: { type: 'string', multiple: true },
        note: { type: 'string' },
        text: { type: 'string' },
        restore: { type: 'string' },
        article: { type: 'string', multiple: true },
        file: { type: 'string', multiple: true },
        overwrite: { type: 'boolean', default: false },
        'dry-run': { type: 'boolean', default: false },
        ...SETTINGS_OPTIONS,
        duplicates: { type: 'string' },
        timeout: { type: 'string' },
        ...ANALYSIS_OPTIONS,
      },
    });
    if (values.version) return { kind: 'version' };
    if (values.help || positionals[0] === 'help') return { kind: 'help' };
    const command = readCommand(positionals, values, cwd);
    return { kind: 'run', command, json: values.json, quiet: values.quiet };
  } catch (error) {
    return { kind: 'wrong', reason: error instanceof Error ? error.message : String(error) };
  }
}

interface Values extends AnalysisValues, SettingsValues {
  limit?: string;
  width?: string;
  sort?: string;
  unit?: string;
  start?: string;
  end?: string;
  color?: string;
  tag?: string[];
  note?: string;
  text?: string;
  restore?: string;
  article?: string[];
  file?: string[];
  overwrite?: boolean;
  'dry-run'?: boolean;
  duplicates?: string;
  timeout?: string;
}

/** Which options belong to which command: one given elsewhere is a mistake worth telling. */
const OWN_OPTIONS: Record<string, (keyof Values)[]> = {
  import: ['dry-run', 'duplicates', 'timeout', ...READING],
  reimport: ['file', ...READING],
  search: ['limit'],
  kwic: ['width', 'sort', 'unit', 'limit'],
  notes: ['note'],
  annotate: ['start', 'end', 'color', 'tag', 'note'],
  edit: ['start', 'end', 'text'],
  history: ['restore'],
  export: ['article', 'tag', 'overwrite'],
  tags: ['overwrite', 'dry-run'],
  ...ANALYSIS_OWN_OPTIONS,
};

function readCommand(positionals: string[], values: Values, cwd: string): CliCommand {
  const [name, ...rest] = positionals;
  if (name === undefined) throw new UsageError('no command given');
  for (const key of new Set(Object.values(OWN_OPTIONS).flat())) {
    if (
      values[key] !== undefined &&
      values[key] !== false &&
      !(OWN_OPTIONS[name] ?? []).includes(key)
    ) {
      throw new UsageError(`--${key} does not belong to '${name}'`);
    }
  }
  switch (name) {
    case 'import':
      if (rest.length === 0) throw new UsageError("'import' needs at least one PATH");
      return {
        command: 'import',
        paths: rest.map((path) => resolve(cwd, path)),
        dryRun: values['dry-run'] ?? false,
        settings: readSettings(values),
        duplicates: oneOf('--duplicates', values.duplicates ?? 'keep', DUPLICATE_CHOICES),
        timeout: values.timeout === undefined ? null : whole('--timeout', values.timeout),
      };
    case 'reimport':
      return {
        command: 'reimport',
        id: one(name, 'ID', rest),
        files: values.file ?? [],
        settings: readSettings(values),
      };
    case 'list':
      takesNothing(name, rest);
      return { command: 'list' };
    case 'show':
      return { command: 'show', id: one(name, 'ID', rest) };
    case 'search': {
      const query = one(name, 'QUERY', rest);
      if (query === '') throw new UsageError('QUERY is empty');
      const limit = values.limit === undefined ? DEFAULT_LIMIT : whole('--limit', values.limit);
      return { command: 'search', query, limit };
    }
    case 'kwic':
      return readKwic(rest, values, DEFAULT_LIMIT);
    case 'annotate':
      return {
        command: 'annotate',
        id: one(name, 'ID', rest),
        ...range(values),
        color: color(values.color),
        tags: values.tag ?? [],
        note: values.note ?? null,
      };
    case 'notes':
      return readNotes(rest, values);
    case 'edit': {
      if (values.text === undefined) throw new UsageError('--text S is needed');
      return {
        command: 'edit',
        id: one(name, 'ID', rest),
        ...range(values, true),
        text: values.text,
      };
    }
    case 'history': {
      const restore = values.restore === undefined ? null : whole('--restore', values.restore);
      if (restore === 0) throw new UsageError('--restore counts from 1');
      return { command: 'history', id: one(name, 'ID', rest), restore };
    }
    case 'export':
      return readExport(rest, values, cwd);
    case 'tags':
      return readTags(rest, values, cwd);
    case 'check':
      takesNothing(name, rest);
      return { command: 'check' };
    default: {
      const analysis = readAnalysis(name, rest, values);
      if (analysis !== null) return analysis;
      throw new UsageError(`unknown command '${name}'`);
    }
  }
}

const DUPLICATE_CHOICES = ['keep', 'replace', 'skip'] as const;

function readExport(rest: string[], values: Values, cwd: string): CliCommand {
  const [format, ...folders] = rest;
  if (format !== 'markdown') throw new UsageError("'export' needs a format: markdown");
  const tags = values.tag ?? [];
  if (tags.length > 1) throw new UsageError("'export' takes one --tag");
  const articleIds = values.article ?? [];
  if (tags.length > 0 && articleIds.length > 0) {
    throw new UsageError('--article and --tag exclude each other');
  }
  return {
    command: 'export-markdown',
    folder: resolve(cwd, one('export markdown', 'DIR', folders)),
    articleIds,
    tag: tags[0] ?? null,
    overwrite: values.overwrite ?? false,
  };
}

function readNotes([action, ...rest]: string[], { note }: Values): CliCommand {
  if (action !== 'set' && note !== undefined) throw new UsageError("--note needs 'notes set'");
  switch (action) {
    case 'list':
      takesNothing('notes list', rest);
      return { command: 'notes', action, id: '', note: '' };
    case 'show':
      return { command: 'notes', action, id: one('notes show', 'ID', rest), note: '' };
    case 'set':
      if (note === undefined) throw new UsageError("'notes set' needs --note MARKDOWN");
      return { command: 'notes', action, id: one('notes set', 'ID', rest), note };
    default:
      throw new UsageError("'notes' needs list, show or set");
  }
}

function readTags(rest: string[], values: Values, cwd: string): CliCommand {
  const [what, ...files] = rest;
  if (what === undefined) return { command: 'tags' };
  if (what !== 'export' && what !== 'import') {
    throw new UsageError(`'tags' takes export FILE or import FILE, got '${what}'`);
  }
  const path = resolve(cwd, one(`tags ${what}`, 'FILE', files));
  if (what === 'import') {
    return { command: 'tags-import', path, dryRun: values['dry-run'] ?? false };
  }
  if (!/\.(csv|qdc)$/i.test(path)) throw new UsageError('FILE must end with .csv or .qdc');
  return { command: 'tags-export', path, overwrite: values.overwrite ?? false };
}

function color(value: string | undefined): HighlightColor | null {
  return value === undefined ? null : oneOf('--color', value, HIGHLIGHT_COLORS);
}
