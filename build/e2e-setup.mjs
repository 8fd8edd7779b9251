// What every Playwright run needs, however it was started: a current build and the
// Electron to drive, which the workers inherit. Playwright finds it through the
// `electron` package, and only then holds the app back until it has attached.
import path from 'node:path';
import { resolveElectron } from './electron-runtime.mjs';
import { buildIfStale } from './lib/build.mjs';
import { createLog } from './lib/log.mjs';

export default async function setUp() {
  await buildIfStale(createLog());
  const { path: executable, source } = await resolveElectron();
  if (source === 'npm-fallback') process.env.ELECTRON_OVERRIDE_DIST_PATH = path.dirname(executable);
}
