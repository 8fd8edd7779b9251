// `npm start -- [FILE…]`: builds what is not built yet and opens the window.
import path from 'node:path';
import { resolveElectron } from './electron-runtime.mjs';
import { buildIfStale } from './lib/build.mjs';
import { openDisplay } from './lib/display.mjs';
import { createLog, runMain } from './lib/log.mjs';
import { runElectron } from './lib/run-electron.mjs';

// npm runs us in the project's folder; the paths were meant from where the user is.
const from = process.env.INIT_CWD ?? process.cwd();
const absolute = (arg) => (arg.startsWith('-') ? arg : path.resolve(from, arg));

await runMain(async () => {
  const log = createLog();
  await buildIfStale(log);
  const electron = await resolveElectron();
  const display = await openDisplay();
  if (display.virtual) {
    log.action(
      `There is no display here, so the window opens in a virtual one (${display.display}) where ` +
        'nobody sees it; Ctrl+C ends it. To watch the main job in screenshots: npm run demo',
    );
  }
  try {
    process.exitCode = await runElectron(electron.path, {
      args: process.argv.slice(2).map(absolute),
      env: { ZHAIJI_CWD: from },
      display: display.display,
    });
  } finally {
    display.stop();
  }
});
