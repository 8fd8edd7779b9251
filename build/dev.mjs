// `npm run dev`: the app with hot reload, restarted when the main process changes.
import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import path from 'node:path';
import { resolveElectron } from './electron-runtime.mjs';
import { noiseFilter } from './lib/chromium-noise.mjs';
import { openDisplay } from './lib/display.mjs';
import { electronArgs } from './lib/electron-args.mjs';
import { runMain } from './lib/log.mjs';
import { projectRoot } from './lib/paths.mjs';

function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

await runMain(async () => {
  const electron = await resolveElectron();
  const display = await openDisplay();
  const cli = path.join(projectRoot, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js');
  const child = spawn(process.execPath, [cli, 'dev', '--watch', ...process.argv.slice(2)], {
    cwd: projectRoot,
    stdio: ['inherit', 'inherit', 'pipe'],
    env: {
      ...process.env,
      ...(display.display === null ? {} : { DISPLAY: display.display }),
      ...(electronArgs().includes('--no-sandbox') ? { NO_SANDBOX: '1' } : {}),
      ELECTRON_EXEC_PATH: electron.path,
      ZHAIJI_DEV_PORT: String(await freePort()),
    },
  });
  child.stderr.pipe(noiseFilter()).pipe(process.stderr, { end: false });
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
  process.exitCode = await new Promise((resolve) =>
    child.on('close', (code) => resolve(code ?? 1)),
  );
  display.stop();
});
