import { memoryNow } from '../import/processes.mjs';
import { openWindow } from '../program.mjs';
import { scrollList, typePhrase } from './window-page.mjs';

/**
 * What a researcher waits for in the window. Milliseconds and bytes.
 *
 * @typedef {{ start: number[], first: number | null, typing: number[], typingTasks: number[], scrollTasks: number[],
 *   memory: number | null }} WindowResult
 */

/**
 * Opens the window on an archive several times, types in its search and scrolls its lists.
 *
 * @param {string} profile the archive's folder
 * @param {{ rounds: number, phrases: string[] }} options phrases: none for an empty archive
 * @returns {Promise<WindowResult>}
 */
export async function measureWindow(profile, { rounds, phrases }) {
  const result = {
    start: [],
    first: null,
    typing: [],
    typingTasks: [],
    scrollTasks: [],
    memory: null,
  };
  for (let round = 0; round < rounds; round += 1) {
    const began = performance.now();
    const app = await openWindow(profile);
    try {
      const page = await app.firstWindow();
      const usable = phrases.length > 0 ? '[role=option]' : 'main button';
      await page.locator(usable).first().waitFor();
      result.start.push(performance.now() - began);
      if (round === 0 && phrases.length > 0) await untilCopied(page);
      if (round < rounds - 1 || phrases.length === 0) continue;
      await exercise(page, phrases, result);
      result.memory = memoryNow(app.process().pid ?? 0);
    } finally {
      await app.close();
    }
  }
  return result;
}

/** An archive is opened more than once: the index has its files since the first time. */
async function untilCopied(page) {
  const bytes = () =>
    page.evaluate(async () => {
      const root = await navigator.storage.getDirectory();
      const folder = await root.getDirectoryHandle('search-pages', { create: true });
      let sum = 0;
      for await (const file of folder.values()) sum += (await file.getFile()).size;
      return sum;
    });
  // A small archive has none.
  for (let quiet = 0, before = -1; quiet < 10; quiet += 1) {
    await new Promise((resolve) => setTimeout(resolve, 3000));
    const now = await bytes();
    if (now > 0 && now === before) return;
    before = now;
  }
}

async function exercise(page, phrases, result) {
  result.scrollTasks.push(...(await page.evaluate(scrollList, '[role=listbox]')));
  await page.keyboard.press('Control+Shift+F');
  await page.locator('search input').waitFor();
  for (const phrase of phrases) {
    const { times, tasks } = await page.evaluate(typePhrase, phrase);
    // The first key after a start waits until the index is loaded, and says nothing of the others.
    if (result.first === null) result.first = times.shift() ?? null;
    result.typing.push(...times);
    result.typingTasks.push(...tasks);
    if (phrase !== phrases.at(-1)) continue;
    result.scrollTasks.push(...(await page.evaluate(scrollList, 'search [role=listbox]')));
  }
}
