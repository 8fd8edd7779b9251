import type { ImportSettings } from '@domain/ingest/settings';
import type { Article } from '@domain/model';
import { sourceArticles } from '@renderer/data/articles';
import { findSourceFile } from '@renderer/data/sources';
import { sameFile } from '@renderer/workers/import/summary';
import type {
  CommitInput,
  CommitResult,
  DuplicateChoice,
  FileReading,
  FileSummary,
  StoredArticle,
} from '@renderer/workers/import-types';
import { ZhaijiError } from '@shared/errors';
import { Gatherer } from './gather';
import { Judge } from './judge';
import type { Reader } from './reader';
import { Readers, type ReadFile } from './readers';
import type { ImportTask } from './task';

/** A file that was read and judged: what it is, and what of it is there already. */
export type PreparedFile =
  | { kind: 'file'; summary: FileSummary }
  | { kind: 'container'; entries: { path: string; size: number }[] };

export type Stored =
  | {
      kind: 'stored';
      articles: StoredArticle[];
      /** New articles that are to take the place of old ones. */
      replacements: { oldId: string; newId: string }[];
    }
  | Exclude<CommitResult, { kind: 'stored' }>;

interface Commit {
  reader: Reader;
  input: CommitInput;
  resolve: (result: CommitResult | 'stopped') => void;
  reject: (error: unknown) => void;
}

/**
 * Milliseconds after which a file is given up: two minutes, and two seconds more for each megabyte.
 * The largest texts and PDFs that are allowed need a fraction of it.
 */
function usualTimeLimit(bytes: number): number {
  return 120_000 + (bytes / 1_000_000) * 2000;
}

/**
 * The workers of an import. Files are read side by side, judged in their order (`judged`), and
 * stored by the worker that has read them.
 */
export class ImportEngine {
  private readonly readers: Readers;
  private readonly judge = new Judge();
  private readonly commits = new Gatherer<Commit>((commits) => this.send(commits));
  private closed = false;

  constructor(timeLimit: (bytes: number) => number = usualTimeLimit) {
    this.readers = new Readers(timeLimit);
  }

  /** Reads a file and judges it as the next one. @throws as `read` */
  async prepare(task: ImportTask, settings: ImportSettings): Promise<PreparedFile> {
    const file = await this.read(task, settings);
    const [prepared] = await this.judged([{ task, file }]);
    if (prepared === undefined) throw new ZhaijiError('unexpected', task.path);
    return prepared;
  }

  /**
   * Reads a file; nothing is written. Several are read at once.
   * @throws ZhaijiError `file-timeout`, `cancelled`, or why the bytes could not be had.
   */
  async read(task: ImportTask, settings: ImportSettings): Promise<ReadFile> {
    this.refuseWhenClosed();
    return this.readers.read(task, settings);
  }

  /** Judges files that were read; has to be called in the order of the files. */
  async judged(files: readonly { task: ImportTask; file: ReadFile }[]): Promise<PreparedFile[]> {
    this.refuseWhenClosed();
    const verdicts = await this.judge.judge(files);
    return Promise.all(
      files.map(async ({ task, file }, index): Promise<PreparedFile> => {
        const verdict = verdicts[index];
        if (verdict?.isSame === true) {
          void this.forgetReading(task);
          const sha256 = file.kind === 'file' ? file.summary.sha256 : file.sha256;
          return { kind: 'file', summary: sameFile(sha256) };
        }
        if (file.kind === 'container') return file;
        const { summary } = file;
        const candidates = verdict?.candidates ?? [];
        if (candidates.every(({ length }) => length === 0)) return { kind: 'file', summary };
        const outcome = await this.readers
          .of(task)
          .call(({ service }) => service.compare(task.key, candidates));
        const found = outcome.kind === 'done' ? outcome.value : null;
        const articles = summary.articles.map((article, at) => ({
          ...article,
          duplicate: found?.[at] ?? null,
        }));
        return { kind: 'file', summary: { ...summary, articles } };
      }),
    );
  }

  /** A file in full, read again if need be. @throws as `prepare` */
  async reading(task: ImportTask, settings: ImportSettings): Promise<FileReading> {
    if (this.readers.has(task, settings)) {
      const known = await this.keptReading(task);
      if (known !== null) return known;
    }
    const result = await this.prepare(task, settings);
    const reading = await this.keptReading(task);
    if (reading !== null) return reading;
    if (result.kind === 'container') throw new ZhaijiError('zip-nested', task.path);
    // It could not be read: what is known of it is all there is to show.
    return { ...result.summary, settings, text: '', full: [], decisions: [], table: null };
  }

