// `npm run dist`: an installer for this system in dist/. `npm run dist -- --dir`
// stops before the installer, with the app unpacked.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { resolveElectron } from './electron-runtime.mjs';
import { buildIfStale } from './lib/build.mjs';
import { createLog, runMain, UserError } from './lib/log.mjs';
import { projectRoot } from './lib/paths.mjs';

await runMain(async () => {
  const log = createLog();
  const args = process.argv.slice(2);
  const electron = await resolveElectron({ log });
  const fallback = electron.source === 'npm-fallback';
  if (fallback && !args.includes('--dir')) {
    throw new UserError(
      'No installer was made: the Electron of this machine comes out of the npm registry and is for ' +
        'development only. Installers need the official one: set ELECTRON_MIRROR to a mirror that ' +
        'you can reach, run: node build/electron-runtime.mjs --retry, and try again. To only check ' +
        'the packaging: npm run dist -- --dir',
    );
  }
  await buildIfStale(log);
  const builder = fileURLToPath(import.meta.resolve('electron-builder/cli.js'));
  const options = ['--config', path.join('build', 'electron-builder.yml'), '--publish', 'never'];
  if (fallback) {
    log.action('Only to check the packaging: this is not the Electron of the product.');
    options.push(`-c.electronDist=${path.dirname(electron.path)}`);
    options.push(`-c.electronVersion=${electron.version}`);
  }
  process.exitCode = await new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [builder, ...options, ...args], {
      cwd: projectRoot,
      stdio: 'inherit',
    });
    child.on('error', reject);
    child.on('close', (code) => resolve(code ?? 1));
  });
  if (process.exitCode === 0) log.action(`Done: ${path.join(projectRoot, 'dist')}`);
});
