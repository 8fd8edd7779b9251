// Makes ready what a start, a test or the command line needs; run before each
// of them. Node built-ins only: node_modules may not exist yet.
import { dependenciesMatch, installDependencies } from './lib/dependencies.mjs';
import {
  aptInstall,
  commandExists,
  currentNames,
  hasApt,
  hasDisplay,
  isRoot,
  missingFontPackages,
  missingLibraries,
  packagesFor,
  sandboxBlocked,
} from './lib/linux-packages.mjs';
import { createLog, runMain, UserError } from './lib/log.mjs';

const log = createLog({ quiet: process.argv.includes('--quiet') });

function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > 22 || (major === 22 && minor >= 12) || (major === 20 && minor >= 19)) return;
  throw new UserError(
    `This project needs Node 20.19 or newer, or 22.12 or newer, and this is Node ` +
      `${process.versions.node}. Please install a current one (https://nodejs.org/) and try again.`,
  );
}

async function checkDependencies() {
  if (dependenciesMatch()) {
    log.info('Dependencies: up to date.');
    return;
  }
  log.action('Installing the dependencies (npm ci) …');
  await installDependencies();
}

async function checkElectron() {
  const { resolveElectron } = await import('./electron-runtime.mjs');
  const runtime = await resolveElectron({ log });
  log.info(`Electron: ${runtime.version} (${runtime.path})`);
  return runtime;
}

function checkLinuxSystem(electron) {
  let missing = inspectLinux(electron);
  if (missing.packages.length > 0 && isRoot() && hasApt()) {
    log.action(`Installing with apt-get: ${missing.packages.join(' ')} …`);
    if (!aptInstall(missing.packages)) log.error('apt-get could not install them (see above).');
    missing = inspectLinux(electron);
  }
  if (missing.essential.length > 0) {
    throw new UserError(
      `Electron cannot start without: ${missing.essential.join(', ')}. ${wayOut(missing.packages)}`,
    );
  }
  if (missing.packages.length > 0) {
    log.info(`There is no font with Chinese characters. ${wayOut(missing.packages)}`);
  } else {
    log.info('System: libraries, display and Chinese font are there.');
  }
  // The sandbox is never used as root, so only other users can lack it.
  if (!isRoot() && sandboxBlocked(electron)) log.info(sandboxHint(electron));
}

/** What Electron cannot do without, and the packages for that and for a font. */
function inspectLinux(electron) {
  const libraries = missingLibraries(electron);
  const packages = packagesFor(libraries);
  const essential = [...libraries];
  if (!hasDisplay() && !commandExists('Xvfb')) {
    essential.push('Xvfb (a display)');
    packages.push('xvfb');
  }
  packages.push(...missingFontPackages());
  return { essential, packages };
}

function wayOut(packages) {
  if (hasApt()) {
    const names = currentNames(packages).join(' ');
    return `Please run:\n  sudo apt-get install -y --no-install-recommends ${names}`;
  }
  return (
    "Please install what your system's package manager calls this (Debian's names: " +
    `${packages.join(' ')}).`
  );
}

function sandboxHint(electron) {
  const helper = electron.replace(/electron$/, 'chrome-sandbox');
  return (
    'This system may forbid the browser sandbox to programs that are not installed. If the window ' +
    `does not open, run:\n  sudo chown root:root '${helper}' && sudo chmod 4755 '${helper}'`
  );
}

await runMain(async () => {
  checkNode();
  await checkDependencies();
  const electron = await checkElectron();
  if (process.platform === 'linux') checkLinuxSystem(electron.path);
});
