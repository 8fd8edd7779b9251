import { existsSync } from 'node:fs';
import path from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

// The oldest runtime that has to run the result: Chromium 130 with Node 20 (see
// build/electron-runtime.mjs). What is newer has to be feature-detected.
const NODE_TARGET = 'node20';
const CHROME_TARGET = 'chrome130';

const root = import.meta.dirname;
const renderer = path.join(root, 'src/renderer');
const pages = ['index.html', 'cli.html'].map((name) => path.join(renderer, name));

// The aliases (@shared, @domain, @renderer) come from tsconfig.json alone.
const resolve = { tsconfigPaths: true };

// `npm run dev` chooses a free port. The page's own address is app://zhaiji/, so
// that hot reload has to be told where the server really is.
const port = Number(process.env.ZHAIJI_DEV_PORT ?? 5173);

export default defineConfig({
  main: {
    resolve,
    build: {
      target: NODE_TARGET,
      sourcemap: true,
      // Everything is bundled: the packaged app carries no node_modules.
      externalizeDeps: false,
      rolldownOptions: { input: path.join(root, 'src/main/index.ts') },
    },
  },
  preload: {
    resolve,
    build: {
      target: NODE_TARGET,
      sourcemap: true,
      externalizeDeps: false,
      rolldownOptions: {
        input: path.join(root, 'src/preload/index.ts'),
        // A sandboxed preload script can only be a single CommonJS file.
        output: { format: 'cjs', entryFileNames: 'index.cjs', codeSplitting: false },
      },
    },
  },
  renderer: {
    root: renderer,
    resolve,
    plugins: [react()],
    // Replaced by a fresh nonce in each page that the main process serves.
    html: { cspNonce: '__CSP_NONCE__' },
    build: {
      target: CHROME_TARGET,
      sourcemap: true,
      minify: true,
      // The Content Security Policy allows no data: addresses.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      rolldownOptions: {
        input: pages.filter((page) => existsSync(page)),
        checks: { pluginTimings: false },
      },
      // It is read from the disk, not over a network.
      chunkSizeWarningLimit: 2000,
    },
    worker: { format: 'es', rolldownOptions: { checks: { pluginTimings: false } } },
    server: {
      host: '127.0.0.1',
      port,
      strictPort: true,
      hmr: { protocol: 'ws', host: '127.0.0.1', clientPort: port },
    },
  },
});
