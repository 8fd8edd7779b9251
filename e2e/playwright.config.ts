import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: '.',
  testMatch: '*.spec.ts',
  globalSetup: '../build/e2e-setup.mjs',
  outputDir: '../test-results',
  // Each test starts an Electron of its own, which is several processes: two cores are busy with one.
  workers: 1,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  // A test that passes only now and then is a failing test.
  retries: 0,
  forbidOnly: true,
  reporter: 'list',
});
