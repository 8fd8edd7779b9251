import { errorCodeOf } from '@shared/errors';
import type { SessionFile } from '../import-session';
import { type KeptSource, replaceSource } from '../reimport';
import type { ImportEngine } from './engine';
import { type ImportLine, lineOf, replacedLine } from './report';
import type { ImportTask } from './task';

/** Puts a file of the archive, as it is read now, in the place of its old reading. Never throws. */
export async function replaceKept(
  engine: ImportEngine,
  task: ImportTask,
  file: SessionFile,
  kept: KeptSource,
): Promise<ImportLine> {
  try {
    const reading = await engine.reading(task, file.settings);
    return { ...replacedLine(file.file, reading), ...(await replaceSource(kept.file, reading)) };
  } catch (error) {
    return lineOf(file.file, { ...file, status: 'failed', code: errorCodeOf(error) });
  }
}
