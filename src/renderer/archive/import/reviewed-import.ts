import type { ImportSettings } from '@domain/ingest/settings';
import { settleWrites } from '@renderer/data/database';
import type { DuplicateChoice, FileReading, FileSummary } from '@renderer/workers/import-types';
import { errorCodeOf } from '@shared/errors';
import type { PathProblem } from '@shared/ipc';
import type { ImportSession, SessionFile, SessionState, StartOptions } from '../import-session';
import { joinImported, whichMayJoin } from '../join-parts';
import { type KeptSet, settingsOf } from '../kept-sources';
import { ImportEngine } from './engine';
import { ProposedJoins } from './proposed-joins';
import { ImportQueue } from './queue';
import { ReadAhead } from './read-ahead';
import { replaceKept } from './replace-kept';
import { type ImportLine, type ImportReport, lineOf, stopwatch } from './report';
import { isMendable, notBegun, START, summaryOf } from './session-files';
import { Storing } from './storing';
import type { ImportSource, ImportTask } from './task';
import { endsImport, failedSummary, writeFile } from './write';

/** How often, in milliseconds, the screen hears of progress: more would slow the work down. */
const NOTICE = 100;

/** The import that a window goes through; see `ImportSession` for what its methods promise. */
export class ReviewedImport implements ImportSession {
  private readonly engine = new ImportEngine();
  private readonly tasks = new Map<number, ImportTask>();
  private readonly listeners = new Set<() => void>();
  private files: SessionFile[] = [];
  private places = new Map<number, number>();
  private readonly joins: ProposedJoins;
  private current: SessionState;
  private noticed = 0;
  private readonly whenRead: Promise<void>;
  private isCancelled = false;
  /** All files are read, so that it can be said which go on in others. */
  private isRead = false;
  /** Settings are being given to all files. */
  private isApplying = false;
  /** The files of the archive that are read again, if they are that. */
  private readonly kept: KeptSet | null;
  private readonly others: number;
  private readonly refused: ImportLine[];
  /** One call to the worker at a time. */
  private queue: Promise<unknown> = Promise.resolve();

  constructor(
    sources: readonly ImportSource[],
    problems: readonly PathProblem[],
    options: StartOptions,
  ) {
    this.kept = options.again ?? null;
    this.joins = new ProposedJoins(this.kept);
    this.current = { ...START, isAgain: this.kept !== null };
    this.others = options.others ?? 0;
    this.refused = problems.map(({ path, code }) => lineOf(path, failedSummary(code)));
    this.whenRead = this.readAll(sources);
    void this.begin(options.reviewed === true);
  }

  state(): SessionState {
    return this.current;
  }

  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  read(id: number): Promise<FileReading> {
    return this.inTurn(() => this.engine.reading(this.task(id), this.file(id).settings));
  }

  change(id: number, settings: ImportSettings): Promise<FileReading> {
    return this.inTurn(async () => {
      const reading = await this.engine.reading(this.task(id), settings);
      this.replace(id, { ...summaryOf(reading), settings });
      this.publish({});
      return reading;
    });
  }

  applyToAll(id: number): Promise<void> {
    const { encoding, repair, single, columns } = this.file(id).settings;
    const others = this.files.filter((file) => file.id !== id && file.status !== 'skipped');
    return this.inTurn(async () => {
      const elapsed = stopwatch();
      const total = others.length;
      this.isApplying = true;
      this.isCancelled = false;
      for (const [index, other] of others.entries()) {
        if (this.isCancelled) break;
        const settings = {
          ...other.settings,
          ...(other.encoding === null ? {} : { encoding }),
          repair,
          single,
          ...(columns === undefined ? {} : { columns }),
        };
        const summary = await this.prepare(this.task(other.id), settings);
        if (summary !== null) this.replace(other.id, { ...summary, settings });
        const files = { filesDone: index + 1, filesTotal: total, bytesDone: 0, bytesTotal: 0 };
        const progress = { ...files, current: other.file, elapsed: elapsed() };
        this.publishNow({ progress });
      }
      this.isApplying = false;
      this.isCancelled = false;
      this.publish({ progress: null });
    });
  }

  encodings(id: number) {
    return this.inTurn(async () => {
      await this.engine.reading(this.task(id), this.file(id).settings);
      return this.engine.encodings(this.task(id));
    });
  }

  choose(id: number, firstLine: number, choice: DuplicateChoice): void {
    this.replace(id, { choices: new Map(this.file(id).choices).set(firstLine, choice) });
    this.publish({});
  }

  exclude(id: number, excluded: boolean): void {
    this.replace(id, { excluded });
    this.publish({});
  }

  setApart(key: string, apart: boolean): void {
    this.joins.setApart(key, apart);
    this.publish({});
  }

  async accept(): Promise<ImportReport> {
    await this.whenRead;
    return this.inTurn(() => this.write());
  }

  cancel(): void {
    this.isCancelled = true;
    // What is being read may take long; what was read can be had again.
    if (this.current.phase === 'reading') this.engine.stop();
    if (this.current.phase === 'review' && !this.isApplying) {
      this.end({ lines: [], cancelled: true, stopped: null });
    }
  }

  private async begin(reviewed: boolean): Promise<void> {
    await this.whenRead;
    // With nothing to look at there is only the report; what is read again is of no use in part.
    const isEmpty = !this.files.some((file) => file.status === 'ready' || isMendable(file));
    const isPart = this.files.length < (this.kept?.sources.length ?? 0);
    if (isEmpty || isPart || reviewed) await this.accept();
    else if (this.current.phase === 'reading') this.publish({ phase: 'review', progress: null });
  }

