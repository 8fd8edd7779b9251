import type { ImportSettings } from '@domain/ingest/settings';
import type { Decision } from '@domain/ingest/types';
import type { FileReading } from '@renderer/workers/import-types';
import { errorCodeOf } from '@shared/errors';
import { ImportEngine } from './import/engine';
import {
  joinReadings,
  type Member,
  NO_JOINS,
  type OpenReading,
  type PreviewJoins,
} from './import/preview-joins';
import { ImportQueue } from './import/queue';
import { type ImportLine, lineOf } from './import/report';
import type { ImportSource, ImportTask } from './import/task';
import { failedSummary } from './import/write';

export interface PreviewOptions {
  settings?: ImportSettings;
  /** Milliseconds that one file may take, from its size in bytes. */
  timeLimit?: (bytes: number) => number;
  /**
   * A file as it would be imported; files whose articles may go on in others come at the end.
   * `decisionsOf` tells what was decided on the way to an article of any of these files.
   */
  onReading: (
    file: string,
    reading: FileReading,
    joins: PreviewJoins,
    decisionsOf: DecisionsOf,
  ) => void;
  /** A file that would be skipped or cannot be read. */
  onFailure: (line: ImportLine) => void;
}

export type DecisionsOf = (member: Member) => (Decision & { file: string })[];

/** Reads files as an import would and writes nothing. */
export async function previewFiles(
  sources: readonly ImportSource[],
  { settings = {}, timeLimit, onReading, onFailure }: PreviewOptions,
): Promise<void> {
  const engine = new ImportEngine(timeLimit);
  const queue = new ImportQueue(sources);
  const open: OpenReading[] = [];
  const preview = async (task: ImportTask) => {
    const result = await engine.prepare(task, settings);
    if (result.kind === 'container') return queue.open(task, result.entries);
    if (result.summary.status !== 'ready') return onFailure(lineOf(task.path, result.summary));
    const reading = await engine.reading(task, settings);
    if (reading.full.some(({ openParts }) => openParts !== undefined)) {
      open.push({ file: task.path, reading });
    } else onReading(task.path, reading, NO_JOINS, decisionsIn([{ file: task.path, reading }]));
  };
  try {
    for (let task = queue.take(); task !== null; task = queue.take()) {
      try {
        await preview(task);
      } catch (error) {
        onFailure(lineOf(task.path, failedSummary(errorCodeOf(error))));
      }
    }
  } finally {
    engine.close();
  }
  const decisionsOf = decisionsIn(open);
  for (const { file, reading, joins } of joinReadings(open)) {
    onReading(file, reading, joins, decisionsOf);
  }
}

function decisionsIn(files: readonly OpenReading[]): DecisionsOf {
  const readings = new Map(files.map(({ file, reading }) => [file, reading]));
  return ({ file, index }) => {
    const decisions = readings.get(file)?.decisions ?? [];
    return decisions.filter(({ article }) => article === index).map((each) => ({ ...each, file }));
  };
}
