import { errorCodeOf } from '@shared/errors';
import type { SessionFile } from '../import-session';
import type { KeptSet } from '../kept-sources';
import { type Replaced, replaceSources } from '../reimport';
import { type ReadFileAgain, readKey } from '../reimport-drafts';
import type { ImportEngine } from './engine';
import type { ProposedJoins } from './proposed-joins';
import {
  type ImportLine,
  type ImportReport,
  type JoinedPart,
  lineOf,
  replacedLine,
} from './report';
import type { ImportTask } from './task';

interface Reviewed {
  engine: ImportEngine;
  kept: KeptSet;
  files: readonly SessionFile[];
  joins: ProposedJoins;
}

/**
 * Puts the files of the archive, as they are read now, in the place of their old reading: all of them in
 * one write, or none. Never throws.
 */
export async function replaceKept(
  { engine, kept, files, joins }: Reviewed,
  taskOf: (id: number) => ImportTask,
): Promise<ImportReport> {
  const failed = files.filter(({ status }) => status !== 'ready');
  // What was stopped while it was read has nothing to tell.
  if (failed.length > 0 || files.length < kept.sources.length) return unchanged(failed);
  try {
    const read: ReadFileAgain[] = [];
    const lines: ImportLine[] = [];
    for (const [index, file] of files.entries()) {
      const source = kept.sources[index];
      if (source === undefined) continue;
      const reading = await engine.reading(taskOf(file.id), file.settings);
      if (reading.status !== 'ready') return unchanged([{ ...file, ...reading }]);
      read.push({ id: file.id, file: source.file, reading });
      lines.push(replacedLine(file.file, reading));
    }
    const pairs = joins.wantedPairs(files);
    const replaced = await replaceSources(read, pairs);
    const told = read.map((each, index) => {
      const parts = partsOf(each.id, files, joins, replaced);
      return lineWith(lines[index], each, parts, replaced);
    });
    return { lines: told.flat(), cancelled: false, stopped: null, joined: pairs.length };
  } catch (error) {
    const code = errorCodeOf(error);
    return unchanged(files.map((file) => ({ ...file, status: 'failed', code })));
  }
}

function unchanged(failed: readonly SessionFile[]): ImportReport {
  const lines = failed.map((file) => lineOf(file.file, file));
  return { lines, cancelled: lines.length === 0, stopped: null, unchanged: true };
}

function lineWith(
  line: ImportLine | undefined,
  { id, file }: ReadFileAgain,
  joins: JoinedPart[],
  { moved, articles }: Replaced,
): ImportLine[] {
  if (line === undefined) return [];
  const { placed, unplaced } = moved.get(file.id) ?? { placed: 0, unplaced: 0 };
  const own = line.articles.map((article) => {
    const row = articles.get(readKey(id, article.firstLine));
    if (row === undefined) return article;
    return { ...article, id: row.id, title: row.title, paragraphs: row.paragraphCount };
  });
  return [{ ...line, articles: own, placed, unplaced, ...(joins.length > 0 && { joins }) }];
}

/** What of a file was joined with other files. */
function partsOf(
  fileId: number,
  files: readonly SessionFile[],
  joins: ProposedJoins,
  { articles }: Replaced,
): JoinedPart[] {
  return joins.of(files).flatMap(({ apart, first, second }): JoinedPart[] => {
    const side = first.fileId === fileId ? first : second;
    const row = articles.get(readKey(fileId, side.firstLine));
    if (apart || side.fileId !== fileId || row === undefined) return [];
    const { id, title } = row;
    return side === first
      ? [{ id, title, to: 'next', file: second.file }]
      : [{ id, title, to: 'previous', file: first.file }];
  });
}
