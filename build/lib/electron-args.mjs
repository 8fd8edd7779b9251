import { isRoot } from './linux-packages.mjs';

/**
 * Switches that our launchers put before the app folder. Chromium refuses to
 * start as root with its sandbox on; nobody else loses it, the product never.
 */
export function electronArgs() {
  return process.platform === 'linux' && isRoot() ? ['--no-sandbox'] : [];
}
