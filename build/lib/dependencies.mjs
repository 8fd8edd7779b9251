import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { UserError } from './log.mjs';
import { runNpm } from './npm.mjs';
import { projectRoot } from './paths.mjs';

const packagesOf = (file) => JSON.parse(readFileSync(file, 'utf8')).packages;

/**
 * Whether node_modules is what package-lock.json says, judged by npm's own
 * record in node_modules and by the folders being there.
 */
export function dependenciesMatch(root = projectRoot) {
  const record = path.join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(record)) return false;
  const wanted = packagesOf(path.join(root, 'package-lock.json'));
  const installed = packagesOf(record);
  for (const [name, entry] of Object.entries(wanted)) {
    if (name === '') continue;
    const actual = installed[name];
    // npm leaves out optional packages that are made for other systems.
    if (actual === undefined && (entry.optional || entry.devOptional)) continue;
    if (actual?.version !== entry.version || actual?.integrity !== entry.integrity) return false;
    if (!existsSync(path.join(root, name, 'package.json'))) return false;
  }
  return Object.keys(installed).every((name) => name in wanted);
}

/** `npm ci`. Throws a UserError when it fails. */
export async function installDependencies(root = projectRoot) {
  const flags = ['--no-audit', '--no-fund', '--loglevel=error'];
  const code = await runNpm(['ci', ...flags], { cwd: root });
  if (code !== 0) {
    throw new UserError(
      `npm ci failed (exit code ${code}, see above). Check the connection and the registry ` +
        '(npm config get registry), then run the command again.',
    );
  }
}
