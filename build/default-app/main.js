// The npm-registry runtime comes without Electron's own default app, the part
// that makes `electron FOLDER` start the app in FOLDER. This is a small one of
// ours. It is an ES module because only import() loads an ES module main.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { app } from 'electron';

async function load(folder) {
  // Electron's own default app sets this, and apps ask for it to tell
  // `electron FOLDER` from a packaged product.
  Object.defineProperty(process, 'defaultApp', { enumerable: true, value: true });

  const appPath = path.resolve(folder);
  const manifest = JSON.parse(readFileSync(path.join(appPath, 'package.json'), 'utf8'));
  if (manifest.version) app.setVersion(manifest.version);
  app.setName(manifest.productName ?? manifest.name);
  app.setDesktopName?.(manifest.desktopName ?? `${app.getName()}.desktop`);
  app.setAppPath(appPath);
  await import(pathToFileURL(path.join(appPath, manifest.main ?? 'index.js')).href);
}

// Like Electron's own: `-r MODULE` is loaded before the app. Playwright holds the
// app back with one until it has attached; otherwise it would race with the window.
const modules = [];
let folder;
for (let i = 1; i < process.argv.length && folder === undefined; i += 1) {
  const arg = process.argv[i];
  if (arg === '-r' || arg === '--require') {
    i += 1;
    modules.push(process.argv[i]);
  } else if (!arg.startsWith('-')) {
    folder = arg;
  }
}
if (folder === undefined) {
  process.stderr.write('Usage: electron [-r MODULE]… FOLDER [ARGUMENTS]\n');
  app.exit(2);
} else {
  try {
    const require = createRequire(import.meta.url);
    for (const name of modules) require(path.resolve(name));
    await load(folder);
  } catch (error) {
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
    process.stderr.write(`The app could not be loaded: ${text}\n`);
    // Otherwise a process without a window would stay behind.
    app.exit(1);
  }
}
