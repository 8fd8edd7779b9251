import path from 'node:path';
import { build } from 'vite';
import { projectRoot } from '../../../build/lib/paths.mjs';
import { runApp } from '../electron.mjs';

const here = import.meta.dirname;

/**
 * Adds the rows that an import has made to new databases, with nothing but Dexie's `bulkAdd`.
 *
 * @param {{ path: string, display: string | null }} electron
 * @param {string} profile the archive's folder
 * @param {string} page a folder for the built page
 * @param {number} batch articles in a transaction
 * @returns {Promise<import('./page').BareResult>}
 */
export async function runBare(electron, profile, page, batch) {
  await build({
    configFile: false,
    root: here,
    logLevel: 'warn',
    resolve: { alias: aliases() },
    build: { outDir: page, emptyOutDir: true, target: 'chrome130', modulePreload: false },
  });
  const lines = [];
  const { code } = await runApp(electron, here, {
    env: { BENCH_PROFILE: profile, BENCH_PAGE: page, BENCH_BATCH: String(batch) },
    onLine: (line) => lines.push(line),
  });
  if (code !== 0) throw new Error(`The bare write ended with exit code ${code}.`);
  return JSON.parse(lines.join(''));
}

/** Those of `tsconfig.json`. */
function aliases() {
  const source = path.join(projectRoot, 'src');
  return {
    '@domain': path.join(source, 'domain'),
    '@renderer': path.join(source, 'renderer'),
    '@shared': path.join(source, 'shared'),
  };
}
