// `node bench/run.mjs NAME [options]`: bundles `bench/NAME/run.ts` with Vite, so that it reads the
// sources as the program does, and calls its `run(options)`.
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';
import { projectRoot } from '../build/lib/paths.mjs';

const [name = '', ...options] = process.argv.slice(2);
if (!/^[a-z-]+$/.test(name)) {
  console.error('Usage: node bench/run.mjs NAME [options]');
  process.exit(2);
}
const folder = await mkdtemp(path.join(os.tmpdir(), 'zhaiji-bench-'));
try {
  await build({
    configFile: false,
    root: projectRoot,
    logLevel: 'warn',
    resolve: { tsconfigPaths: true },
    build: {
      ssr: path.join(projectRoot, 'bench', name, 'run.ts'),
      outDir: folder,
      emptyOutDir: true,
      minify: false,
      rollupOptions: { output: { entryFileNames: 'run.mjs' } },
    },
  });
  const { run } = await import(pathToFileURL(path.join(folder, 'run.mjs')).href);
  process.exitCode = await run(options);
} finally {
  await rm(folder, { recursive: true, force: true });
}
