import { spawn } from 'node:child_process';
import os from 'node:os';
import { noiseFilter } from './chromium-noise.mjs';
import { electronArgs } from './electron-args.mjs';
import { projectRoot } from './paths.mjs';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/**
 * Runs our built app in the given Electron and resolves to its exit code. The
 * standard streams are ours, without Chromium's own noise on the third.
 *
 * @param {string} electron the executable
 * @param {{ args?: string[], env?: Record<string, string>, display: string | null }} options
 */
export function runElectron(electron, { args = [], env = {}, display }) {
  return new Promise((resolve, reject) => {
    const child = spawn(electron, [...electronArgs(), projectRoot, ...args], {
      stdio: ['inherit', 'inherit', 'pipe'],
      env: { ...process.env, ...(display === null ? {} : { DISPLAY: display }), ...env },
      windowsHide: false,
    });
    child.stderr.pipe(noiseFilter()).pipe(process.stderr, { end: false });
    // We stay until the app has ended (it may still have to save), then end ourselves.
    const forward = (signal) => child.kill(signal);
    for (const signal of SIGNALS) process.on(signal, forward);
    child.on('error', reject);
    child.on('close', (code, signal) => {
      for (const name of SIGNALS) process.off(name, forward);
      resolve(code ?? 128 + (os.constants.signals[signal] ?? 0));
    });
  });
}
