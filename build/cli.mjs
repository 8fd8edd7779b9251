// `npm run -s cli -- ARGUMENTS`: the command line out of the sources. Standard
// output belongs to the command alone, everything of ours goes to standard error.
import { resolveElectron } from './electron-runtime.mjs';
import { buildIfStale } from './lib/build.mjs';
import { openDisplay } from './lib/display.mjs';
import { createLog, runMain } from './lib/log.mjs';
import { runElectron } from './lib/run-electron.mjs';

await runMain(async () => {
  await buildIfStale(createLog());
  const [electron, display] = await Promise.all([resolveElectron(), openDisplay()]);
  try {
    process.exitCode = await runElectron(electron.path, {
      env: {
        // Not as arguments: Chromium would take some of the switches for its own.
        ZHAIJI_CLI: '1',
        ZHAIJI_ARGV: JSON.stringify(process.argv.slice(2)),
        ZHAIJI_CWD: process.env.INIT_CWD ?? process.cwd(),
      },
      display: display.display,
    });
  } finally {
    display.stop();
  }
});
