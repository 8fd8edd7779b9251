// What the benchmarks share that drive the real program: a folder and a display for a run, its
// command line, its window.
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { _electron } from '@playwright/test';
import { resolveElectron } from '../build/electron-runtime.mjs';
import { openDisplay } from '../build/lib/display.mjs';
import { electronArgs } from '../build/lib/electron-args.mjs';
import { UserError } from '../build/lib/log.mjs';
import { projectRoot } from '../build/lib/paths.mjs';
import { runApp } from './import/electron.mjs';

/**
 * Runs a benchmark with a folder of its own, which is gone afterwards unless it is to be kept.
 *
 * @param {string} name
 * @param {{ keep?: boolean }} options
 * @param {(folder: string, electron: { path: string, display: string | null }) => Promise<void>} bench
 */
export async function withProgram(name, { keep = false }, bench) {
  const folder = await mkdtemp(path.join(os.tmpdir(), `zhaiji-bench-${name}-`));
  const display = await openDisplay();
  try {
    if (display.display !== null) process.env.DISPLAY = display.display;
    await bench(folder, { path: (await resolveElectron()).path, display: display.display });
  } finally {
    display.stop();
    if (keep) process.stderr.write(`Kept: ${folder}\n`);
    else await rm(folder, { recursive: true, force: true });
  }
}

/** The command line as `npm run -s cli` starts it. */
export function runCli(electron, args, onLine = () => undefined) {
  const env = { ZHAIJI_CLI: '1', ZHAIJI_ARGV: JSON.stringify(args), ZHAIJI_CWD: process.cwd() };
  return runApp(electron, projectRoot, { env, onLine });
}

/** Imports a folder of texts into an archive's folder. */
export function importTexts(electron, texts, profile, onLine) {
  return runCli(electron, ['import', texts, '--json', '--quiet', '--archive', profile], onLine);
}

/** The program with its window on an archive; the runner must have been set up (`e2e-setup`). */
export function openWindow(profile) {
  return _electron.launch({
    chromiumSandbox: process.getuid?.() !== 0,
    args: [...electronArgs(), projectRoot, '--archive', profile],
    env: { ...process.env, LANG: 'zh_CN.UTF-8', LANGUAGE: 'zh_CN', LC_ALL: '' },
  });
}

/** An option's value as a whole number above 0. @throws UserError */
export function wholeNumber(values, option) {
  const value = Number(values[option]);
  if (Number.isInteger(value) && value > 0) return value;
  throw new UserError(`--${option}: ${values[option]} is not a whole number above 0.`);
}
