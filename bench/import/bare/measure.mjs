import path from 'node:path';
import { build } from 'vite';
import { projectRoot } from '../../../build/lib/paths.mjs';
import { runApp } from '../electron.mjs';

/**
 * Builds a page and runs its `measure(argument)` at the reader's own address on an archive.
 *
 * @param {{ path: string, display: string | null }} electron
 * @param {string} source the page's folder: `index.html` and a `package.json` that names `main.mjs`
 * @param {{ profile: string, page: string, argument: unknown }} options the archive's folder, a folder
 *   for the built page, and what can be written as JSON
 * @returns {Promise<any>} what it answered
 */
export async function measureInPage(electron, source, { profile, page, argument }) {
  await build({
    configFile: false,
    root: source,
    logLevel: 'warn',
    resolve: { alias: aliases() },
    worker: { format: 'es' },
    build: { outDir: page, emptyOutDir: true, target: 'chrome130', modulePreload: false },
  });
  const lines = [];
  const { code } = await runApp(electron, source, {
    env: {
      BENCH_PROFILE: profile,
      BENCH_PAGE: page,
      BENCH_ARGUMENT: JSON.stringify(argument),
    },
    onLine: (line) => lines.push(line),
  });
  if (code !== 0) throw new Error(`The measuring page ended with exit code ${code}.`);
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
