import type { WordMarks } from '@domain/search/stats/words';
import { type Remote, wrap } from 'comlink';
import type { WordService } from '../word-worker';
import { unpacked } from './packed-marks';

/** Others that look for words at the same time; more would take memory for little. */
const MOST = 3;

interface Helper {
  service: Remote<WordService>;
  stop(): void;
}

/** Workers that look for the words of texts while this one counts; none is there before it is needed. */
export class WordHelpers {
  /** One processor stays for the counting. */
  readonly count = Math.max(1, Math.min(MOST, navigator.hardwareConcurrency - 1));
  private readonly helpers: Helper[] = [];
  private asked = 0;

  /** The marks of texts in their order. */
  async cut(texts: readonly string[]): Promise<WordMarks[]> {
    const at = this.asked % this.count;
    this.asked += 1;
    const helper = this.helpers[at] ?? start();
    this.helpers[at] = helper;
    return Array.from(unpacked(await helper.service.cut(texts)), ({ marks }) => marks);
  }

  /** Ends them; what they were asked and have not answered stays unanswered. */
  stop(): void {
    for (const helper of this.helpers.splice(0)) helper.stop();
  }
}

function start(): Helper {
  const worker = new Worker(new URL('../word-worker.ts', import.meta.url), { type: 'module' });
  return { service: wrap<WordService>(worker), stop: () => worker.terminate() };
}
