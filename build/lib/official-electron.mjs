// The Electron that package.json pins: found in node_modules, or downloaded by
// the electron package's own installer from GitHub or a mirror of it.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { electronExecutable, userCacheDir } from './paths.mjs';

const require = createRequire(import.meta.url);
const LOOKUP_LIMIT_MS = 3000;

const packageDir = () => path.dirname(require.resolve('electron/package.json'));
export const pinnedVersion = () => require('electron/package.json').version;

/** The pinned Electron if it is completely there, else null. */
export function findOfficialElectron() {
  try {
    const dir = packageDir();
    const version = readFileSync(path.join(dir, 'dist', 'version'), 'utf8')
      .trim()
      .replace(/^v/, '');
    // The installer writes path.txt last: without it the unpacking was aborted.
    const executable = path.join(dir, 'dist', readFileSync(path.join(dir, 'path.txt'), 'utf8'));
    return version === pinnedVersion() && existsSync(executable)
      ? { path: executable, version }
      : null;
  } catch {
    return null;
  }
}

/** Where the installer downloads from (the same variables as @electron/get reads). */
function downloadBase(env = process.env) {
  return (
    env.npm_config_electron_mirror ||
    env.NPM_CONFIG_ELECTRON_MIRROR ||
    env.npm_package_config_electron_mirror ||
    env.ELECTRON_MIRROR ||
    'https://github.com/electron/electron/releases/download/'
  );
}

/** The host of that address; of one that is no address at all, itself. */
export function downloadHost(base = downloadBase()) {
  return URL.canParse(base) ? new URL(base).hostname : base;
}

/**
 * Whether a download has any chance: the host resolves within three seconds, or
 * a proxy does the resolving, or an earlier clone left the archive in
 * @electron/get's cache.
 */
export function downloadPossible() {
  return Boolean(process.env.ELECTRON_GET_USE_PROXY) || archiveCached() || resolves(downloadHost());
}

function archiveCached() {
  const folder = `${downloadBase()}v${pinnedVersion()}`;
  if (!URL.canParse(folder)) return false;
  const root = process.env.electron_config_cache ?? userCacheDir('electron');
  // @electron/get names the folder after the address that it downloaded from.
  const key = createHash('sha256').update(new URL(folder).href).digest('hex');
  const name = `electron-v${pinnedVersion()}-${process.platform}-${process.arch}.zip`;
  return existsSync(path.join(root, key, name));
}

function resolves(host) {
  // In a process of its own: a lookup that hangs cannot be cancelled and would
  // hold up our exit, a process can be ended.
  const script = 'require("dns").lookup(process.argv[1], (e) => process.exit(e ? 1 : 0))';
  const { status } = spawnSync(process.execPath, ['-e', script, host], {
    timeout: LOOKUP_LIMIT_MS,
    killSignal: 'SIGKILL',
    stdio: 'ignore',
  });
  return status === 0;
}

/** Runs the electron package's installer; null when it fails (it says why itself). */
export async function downloadOfficialElectron() {
  const installer = path.join(packageDir(), 'install.js');
  const code = await new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [installer], { stdio: ['ignore', 2, 'inherit'] });
    child.on('error', reject);
    child.on('close', resolve);
  });
  return code === 0 ? findOfficialElectron() : null;
}

/** An unpacked Electron in `dir`, or null. */
export function findElectronIn(dir) {
  const executable = path.join(dir, electronExecutable());
  if (!existsSync(executable)) return null;
  const versionFile = path.join(dir, 'version');
  const version = existsSync(versionFile) ? readFileSync(versionFile, 'utf8').trim() : 'unknown';
  return { path: executable, version: version.replace(/^v/, '') };
}
