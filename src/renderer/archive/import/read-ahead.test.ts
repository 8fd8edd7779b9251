import { blankSummary } from '@renderer/workers/import/summary';
import { ZhaijiError } from '@shared/errors';
import { describe, expect, it } from 'vitest';
import type { PreparedFile } from './engine';
import { ImportQueue } from './queue';
import { type Done, ReadAhead } from './read-ahead';
import type { ReadFile } from './readers';
import type { ImportSource, ImportTask } from './task';

const source = (name: string, size = 10): ImportSource => ({
  name,
  path: name,
  size,
  read: async () => new Uint8Array(),
});

/** Files are read when the test says so; a zip archive (`x.zip`) holds two. */
class Engine {
  readonly asked: string[] = [];
  readonly judgedNames: string[] = [];
  private readonly waiting = new Map<string, (how: 'read' | 'fail') => void>();

  read(task: ImportTask): Promise<ReadFile> {
    this.asked.push(task.name);
    return new Promise((resolve, reject) => {
      this.waiting.set(task.name, (how) => {
        const entries = [1, 2].map((index) => ({ path: `${task.name}${index}`, size: 5 }));
        if (how === 'fail') reject(new ZhaijiError('file-timeout', task.name));
        else if (!/zip$/.test(task.name)) {
          resolve({ kind: 'file', summary: blankSummary(), fingerprints: null });
        } else resolve({ kind: 'container', sha256: '', entries });
      });
    });
  }

  async judged(files: readonly { task: ImportTask; file: ReadFile }[]): Promise<PreparedFile[]> {
    this.judgedNames.push(...files.map(({ task }) => task.name));
    return files.map(({ file }) => file);
  }

  async finish(...names: string[]): Promise<void> {
    for (const name of names) this.waiting.get(name)?.('read');
    await new Promise((resolve) => setTimeout(resolve));
  }

  fail(name: string): void {
    this.waiting.get(name)?.('fail');
  }
}

function setUp(sources: ImportSource[], oneByOne = false) {
  const engine = new Engine();
  const ahead = new ReadAhead(engine, new ImportQueue(sources), () => ({}), oneByOne);
  return { engine, ahead };
}

const names = (done: Done[] | null) => done?.map(({ task }) => task.name) ?? null;

describe('ReadAhead', () => {
  it('hands on in order what is read in any order', async () => {
    const { engine, ahead } = setUp(['a', 'b', 'c', 'd'].map((name) => source(name)));
    const first = ahead.next();
    expect(engine.asked).toEqual(['a', 'b', 'c', 'd']);
    await engine.finish('c', 'b');
    await engine.finish('a');
    expect(names(await first)).toEqual(['a', 'b', 'c']);
    const second = ahead.next();
    engine.fail('d');
    expect(await second).toMatchObject([{ result: { summary: { code: 'file-timeout' } } }]);
    expect(await ahead.next()).toBe(null);
    expect(engine.judgedNames).toEqual(['a', 'b', 'c']);
  });

  it('puts what a zip archive holds before what was begun after it', async () => {
    const { engine, ahead } = setUp(['a', 'zip', 'b', 'c'].map((name) => source(name)));
    const first = ahead.next();
    await engine.finish('b', 'zip', 'a');
    expect(names(await first)).toEqual(['a', 'zip']);
    expect(engine.asked).toEqual(['a', 'zip', 'b', 'c', 'zip1', 'zip2']);
    const second = ahead.next();
    await engine.finish('zip2', 'zip1', 'c');
    expect(names(await second)).toEqual(['zip1', 'zip2', 'b', 'c']);
    expect(await ahead.next()).toBe(null);
    expect(engine.judgedNames).toEqual(['a', 'zip', 'zip1', 'zip2', 'b', 'c']);
  });

  it('reads a large file with nothing beside it, and not too many small ones', async () => {
    const large = source('large', 200_000_000);
    const small = Array.from({ length: 100 }, (_, index) => source(`${index}`));
    const { engine, ahead } = setUp([large, ...small]);
    const first = ahead.next();
    expect(engine.asked).toEqual(['large']);
    await engine.finish('large');
    expect(names(await first)).toEqual(['large']);
    expect(engine.asked).toHaveLength(65);
  });

  it('judges one by one where each may depend on the one before', async () => {
    const { engine, ahead } = setUp(
      ['a', 'b'].map((name) => source(name)),
      true,
    );
    const first = ahead.next();
    await engine.finish('a', 'b');
    expect(names(await first)).toEqual(['a']);
    expect(engine.judgedNames).toEqual(['a']);
    expect(names(await ahead.next())).toEqual(['b']);
  });
});
