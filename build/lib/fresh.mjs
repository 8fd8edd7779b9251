import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from './paths.mjs';

const SOURCES = [
  'src',
  'resources',
  'electron.vite.config.ts',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
];
const OUTPUTS = ['out/main/index.js', 'out/preload/index.cjs', 'out/renderer/index.html'];
// They are no part of what is built.
const IGNORED = /\.test\.tsx?$/;

/** Whether what `out/` holds was built after the last change of its sources. */
export function isFresh(root = projectRoot) {
  // The oldest output counts: a build that was cut short leaves a newer part and
  // an older one, and a change made during a build is newer than the first part.
  const built = Math.min(...OUTPUTS.map((file) => modified(path.join(root, file)) ?? 0));
  return built > Math.max(...SOURCES.map((source) => newest(path.join(root, source))));
}

function modified(file) {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs;
}

function newest(file) {
  const stat = statSync(file, { throwIfNoEntry: false });
  if (stat === undefined) return 0;
  if (!stat.isDirectory()) return stat.mtimeMs;
  // A folder's own time counts too: it tells that a file was removed.
  let latest = stat.mtimeMs;
  for (const name of readdirSync(file)) {
    if (!IGNORED.test(name)) latest = Math.max(latest, newest(path.join(file, name)));
  }
  return latest;
}
