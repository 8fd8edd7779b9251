import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder that holds package.json. */
export const projectRoot = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..', '..');

/**
 * The user's cache folder for the program `name`. Kept outside the project so
 * that a second clone finds what the first one fetched.
 */
export function userCacheDir(name) {
  const { XDG_CACHE_HOME: xdg, LOCALAPPDATA: local } = process.env;
  if (process.platform === 'win32') {
    return path.join(local || path.join(os.homedir(), 'AppData', 'Local'), name, 'Cache');
  }
  if (process.platform === 'darwin') return path.join(os.homedir(), 'Library', 'Caches', name);
  // The XDG specification says that a relative value has to be ignored.
  return path.join(xdg && path.isAbsolute(xdg) ? xdg : path.join(os.homedir(), '.cache'), name);
}

/** Where the executable lies inside an unpacked Electron distribution. */
export function electronExecutable(platform = process.platform) {
  if (platform === 'win32') return 'electron.exe';
  if (platform === 'darwin') return 'Electron.app/Contents/MacOS/Electron';
  return 'electron';
}
