import { startImportJudge } from '@renderer/workers/clients';
import type { JudgedFile, StoredFile, Verdict } from '@renderer/workers/import-types';
import { ZhaijiError } from '@shared/errors';
import { Gatherer } from './gather';
import type { ReadFile } from './readers';
import type { ImportTask } from './task';

type Client = ReturnType<typeof startImportJudge>;

/** The worker that knows what is there already. It reads no file, so that nothing has to end it. */
export class Judge {
  private client: Promise<Client> | null = null;
  private readonly told = new Gatherer<StoredFile>((files) => {
    void this.tell(({ service }) => service.stored(files));
  });
  private refuse: (error: ZhaijiError) => void = () => undefined;
  private readonly closed = new Promise<never>((_resolve, reject) => {
    this.refuse = reject;
  });

  constructor() {
    // Whoever waits for a verdict is told; nobody need wait.
    this.closed.catch(() => undefined);
  }

  /**
   * The verdicts on files, which come in their order; `null` for those that need none.
   * @throws ZhaijiError `cancelled` when it was closed
   */
  async judge(files: readonly { task: ImportTask; file: ReadFile }[]): Promise<(Verdict | null)[]> {
    const judged = files.map(({ task, file }) => judgedFile(task, file));
    const asked = judged.filter((each) => each !== null);
    if (asked.length === 0) return files.map(() => null);
    this.client ??= start();
    const { service } = await this.client;
    const verdicts = await Promise.race([service.judge(asked), this.closed]);
    let next = 0;
    return judged.map((each) => (each === null ? null : (verdicts[next++] ?? null)));
  }

  /** The file is in the archive now. */
  stored(file: StoredFile): void {
    this.told.add(file);
  }

  /** The file is not to be imported. */
  forget(key: number): void {
    void this.tell(({ service }) => service.forget(key));
  }

  close(): void {
    this.refuse(new ZhaijiError('cancelled'));
    this.client?.then((client) => client.stop()).catch(() => undefined);
    this.client = null;
  }

  /** What it hears of while it cannot even start is of no use to it. */
  private async tell(message: (client: Client) => Promise<void>): Promise<void> {
    await this.client?.then(message).catch(() => undefined);
  }
}

async function start(): Promise<Client> {
  const client = startImportJudge();
  await client.service.open();
  return client;
}

function judgedFile(task: ImportTask, file: ReadFile): JudgedFile | null {
  const { key, again = false } = task;
  const common = { key, isAgain: again };
  if (file.kind === 'container') {
    return { ...common, sha256: file.sha256, isRead: true, titles: [], fingerprints: null };
  }
  const { summary, fingerprints } = file;
  const { sha256, status, articles } = summary;
  // The worker that read it has found it in the archive.
  if (status === 'skipped') return null;
  const titles = articles.map(({ title }) => title);
  return { ...common, sha256, isRead: fingerprints !== null, titles, fingerprints };
}
