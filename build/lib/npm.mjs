import { spawn } from 'node:child_process';
import path from 'node:path';

/**
 * Runs npm (the one that runs us, so that its settings and registry count) and
 * resolves to its exit code. Its output goes to standard error.
 */
export function runNpm(args, { cwd }) {
  const cli = process.env.npm_execpath;
  const viaNode = cli !== undefined && path.basename(cli) === 'npm-cli.js';
  const command = viaNode ? process.execPath : 'npm';
  return new Promise((resolve, reject) => {
    const child = spawn(command, viaNode ? [cli, ...args] : args, {
      cwd,
      stdio: ['ignore', 2, 'inherit'],
      // Without npm-cli.js at hand Windows has only npm.cmd, which needs a shell.
      shell: !viaNode && process.platform === 'win32',
    });
    child.on('error', reject);
    child.on('close', (code) => resolve(code ?? 1));
  });
}
