import { blankSummary } from '@renderer/workers/import/summary';
import type { PrepareInput, PrepareResult } from '@renderer/workers/import-types';
import { describe, expect, it, vi } from 'vitest';
import { Reader } from './reader';
import { Readers } from './readers';
import { entryTask, type ImportTask, taskOf } from './task';

type Answer = (input: PrepareInput) => PrepareResult | Promise<PrepareResult>;
type StartWorker = NonNullable<ConstructorParameters<typeof Reader>[0]>;

const read: PrepareResult = { kind: 'file', summary: blankSummary(), fingerprints: null };
const never = new Promise<never>(() => undefined);

/** Readers whose workers answer as the test says; `lots`: the names in each call, `ended`: how many. */
function setUp(answer: Answer, { limit = 60_000, cores = 2 } = {}) {
  const lots: string[][] = [];
  const seen = { ended: 0 };
  const start = async () => ({
    service: {
      async prepare(inputs: PrepareInput[]) {
        lots.push(inputs.map(({ name, bytes }) => (bytes === null ? `(${name})` : name)));
        const results: PrepareResult[] = [];
        for (const input of inputs) results.push(await answer(input));
        return results;
      },
    },
    stop: () => {
      seen.ended += 1;
    },
  });
  const newReader = () => new Reader(start as unknown as StartWorker);
  return { readers: new Readers(() => limit, newReader, cores), lots, seen };
}

let keys = 0;
function task(name: string, size = 100): ImportTask {
  keys += 1;
  const bytes = async () => new Uint8Array(4);
  return taskOf({ name, path: name, size, read: bytes }, keys);
}

function readAll(readers: Readers, tasks: readonly ImportTask[]) {
  return Promise.allSettled(tasks.map((each) => readers.read(each, {})));
}

describe('Readers', () => {
  it('gives small files to a worker together and a large one alone', async () => {
    const { readers, lots } = setUp(() => read);
    const small = Array.from({ length: 20 }, (_, index) => task(`${index}`));
    await readAll(readers, [...small, task('large', 1_000_000)]);
    expect(lots.map((lot) => lot.length).sort((a, b) => a - b)).toEqual([1, 4, 16]);
  });

  it('gives up the one file of a lot that takes too long, not those beside it', async () => {
    const { readers, lots, seen } = setUp(({ name }) => (name === 'b' ? never : read), {
      limit: 30,
    });
    const results = await readAll(readers, [task('a'), task('b'), task('c')]);
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(results[1]).toMatchObject({ reason: { code: 'file-timeout', subject: 'b' } });
    expect(lots).toEqual([['a', 'b', 'c'], ['a'], ['b'], ['c']]);
    expect(seen.ended).toBe(2);
  });

  it('tells of a file whose bytes cannot be had, and reads the others', async () => {
    const { readers, lots } = setUp(() => read);
    const lost = task('lost');
    lost.source.read = () => Promise.reject(new Error('file-missing: lost'));
    const results = await readAll(readers, [task('a'), lost, task('b')]);
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(lots).toEqual([['a', 'b']]);
  });

  it('gives the bytes again when the worker has them no longer', async () => {
    const { readers, lots } = setUp(({ bytes }) => (bytes === null ? { kind: 'gone' } : read));
    const one = task('a');
    await readers.read(one, {});
    await readers.read(one, { single: true });
    expect(lots).toEqual([['a'], ['(a)'], ['a']]);
  });

  it('opens a zip archive again for what it holds, in the same worker', async () => {
    let isOpen = false;
    const { readers, lots } = setUp(({ entry }) => {
      if (entry !== null) return isOpen ? read : { kind: 'gone' };
      isOpen = true;
      return { kind: 'container', sha256: '', entries: [] };
    });
    const zip = task('zip');
    const entry = entryTask(zip, 0, { path: 'inner', size: 1 }, 1_000_000);
    await readers.read(entry, {});
    expect(lots).toEqual([['(inner)'], ['zip'], ['(inner)']]);
    // What never comes is told, not asked for again and again.
    const { readers: others } = setUp(() => ({ kind: 'gone' }));
    const [result] = await readAll(others, [entry]);
    expect(result).toMatchObject({ reason: { code: 'file-changed' } });
  });

  it('refuses what was being read, and what waited, when it is stopped', async () => {
    const { readers, lots } = setUp(() => never, { cores: 1 });
    const all = readAll(readers, [task('a', 500_000), task('b', 500_000)]);
    await vi.waitFor(() => expect(lots).toEqual([['a']]));
    readers.stop();
    expect((await all).map((each) => each.status === 'rejected' && each.reason.code)).toEqual([
      'cancelled',
      'cancelled',
    ]);
    expect(lots).toEqual([['a']]);
  });
});
