import type { ImportSettings } from '@domain/ingest/settings';
import { errorCodeOf } from '@shared/errors';
import type { ImportEngine, PreparedFile } from './engine';
import type { ImportQueue } from './queue';
import type { ReadFile } from './readers';
import type { ImportTask } from './task';
import { failedSummary } from './write';

/** So many files, and so many bytes of them, are read before it is their turn; one may be larger. */
const MAX_FILES = 64;
const MAX_BYTES = 4 * 1024 * 1024;

/** A file that is being read. */
interface Ahead {
  task: ImportTask;
  /** Never rejects. */
  whenRead: Promise<void>;
  /** What was read, or why it could not be; `null` as long as it is being read. */
  outcome: { file: ReadFile } | { error: unknown } | null;
}

export interface Done {
  task: ImportTask;
  /** Why it could not be read is told in the summary. */
  result: PreparedFile;
}

/**
 * The files of a queue, read several at a time and handed on in their order. A zip archive is
 * followed by what it holds.
 */
export class ReadAhead {
  /** In their order. */
  private line: Ahead[] = [];
  private readonly begun = new Map<ImportTask, Ahead>();

  /**
   * @param settings with which a file is read
   * @param oneByOne a file is judged only when the one before has been dealt with
   */
  constructor(
    private readonly engine: Pick<ImportEngine, 'read' | 'judged'>,
    private readonly queue: ImportQueue,
    private readonly settings: (task: ImportTask) => ImportSettings,
    private readonly oneByOne = false,
  ) {}

  /** The next files, as many as are read, at least one; `null` after the last. */
  async next(): Promise<Done[] | null> {
    this.fill();
    const [first] = this.line;
    if (first === undefined) return null;
    await first.whenRead;
    const done = await this.judged(this.takeRead());
    // The next ones are read while these are stored.
    this.fill();
    return done;
  }

  /** The file that is waited for. */
  get current(): ImportTask | null {
    return this.line[0]?.task ?? null;
  }

  private fill(): void {
    let bytes = this.line.reduce((sum, { task }) => sum + task.size, 0);
    while (this.line.length < MAX_FILES) {
      const next = this.queue.peek();
      if (next === null || (this.line.length > 0 && bytes + next.size > MAX_BYTES)) return;
      this.queue.take();
      bytes += next.size;
      this.line.push(this.begun.get(next) ?? this.begin(next));
    }
  }

  private begin(task: ImportTask): Ahead {
    const ahead: Ahead = { task, whenRead: Promise.resolve(), outcome: null };
    ahead.whenRead = this.engine.read(task, this.settings(task)).then(
      (file) => {
        ahead.outcome = { file };
      },
      (error: unknown) => {
        ahead.outcome = { error };
      },
    );
    this.begun.set(task, ahead);
    return ahead;
  }

  /** What is read at the head of the line; nothing comes with a zip archive, whose files are next. */
  private takeRead(): Ahead[] {
    const taken: Ahead[] = [];
    for (let head = this.line[0]; head?.outcome; head = this.line[0]) {
      this.line.shift();
      this.begun.delete(head.task);
      taken.push(head);
      const isContainer = 'file' in head.outcome && head.outcome.file.kind === 'container';
      if (isContainer || this.oneByOne) break;
    }
    return taken;
  }

  private async judged(taken: readonly Ahead[]): Promise<Done[]> {
    const read = taken.flatMap(({ task, outcome }) =>
      outcome && 'file' in outcome ? [{ task, file: outcome.file }] : [],
    );
    const results = new Map<ImportTask, PreparedFile>();
    try {
      const judged = await this.engine.judged(read);
      for (const [index, result] of judged.entries()) {
        const task = read[index]?.task;
        if (task !== undefined) results.set(task, result);
      }
    } catch (error) {
      for (const { task } of read) results.set(task, failure(error));
    }
    return taken.map(({ task, outcome }) => {
      const error = outcome && 'error' in outcome ? outcome.error : null;
      const result = results.get(task) ?? failure(error);
      if (result.kind === 'container') this.open(task, result.entries);
      return { task, result };
    });
  }

  /** What was begun too early comes after the archive's files. */
  private open(container: ImportTask, entries: readonly { path: string; size: number }[]): void {
    const early = this.line.map(({ task }) => task);
    this.line = [];
    this.queue.open(container, entries, early);
  }
}

function failure(error: unknown): PreparedFile {
  return { kind: 'file', summary: failedSummary(errorCodeOf(error)) };
}
