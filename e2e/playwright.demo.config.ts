import { defineConfig } from '@playwright/test';
import base from './playwright.config';

// `npm run demo`: not a test, but the main job performed for someone to look at.
export default defineConfig(base, {
  testMatch: 'demo.ts',
  workers: 1,
  timeout: 300_000,
});
