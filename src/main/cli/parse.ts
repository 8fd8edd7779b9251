import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { HIGHLIGHT_COLORS, type HighlightColor } from '@domain/model';

/** A command line that was understood; paths are absolute. */
export type CliCommand =
  | { command: 'import'; paths: string[] }
  | { command: 'list' }
  | { command: 'show'; id: string }
  | { command: 'search'; query: string; limit: number }
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
  | { command: 'check' };

export type CliParse =
  | { kind: 'run'; command: CliCommand; json: boolean; quiet: boolean }
  | { kind: 'help' }
  | { kind: 'version' }
  | { kind: 'wrong'; reason: string };

/** How many hits `search` prints when it is not told. */
const DEFAULT_LIMIT = 100;

class UsageError extends Error {}

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
        start: { type: 'string' },
        end: { type: 'string' },
        color: { type: 'string' },
        tag: { type: 'string', multiple: true },
        note: { type: 'string' },
        article: { type: 'string', multiple: true },
        overwrite: { type: 'boolean', default: false },
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

interface Values {
  limit?: string;
  start?: string;
  end?: string;
  color?: string;
  tag?: string[];
  note?: string;
  article?: string[];
  overwrite?: boolean;
}

/** Which options belong to which command: one given elsewhere is a mistake worth telling. */
const OWN_OPTIONS: Record<string, (keyof Values)[]> = {
  search: ['limit'],
  annotate: ['start', 'end', 'color', 'tag', 'note'],
  export: ['article', 'tag', 'overwrite'],
};

function readCommand(positionals: string[], values: Values, cwd: string): CliCommand {
  const [name, ...rest] = positionals;
  if (name === undefined) throw new UsageError('no command given');
  for (const key of ['limit', 'start', 'end', 'color', 'tag', 'note', 'article'] as const) {
    if (values[key] !== undefined && !(OWN_OPTIONS[name] ?? []).includes(key)) {
      throw new UsageError(`--${key} does not belong to '${name}'`);
    }
  }
  switch (name) {
    case 'import':
      if (rest.length === 0) throw new UsageError("'import' needs at least one PATH");
      return { command: 'import', paths: rest.map((path) => resolve(cwd, path)) };
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
    case 'annotate':
      return {
        command: 'annotate',
        id: one(name, 'ID', rest),
        ...range(values),
        color: color(values.color),
        tags: values.tag ?? [],
        note: values.note ?? null,
      };
    case 'export':
      return readExport(rest, values, cwd);
    case 'check':
      takesNothing(name, rest);
      return { command: 'check' };
    default:
      throw new UsageError(`unknown command '${name}'`);
  }
}

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

function range(values: Values): { start: number; end: number } {
  const start = whole('--start', values.start);
  const end = whole('--end', values.end);
  if (start >= end) throw new UsageError(`--start ${start} is not before --end ${end}`);
  return { start, end };
}

function color(value: string | undefined): HighlightColor | null {
  if (value === undefined) return null;
  const known = HIGHLIGHT_COLORS.find((candidate) => candidate === value);
  if (known === undefined) {
    throw new UsageError(`--color ${value} is none of ${HIGHLIGHT_COLORS.join(', ')}`);
  }
  return known;
}

function takesNothing(name: string, rest: string[]): void {
  if (rest.length > 0) throw new UsageError(`'${name}' takes no argument, got '${rest[0]}'`);
}

function one(name: string, what: string, rest: string[]): string {
  const [value, extra] = rest;
  if (value === undefined) throw new UsageError(`'${name}' needs ${what}`);
  if (extra !== undefined) throw new UsageError(`'${name}' takes one ${what}, got also '${extra}'`);
  return value;
}

function whole(option: string, value: string | undefined): number {
  if (value === undefined) throw new UsageError(`${option} N is needed`);
  if (!/^\d{1,12}$/.test(value))
    throw new UsageError(`${option} needs a whole number, got '${value}'`);
  return Number(value);
}
