// What Electron needs from a Linux system: shared libraries, a display server
// when there is no display, a font with Chinese characters.
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

/** Debian's package for each library that the Electron binary links to. */
const LIBRARY_PACKAGES = [
  [/^libasound\.so/, 'libasound2'],
  [/^libatk-1\.0\.so/, 'libatk1.0-0'],
  [/^libatk-bridge-2\.0\.so/, 'libatk-bridge2.0-0'],
  [/^libatspi\.so/, 'libatspi2.0-0'],
  [/^libcairo\.so/, 'libcairo2'],
  [/^libcups\.so/, 'libcups2'],
  [/^libdbus-1\.so/, 'libdbus-1-3'],
  [/^libdrm\.so/, 'libdrm2'],
  [/^libexpat\.so/, 'libexpat1'],
  [/^libgbm\.so/, 'libgbm1'],
  [/^lib(gio|glib|gobject)-2\.0\.so/, 'libglib2.0-0'],
  [/^libg[dt]k-3\.so/, 'libgtk-3-0'],
  [/^libnspr4\.so/, 'libnspr4'],
  [/^lib(nss3|nssutil3|smime3)\.so/, 'libnss3'],
  [/^libpango-1\.0\.so/, 'libpango-1.0-0'],
  [/^libudev\.so/, 'libudev1'],
  [/^libX11\.so/, 'libx11-6'],
  [/^libxcb\.so/, 'libxcb1'],
  [/^libXcomposite\.so/, 'libxcomposite1'],
  [/^libXdamage\.so/, 'libxdamage1'],
  [/^libXext\.so/, 'libxext6'],
  [/^libXfixes\.so/, 'libxfixes3'],
  [/^libXrandr\.so/, 'libxrandr2'],
  [/^libxkbcommon\.so/, 'libxkbcommon0'],
  [/^libXss\.so/, 'libxss1'],
];

const output = (command, args) => {
  const { status, stdout } = spawnSync(command, args, { encoding: 'utf8' });
  return status === 0 ? stdout : '';
};

export function commandExists(name) {
  return (process.env.PATH ?? '').split(path.delimiter).some((dir) => {
    try {
      accessSync(path.join(dir, name), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

export const hasDisplay = (env = process.env) => Boolean(env.DISPLAY || env.WAYLAND_DISPLAY);
export const isRoot = () => process.getuid?.() === 0;

/** File names of the shared libraries that `executable` lacks on this system. */
export function missingLibraries(executable) {
  const lines = output('ldd', [executable]).split('\n');
  return lines
    .filter((line) => line.includes('not found'))
    .map((line) => line.trim().split(' ')[0]);
}

/** The Debian packages that hold these libraries (those we know; Electron's list is short). */
export function packagesFor(libraries) {
  const found = libraries.map(
    (library) => LIBRARY_PACKAGES.find(([name]) => name.test(library))?.[1],
  );
  return [...new Set(found.filter((name) => name !== undefined))];
}

/** Packages for a font with Chinese characters, none if there is one. */
export function missingFontPackages() {
  if (!commandExists('fc-list')) return ['fontconfig', 'fonts-noto-cjk'];
  return output('fc-list', [':lang=zh', 'family']).trim() === '' ? ['fonts-noto-cjk'] : [];
}

export const hasApt = () => existsSync('/etc/debian_version') && commandExists('apt-get');

/** Newer releases (Debian 13, Ubuntu 24.04) renamed some libraries to NAMEt64. */
export function currentNames(packages) {
  return packages.map((name) => {
    const renamed = `${name}t64`;
    return output('apt-cache', ['policy', renamed]).match(/Candidate: (?!\(none\))/)
      ? renamed
      : name;
  });
}

/** Installs packages as root. Returns false when apt-get failed (it says why itself). */
export function aptInstall(packages) {
  const run = (args) =>
    spawnSync('apt-get', args, {
      stdio: ['ignore', 2, 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    }).status === 0;
  // A failing update (one unreachable source) may still leave usable lists.
  run(['update', '-qq']);
  const names = currentNames(packages);
  return run([
    'install',
    '-y',
    '-qq',
    '--no-install-recommends',
    '-o',
    'Dpkg::Use-Pty=0',
    ...names,
  ]);
}

/** Whether the kernel's settings deny ordinary users the sandbox (Ubuntu 24.04 does). */
export function sandboxBlocked(executable) {
  const setting = (name) => {
    try {
      return readFileSync(`/proc/sys/${name}`, 'utf8').trim();
    } catch {
      return null;
    }
  };
  const namespacesDenied =
    setting('kernel/apparmor_restrict_unprivileged_userns') === '1' ||
    setting('kernel/unprivileged_userns_clone') === '0' ||
    setting('user/max_user_namespaces') === '0';
  if (!namespacesDenied) return false;
  const helper = path.join(path.dirname(executable), 'chrome-sandbox');
  const stat = existsSync(helper) ? statSync(helper) : null;
  // 04000 is the set-user-ID bit: with it, and owned by root, the helper does instead.
  return stat !== null && !(stat.uid === 0 && (stat.mode & 0o4000) !== 0);
}