  private async readAll(sources: readonly ImportSource[]): Promise<void> {
    const queue = new ImportQueue(sources, this.kept !== null);
    const ahead = new ReadAhead(this.engine, queue, ({ source }) => settingsOf(this.kept, source));
    for (;;) {
      this.publishNow({ progress: queue.progress(queue.peek()?.name ?? '') });
      const done = this.isCancelled ? null : await ahead.next();
      if (done === null) break;
      for (const { task, result } of done) {
        if (result.kind === 'container') continue;
        const { summary } = result;
        if (summary.code === 'cancelled') continue;
        this.addFile(task, summary);
        queue.done(task);
      }
    }
    this.isCancelled = false;
    await this.joins.open(this.files);
    this.isRead = true;
  }

  private addFile(task: ImportTask, summary: FileSummary): void {
    const { path: file, size } = task;
    this.tasks.set(task.key, task);
    this.places.set(task.key, this.files.length);
    const choices = new Map<number, DuplicateChoice>();
    this.files.push({
      ...summary,
      id: task.key,
      file,
      size,
      settings: settingsOf(this.kept, task.source),
      choices,
      excluded: false,
    });
  }

  private async writeAgain(kept: KeptSet): Promise<ImportReport> {
    this.publish({ phase: 'writing', progress: notBegun(this.files) });
    const { engine, files, joins } = this;
    return this.end(await replaceKept({ engine, kept, files, joins }, (id) => this.task(id)));
  }

  private async write(): Promise<ImportReport> {
    if (this.current.report !== null) return this.current.report;
    if (this.kept !== null) return this.writeAgain(this.kept);
    const wanted = this.files.filter((file) => file.status === 'ready' && !file.excluded);
    const lines = [...this.refused];
    const mayJoin = await whichMayJoin();
    let stopped: ImportReport['stopped'] = null;
    const elapsed = stopwatch();
    const bytesTotal = wanted.reduce((sum, file) => sum + file.size, 0);
    let filesDone = 0;
    let bytesDone = 0;
    const filesTotal = wanted.length;
    const storing = new Storing(
      (line) => {
        if (line.code === 'cancelled') return;
        lines.push(line);
        if (endsImport(line)) stopped = line.code as ImportReport['stopped'];
      },
      () => void this.engine.hurry(),
    );
    for (const file of this.files) {
      if (file.excluded) continue;
      if (file.status !== 'ready') {
        lines.push(lineOf(file.file, file));
        continue;
      }
      if (this.isCancelled || stopped !== null) break;
      const sums = { filesDone, filesTotal, bytesDone, bytesTotal, elapsed: elapsed() };
      this.publishNow({ phase: 'writing', progress: { ...sums, current: file.file } });
      const { settings, choices } = file;
      await storing.add(file.size, choices.size > 0, async () => {
        const task = this.task(file.id);
        const line = await writeFile(this.engine, { task, settings, summary: file, choices });
        filesDone += 1;
        bytesDone += file.size;
        return line;
      });
    }
    await storing.settled();
    if (filesDone > 0) await settleWrites();
    const isWhole = !this.isCancelled && stopped === null;
    const joined = isWhole
      ? await joinImported(lines.filter(mayJoin), this.joins.wanted(this.files))
      : 0;
    const rest = filesTotal - filesDone;
    const { isCancelled: cancelled, others } = this;
    return this.end({ lines, cancelled, stopped, rest, others, joined });
  }

  private end(report: ImportReport): ImportReport {
    this.engine.close();
    this.publish({ phase: 'done', progress: null, report });
    return report;
  }

  /** `null` for a zip archive, which has no reading of its own. */
  private async prepare(task: ImportTask, settings: ImportSettings): Promise<FileSummary | null> {
    try {
      const result = await this.engine.prepare(task, settings);
      return result.kind === 'file' ? result.summary : null;
    } catch (error) {
      return failedSummary(errorCodeOf(error));
    }
  }

  private task(id: number): ImportTask {
    const task = this.tasks.get(id);
    if (task === undefined) throw new Error(`No file ${id} in this import`);
    return task;
  }

  private file(id: number): SessionFile {
    const file = this.files[this.places.get(id) ?? -1];
    if (file === undefined) throw new Error(`No file ${id} in this import`);
    return file;
  }

  private replace(id: number, changes: Partial<SessionFile>): void {
    this.files[this.places.get(id) ?? -1] = { ...this.file(id), ...changes };
  }

  /** Tells of progress, but not more often than a screen can use. */
  private publishNow(changes: Partial<SessionState>): void {
    const now = performance.now();
    const isSamePhase = changes.phase === undefined || changes.phase === this.current.phase;
    if (isSamePhase && now - this.noticed < NOTICE) return;
    this.noticed = now;
    this.publish(changes, false);
  }

  private publish(changes: Partial<SessionState>, withFiles = true): void {
    const files = withFiles ? [...this.files] : this.current.files;
    const joins = withFiles && this.isRead ? this.joins.of(files) : this.current.joins;
    this.current = { ...this.current, ...changes, files, joins };
    for (const listener of this.listeners) listener();
  }

  private inTurn<T>(work: () => Promise<T>): Promise<T> {
    const next = this.queue.then(work);
    this.queue = next.catch(() => undefined);
    return next;
  }
}
