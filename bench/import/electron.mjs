import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { noiseFilter } from '../../build/lib/chromium-noise.mjs';
import { electronArgs } from '../../build/lib/electron-args.mjs';
import { watchProcesses } from './processes.mjs';

/**
 * Runs an Electron app to its end.
 *
 * @param {{ path: string, display: string | null }} electron
 * @param {string} app its folder
 * @param {{ env: Record<string, string>, onLine: (line: string) => void }} options
 * @returns {Promise<{ code: number, started: number, firstLine: number, ended: number,
 *   usage: import('./processes.mjs').Usage | null }>} times are milliseconds of
 *   `performance.now()`; `firstLine` is when the first line came on standard output
 */
export function runApp(electron, app, { env, onLine }) {
  return new Promise((resolve, reject) => {
    const started = performance.now();
    let firstLine = Number.NaN;
    const child = spawn(electron.path, [...electronArgs(), ...extraArgs(), app], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        ...process.env,
        ...(electron.display === null ? {} : { DISPLAY: electron.display }),
        ...env,
      },
    });
    child.stderr.pipe(noiseFilter()).pipe(process.stderr, { end: false });
    const watch = watchProcesses(child.pid ?? 0);
    createInterface({ input: child.stdout }).on('line', (line) => {
      if (Number.isNaN(firstLine)) firstLine = performance.now();
      onLine(line);
    });
    child.on('error', reject);
    child.on('close', (code) => {
      const ended = performance.now();
      resolve({ code: code ?? 1, started, firstLine, ended, usage: watch.stop() });
    });
  });
}

/** Switches for looking into a run, as `ELECTRON_ARGS="--js-flags=…"`. */
function extraArgs() {
  return (process.env.ELECTRON_ARGS ?? '').split(' ').filter((arg) => arg !== '');
}
