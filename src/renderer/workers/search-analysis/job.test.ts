import { archiveOf } from '@domain/search/query/testing/archive';
import { expect, test } from 'vitest';
import { eachText, type Preparation } from './job';

function jobOf(prepare: Preparation, texts: readonly string[]) {
  const controller = new AbortController();
  const source = archiveOf(texts.map((text) => ({ text })));
  const articles = Uint32Array.from(texts.keys());
  const job = { source, signal: controller.signal, report: () => undefined, prepare };
  return { job, articles, controller };
}

test('texts are visited in their order, however long each takes to be prepared', async () => {
  // Each of them is a batch.
  const texts = Array.from({ length: 6 }, (_, at) => `${at}`.repeat(300_000));
  let underway = 0;
  let most = 0;
  const waiting: (() => void)[] = [];
  const work = async () => {
    underway += 1;
    most = Math.max(most, underway);
    await new Promise<void>((resolve) => {
      waiting.push(resolve);
      // The last of those that are asked for together is done first.
      queueMicrotask(() => waiting.pop()?.());
    });
    underway -= 1;
  };
  const { job, articles } = jobOf({ batches: 3, work }, texts);
  const visited: string[] = [];
  await eachText(job, { articles }, (text) => visited.push(text.charAt(0)));
  expect(visited.filter((first) => first !== '').join('')).toBe('012345');
  expect(most).toBeGreaterThan(1);
  expect(most).toBeLessThanOrEqual(4);
});

test('what others have not done yet does not keep a walk from stopping', async () => {
  const work = () => new Promise<void>(() => undefined);
  const { job, articles, controller } = jobOf({ batches: 1, work }, ['社工到场。']);
  const walk = eachText(job, { articles }, () => undefined);
  controller.abort();
  await expect(walk).rejects.toMatchObject({ code: 'cancelled' });
});
