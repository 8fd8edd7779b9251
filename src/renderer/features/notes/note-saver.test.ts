import type { NoteDoc } from '@domain/model';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { NoteSaver } from './note-saver';

const note = (text: string): NoteDoc => ({
  type: 'doc',
  content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
});
const textOf = (doc: NoteDoc) => doc.content?.[0]?.content?.[0]?.text ?? '';

/** A saver whose writes take `duration` and fail as long as `broken` is set. */
function setUp(duration = 0) {
  const written: string[] = [];
  const failures: unknown[] = [];
  const state = { broken: false };
  const saver = new NoteSaver({
    write: async (doc) => {
      await new Promise((resolve) => setTimeout(resolve, duration));
      if (state.broken) throw new Error('disk full');
      written.push(textOf(doc));
    },
    onFailure: (error) => failures.push(error),
  });
  const type = (text: string) => saver.change(() => note(text));
  return { saver, written, failures, state, type };
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('NoteSaver', () => {
  it('writes once, 150 ms after the last key', async () => {
    const { type, written } = setUp();
    type('近');
    await vi.advanceTimersByTimeAsync(20);
    type('近日');
    await vi.advanceTimersByTimeAsync(149);
    expect(written).toEqual([]);
    await vi.advanceTimersByTimeAsync(2);
    expect(written).toEqual(['近日']);
  });

  it('writes within 200 ms while typing goes on', async () => {
    const { type, written } = setUp();
    for (let count = 1; count <= 25; count += 1) {
      type(String(count));
      await vi.advanceTimersByTimeAsync(100);
    }
    expect(written.length).toBeGreaterThanOrEqual(8);
    await vi.advanceTimersByTimeAsync(400);
    expect(written.at(-1)).toBe('25');
  });

  it('never lets a later write overtake an earlier one', async () => {
    const { saver, type, written } = setUp(500);
    type('一');
    const first = saver.flush();
    await vi.advanceTimersByTimeAsync(100);
    type('二');
    const second = saver.flush();
    await vi.advanceTimersByTimeAsync(2000);
    await Promise.all([first, second]);
    expect(written).toEqual(['一', '二']);
    expect(saver.busy).toBe(false);
  });

  it('flushes at once and then has nothing left to write', async () => {
    const { saver, type, written } = setUp();
    type('甲');
    const flushed = saver.flush();
    await vi.advanceTimersByTimeAsync(1);
    await flushed;
    await vi.advanceTimersByTimeAsync(5000);
    expect(written).toEqual(['甲']);
  });

  it('keeps words that could not be written and tries again', async () => {
    const { saver, type, written, failures, state } = setUp();
    state.broken = true;
    type('丙');
    await vi.advanceTimersByTimeAsync(400);
    expect(saver.held).toEqual(note('丙'));
    expect(failures).toHaveLength(1);
    state.broken = false;
    await vi.advanceTimersByTimeAsync(1100);
    expect(written).toEqual(['丙']);
    expect(failures.at(-1)).toBeNull();
    expect(saver.held).toBeNull();
  });

  it('prefers newer words to the ones that failed', async () => {
    const { type, written, state } = setUp(50);
    state.broken = true;
    type('旧');
    await vi.advanceTimersByTimeAsync(220);
    type('新');
    state.broken = false;
    await vi.advanceTimersByTimeAsync(5000);
    expect(written.at(-1)).toBe('新');
  });

  it('tells whoever flushes that it failed', async () => {
    const { saver, type, state } = setUp();
    state.broken = true;
    type('丁');
    const flushed = saver.flush();
    const outcome = expect(flushed).rejects.toThrow('disk full');
    await vi.advanceTimersByTimeAsync(1);
    await outcome;
  });

  it('does not write what storage has already', async () => {
    const { saver, type, written } = setUp();
    saver.loaded(note('同'));
    type('同');
    await vi.advanceTimersByTimeAsync(2000);
    expect(written).toEqual([]);
  });
});
