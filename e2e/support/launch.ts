import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { _electron, test as base, type ElectronApplication, type Page } from '@playwright/test';
import { openDisplay } from '../../build/lib/display.mjs';
import { electronArgs } from '../../build/lib/electron-args.mjs';

export const PROJECT = path.resolve(import.meta.dirname, '../..');

/** A running reader. */
export interface RunningApp {
  electron: ElectronApplication;
  page: Page;
  /** Whatever the page logged as an error; a test that expects none asserts so. */
  errors: string[];
  close(): Promise<void>;
  /** Ends the process without a chance to save. */
  kill(): Promise<void>;
}

/** Starts the reader on the test's archive, with files to import if wanted. */
export type Start = (files?: string[]) => Promise<RunningApp>;

interface Fixtures {
  /** A folder that is gone after the test. */
  folder: string;
  /** This test's own archive. */
  profile: string;
  /** What it starts is closed after the test. */
  start: Start;
}

export const test = base.extend<Fixtures, { display: undefined }>({
  display: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright wants an object pattern here
    async ({}, use) => {
      // One for each worker: two readers on one display would take the focus from each other.
      const { display, stop } = await openDisplay();
      if (display !== null) process.env.DISPLAY = display;
      await use(undefined);
      stop();
    },
    { scope: 'worker', auto: true },
  ],
  // biome-ignore lint/correctness/noEmptyPattern: Playwright wants an object pattern here
  folder: async ({}, use) => {
    const folder = await mkdtemp(path.join(tmpdir(), 'zhaiji-test-'));
    await use(folder);
    await rm(folder, { recursive: true, force: true });
  },
  profile: async ({ folder }, use) => {
    await use(path.join(folder, 'profile'));
  },
  start: async ({ profile }, use) => {
    const running: RunningApp[] = [];
    await use(async (files = []) => {
      const app = await startReader(profile, files);
      running.push(app);
      return app;
    });
    for (const app of running) await app.close();
  },
});
export { expect } from '@playwright/test';

/** Starts the reader on an archive. Its window has the size that most screens have room for. */
async function startReader(profile: string, files: string[] = []): Promise<RunningApp> {
  const electron = await _electron.launch({
    // Playwright would switch the sandbox off for everybody.
    chromiumSandbox: process.getuid?.() !== 0,
    // Otherwise Playwright holds the light theme, whatever the reader asks for.
    colorScheme: null,
    args: [...electronArgs(), PROJECT, '--archive', profile, ...files],
    env: { ...process.env, LANG: 'zh_CN.UTF-8', LANGUAGE: 'zh_CN', LC_ALL: '' },
  });
  const page = await electron.firstWindow();
  await page.locator('#root > *').first().waitFor();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  let open = true;
  electron.on('close', () => {
    open = false;
  });
  return {
    electron,
    page,
    errors,
    async close() {
      if (!open) return;
      // As a user would: through the window, so that it can still save.
      const closed = electron.waitForEvent('close');
      // Not waited for: the answer can be lost with the process that was to give it.
      electron
        .evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close())
        .catch(() => undefined);
      await closed;
    },
    async kill() {
      const closed = electron.waitForEvent('close');
      electron.process().kill('SIGKILL');
      await closed;
    },
  };
}
