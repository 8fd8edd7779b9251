import type { ImportSettings } from '@domain/ingest/settings';
import { blankSummary } from '@renderer/workers/import/summary';
import type { DuplicateChoice, FileSummary } from '@renderer/workers/import-types';
import { type ErrorCode, errorCodeOf } from '@shared/errors';
import { replaceArticle } from '../replace-article';
import type { ImportEngine } from './engine';
import { type ImportLine, importedLine, lineOf } from './report';
import type { ImportTask } from './task';

/** A file that was read, with what the researcher chose for it. */
export interface Prepared {
  task: ImportTask;
  settings: ImportSettings;
  summary: FileSummary;
  choices: ReadonlyMap<number, DuplicateChoice>;
}

/** Stores one file that was read and says what came of it. Never throws. */
export async function writeFile(engine: ImportEngine, prepared: Prepared): Promise<ImportLine> {
  const { task, settings, choices } = prepared;
  let { summary } = prepared;
  try {
    let result = await engine.commit(task, summary, choices);
    if (result.kind === 'gone') {
      // It is no longer in memory: read again with the same settings, it is the same.
      const again = await engine.prepare(task, settings);
      if (again.kind === 'container') return lineOf(task.path, failedSummary('file-changed'));
      summary = again.summary;
      if (summary.sha256 !== prepared.summary.sha256) {
        return lineOf(task.path, failedSummary('file-changed'));
      }
      if (summary.status !== 'ready') return lineOf(task.path, summary);
      result = await engine.commit(task, summary, choices);
    }
    if (result.kind === 'stored') {
      const { articles, replacements } = result;
      const line = importedLine(task.path, summary, articles, replacements.length);
      if (replacements.length === 0) return line;
      const moved = { placed: 0, unplaced: 0 };
      for (const { oldId, newId } of replacements) {
        const { placed, unplaced } = await replaceArticle(oldId, newId);
        moved.placed += placed;
        moved.unplaced += unplaced;
      }
      return { ...line, ...moved };
    }
    const code = result.kind === 'failed' ? result.code : 'unexpected';
    return lineOf(task.path, { ...summary, status: 'failed', code });
  } catch (error) {
    return lineOf(task.path, { ...summary, status: 'failed', code: errorCodeOf(error) });
  }
}

export function failedSummary(code: ErrorCode): FileSummary {
  return { ...blankSummary(), code };
}

/** After these nothing more can be stored: the import ends. */
export function endsImport({ status, code }: ImportLine): boolean {
  return status === 'failed' && (code === 'storage-full' || code === 'database-unreadable');
}
