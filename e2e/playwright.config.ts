import { defineConfig } from '@playwright/test';

/** One worker: each test runs a whole Electron, and two cores are all that a small machine has. */
export default defineConfig({
  testDir: '.',
  testMatch: '*.spec.ts',
  fullyParallel: false,
  workers: 1,
  retries: 0,
  forbidOnly: true,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  outputDir: '../test-results',
  reporter: [['list']],
});
