// What every Playwright run needs, however it was started: a current build and the
// Electron to drive (ZHAIJI_ELECTRON), which the workers inherit.
import { resolveElectron } from './electron-runtime.mjs';
import { buildIfStale } from './lib/build.mjs';
import { createLog } from './lib/log.mjs';

export default async function setUp() {
  await buildIfStale(createLog());
  process.env.ZHAIJI_ELECTRON = (await resolveElectron()).path;
}
