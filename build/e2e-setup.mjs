// What every Playwright run needs, however it was started: a current build, the
// Electron to drive (ZHAIJI_ELECTRON) and a display. Workers inherit both.
import { resolveElectron } from './electron-runtime.mjs';
import { buildIfStale } from './lib/build.mjs';
import { openDisplay } from './lib/display.mjs';
import { createLog } from './lib/log.mjs';

export default async function setUp() {
  await buildIfStale(createLog());
  process.env.ZHAIJI_ELECTRON = (await resolveElectron()).path;
  const display = await openDisplay();
  if (display.display !== null) process.env.DISPLAY = display.display;
  return () => display.stop();
}