  /** The encodings in which a file that was read can be read, the likeliest first. */
  async encodings(task: ImportTask) {
    this.refuseWhenClosed();
    const outcome = await this.readers.of(task).call(({ service }) => service.encodings(task.key));
    return outcome.kind === 'done' ? outcome.value : [];
  }

  /** Stores a prepared file; `gone` when it has to be prepared again. */
  async commit(
    task: ImportTask,
    summary: FileSummary,
    choices: ReadonlyMap<number, DuplicateChoice>,
  ): Promise<Stored> {
    this.refuseWhenClosed();
    const { key, sourceFileId, name } = task;
    const container = task.entry?.container.name ?? null;
    const input = { key, sourceFileId, name, container, choices };
    const reader = this.readers.of(task);
    const result = await new Promise<CommitResult | 'stopped'>((resolve, reject) => {
      this.commits.add({ reader, input, resolve, reject });
    });
    if (result === 'stopped') return this.lostCommit(task);
    if (result.kind !== 'stored') return result;
    this.readers.leave(task);
    this.judge.stored({ key, sha256: summary.sha256, ids: result.ids });
    return stored(summary, result.ids, choices);
  }

  /** What was given to `commit` is stored now: nothing follows that it could be stored with. */
  async hurry(): Promise<void> {
    if (this.closed) return;
    // After the commits that were asked for before.
    await new Promise((resolve) => this.hurries.add(resolve));
    const running = this.readers.running();
    await Promise.all(running.map((reader) => reader.call(({ service }) => service.hurry())));
  }

  /** A file that is not to be imported, or a container whose entries are all done. */
  async forget(task: ImportTask): Promise<void> {
    this.judge.forget(task.key);
    await this.forgetReading(task);
  }

  /** Ends the workers that read, and what they read; what was read can be had again. */
  stop(): void {
    this.readers.stop();
  }

  /** Stops for good: what is asked afterwards is refused with `cancelled`. */
  close(): void {
    this.closed = true;
    this.stop();
    this.judge.close();
  }

  private readonly hurries = new Gatherer<(value: null) => void>((waiting) => {
    for (const resolve of waiting) resolve(null);
  });

  private refuseWhenClosed(): void {
    if (this.closed) throw new ZhaijiError('cancelled');
  }

  private async keptReading(task: ImportTask): Promise<FileReading | null> {
    this.refuseWhenClosed();
    const outcome = await this.readers.of(task).call(({ service }) => service.reading(task.key));
    return outcome.kind === 'done' ? outcome.value : null;
  }

  private async forgetReading(task: ImportTask): Promise<void> {
    const reader = this.readers.of(task);
    this.readers.leave(task);
    if (reader.isRunning) await reader.call(({ service }) => service.forget(task.key));
  }

  private send(commits: readonly Commit[]): void {
    for (const reader of new Set(commits.map((commit) => commit.reader))) {
      const own = commits.filter((commit) => commit.reader === reader);
      const inputs = own.map(({ input }) => input);
      reader
        .call(({ service }) => service.commit(inputs))
        .then(
          (outcome) => {
            for (const [index, { resolve }] of own.entries()) {
              const result = outcome.kind === 'done' ? outcome.value[index] : undefined;
              resolve(result ?? 'stopped');
            }
          },
          (error) => {
            for (const { reject } of own) reject(error);
          },
        );
    }
  }

  /** The worker ended while it was storing: the database knows whether it had. */
  private async lostCommit({ sourceFileId }: ImportTask): Promise<Stored> {
    if ((await findSourceFile(sourceFileId)) === null) return { kind: 'gone' };
    const articles = await sourceArticles(sourceFileId);
    return { kind: 'stored', articles: articles.map(storedArticle), replacements: [] };
  }
}

function stored(
  { articles }: FileSummary,
  ids: readonly (string | null)[],
  choices: ReadonlyMap<number, DuplicateChoice>,
): Stored {
  const kept = articles.flatMap((article, index) => {
    const id = ids[index] ?? null;
    return id === null ? [] : [{ ...article, id }];
  });
  const replacements = kept.flatMap(({ id, firstLine, duplicate }) => {
    const oldId = duplicate?.articleId ?? null;
    const isReplaced = oldId !== null && choices.get(firstLine) === 'replace';
    return isReplaced ? [{ oldId, newId: id }] : [];
  });
  return { kind: 'stored', articles: kept, replacements };
}

/** What is still known of an article when its reading is lost. */
function storedArticle(article: Article): StoredArticle {
  const { id, title, outlet, date, paragraphCount, firstLine, openParts } = article;
  return {
    id,
    title,
    outlet,
    date,
    paragraphs: paragraphCount,
    confidence: 1,
    decisions: { split: 0, title: 0, join: 0, lift: 0, drop: 0 },
    firstLine,
    duplicate: null,
    ...(openParts && { openParts }),
  };
}
