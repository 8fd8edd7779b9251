import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isFresh } from './fresh.mjs';
import { UserError } from './log.mjs';
import { projectRoot } from './paths.mjs';

const LOCK = path.join(projectRoot, 'node_modules', '.cache', 'zhaiji-build.lock');
const POLL_MS = 100;

/** Runs electron-vite's build; its output goes to standard error. Resolves to the exit code. */
function build() {
  const cli = path.join(projectRoot, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js');
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [cli, 'build', '--logLevel', 'warn'], {
      cwd: projectRoot,
      stdio: ['ignore', 2, 'inherit'],
    });
    child.on('error', reject);
    child.on('close', (code) => resolve(code ?? 1));
  });
}

/** Builds when the sources are newer than `out/`. Throws a UserError when that fails. */
export async function buildIfStale(log) {
  if (isFresh()) return;
  // Two commands started at once must not write the same files.
  const release = await lock();
  try {
    if (isFresh()) return;
    log.action('Building …');
    const started = Date.now();
    const code = await build();
    if (code !== 0) throw new UserError('The build failed, see above.');
    log.action(`Built in ${((Date.now() - started) / 1000).toFixed(1)} s.`);
  } finally {
    release();
  }
}

async function lock() {
  mkdirSync(path.dirname(LOCK), { recursive: true });
  for (;;) {
    try {
      const file = openSync(LOCK, 'wx');
      writeSync(file, String(process.pid));
      closeSync(file);
      const release = () => rmSync(LOCK, { force: true });
      process.once('exit', release);
      return () => {
        process.off('exit', release);
        release();
      };
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    if (!holderAlive()) rmSync(LOCK, { force: true });
    else await sleep(POLL_MS);
  }
}

function holderAlive() {
  try {
    const pid = Number(readFileSync(LOCK, 'utf8'));
    // The file is empty for a moment after it was made.
    if (pid > 0) process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it lives, under another user.
    return error.code === 'EPERM';
  }
}
