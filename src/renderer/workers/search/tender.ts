import { onArchiveChange } from '@renderer/data/live';
import { type Remote, wrap } from 'comlink';
import type { SearchIndexService } from '../search-index-worker';
import type { SearchEngine } from './engine';
import { keepCatalog } from './keep-catalog';
import { planStep } from './tidy-plan';

/** Milliseconds without a write or a question before the index is tidied. */
const QUIET = 3000;
/** Milliseconds after a write until the engine follows it without being asked. */
const SOON = 1000;
/** Attempts in a row that came to nothing, because others changed the index, before it waits again. */
const ATTEMPTS = 10;

/** Follows the archive while nothing is asked, and tidies the index when it is quiet. */
export class Tender {
  private quiet: ReturnType<typeof setTimeout> | undefined;
  private soon: ReturnType<typeof setTimeout> | undefined;
  private isTending = false;
  private isDisturbed = false;
  private canCopy = true;

  constructor(private readonly engine: SearchEngine) {}

  start(): void {
    this.engine.onUntidy = () => this.wait();
    onArchiveChange(() => {
      this.isDisturbed = true;
      this.soon ??= setTimeout(() => {
        this.soon = undefined;
        void this.engine.refresh().catch(() => undefined);
      }, SOON);
      this.wait();
    });
  }

  /** Something was asked: who types is not to wait for what is planned. */
  wasAsked(): void {
    if (this.quiet !== undefined) this.wait();
  }

  private wait(): void {
    if (this.isTending) return;
    clearTimeout(this.quiet);
    this.quiet = setTimeout(() => {
      this.quiet = undefined;
      void this.tend();
    }, QUIET);
  }

  private async tend(): Promise<void> {
    this.isTending = true;
    this.isDisturbed = false;
    try {
      await navigator.locks.request('zhaiji-search-index', { ifAvailable: true }, async (lock) => {
        // Another window may be at it, and leave what only this one knows of: that is looked at later.
        if (lock === null) this.isDisturbed = true;
        else {
          await this.takeSteps();
          if (!this.isDisturbed) await keepCatalog(this.engine);
        }
      });
    } catch (error) {
      // The index stays as it was, and answers stay right. The next write gives another occasion.
      console.error('The search index could not be tidied', error);
    } finally {
      this.isTending = false;
    }
    if (this.isDisturbed) this.wait();
  }

  private async takeSteps(): Promise<void> {
    let worker: { service: Remote<SearchIndexService>; stop(): void } | null = null;
    try {
      for (let failed = 0; failed < ATTEMPTS && !this.isDisturbed; ) {
        await this.engine.refresh();
        const { held, layout } = this.engine;
        const step = layout === null ? null : planStep(held, layout);
        if (step === null) {
          const segments = this.canCopy ? await this.engine.followFiles() : null;
          if (segments === null) return;
          worker ??= await startIndexWorker();
          // A disk that is full now is not tried again at each write.
          this.canCopy = await worker.service.copy(segments);
          await this.engine.followFiles();
          return;
        }
        worker ??= await startIndexWorker();
        failed = (await worker.service.run(step)) ? 0 : failed + 1;
      }
    } finally {
      worker?.stop();
    }
  }
}

async function startIndexWorker() {
  const worker = new Worker(new URL('../search-index-worker.ts', import.meta.url), {
    type: 'module',
  });
  const service = wrap<SearchIndexService>(worker);
  await service.open();
  return { service, stop: () => worker.terminate() };
}
