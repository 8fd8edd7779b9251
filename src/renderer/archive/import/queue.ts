import { type ImportProgress, stopwatch } from './report';
import { entryTask, type ImportSource, type ImportTask, taskOf } from './task';

/** The files of an import in their order; a zip archive is replaced by what it holds. */
export class ImportQueue {
  private tasks: ImportTask[];
  private next = 0;
  private keys = 0;
  private filesTotal: number;
  private filesDone = 0;
  private bytesDone = 0;
  private readonly bytesTotal: number;
  private readonly elapsed = stopwatch();

  /** @param isAgain the files are in the archive and are read again all the same */
  constructor(sources: readonly ImportSource[], isAgain = false) {
    this.tasks = sources.map((source) => ({
      ...taskOf(source, this.newKey()),
      ...(isAgain && { again: true }),
    }));
    this.filesTotal = sources.length;
    this.bytesTotal = sources.reduce((sum, source) => sum + source.size, 0);
  }

  /** The next file, `null` after the last. */
  take(): ImportTask | null {
    const task = this.tasks[this.next];
    this.next += 1;
    return task ?? null;
  }

  /** The file that `take` will give next. */
  peek(): ImportTask | null {
    return this.tasks[this.next] ?? null;
  }

  /**
   * The file was a zip archive: its entries come next.
   * @param early files that were taken before it was known, which come again after the entries
   */
  open(
    container: ImportTask,
    entries: readonly { path: string; size: number }[],
    early: readonly ImportTask[] = [],
  ): void {
    const tasks = entries.map((entry, index) => entryTask(container, index, entry, this.newKey()));
    this.tasks = [...tasks, ...early, ...this.tasks.slice(this.next)];
    this.next = 0;
    this.filesTotal += tasks.length - 1;
    this.bytesDone += container.size;
  }

  /** A file is done with, whatever came of it. */
  done(task: ImportTask): void {
    this.filesDone += 1;
    if (task.entry === null) this.bytesDone += task.size;
  }

  progress(current: string): ImportProgress {
    const { filesDone, filesTotal, bytesDone, bytesTotal } = this;
    return { filesDone, filesTotal, bytesDone, bytesTotal, current, elapsed: this.elapsed() };
  }

  private newKey(): number {
    this.keys += 1;
    return this.keys;
  }
}
