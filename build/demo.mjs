// `npm run demo`: the main job by itself in the real app, on the sample archive.
// Leaves Markdown files and numbered screenshots behind and says where.
import { spawn } from 'node:child_process';
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { createLog, runMain, UserError } from './lib/log.mjs';
import { projectRoot } from './lib/paths.mjs';

const out = path.join(projectRoot, 'demo-out');

await runMain(async () => {
  const log = createLog();
  // What lies there afterwards comes from this run alone.
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out);
  log.action('Running the main job in the real app …');
  const cli = path.join(projectRoot, 'node_modules', '@playwright', 'test', 'cli.js');
  const args = ['test', '-c', path.join('e2e', 'playwright.demo.config.ts')];
  const code = await new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [cli, ...args], {
      cwd: projectRoot,
      stdio: 'inherit',
      env: { ...process.env, ZHAIJI_DEMO_OUT: out },
    });
    child.on('error', reject);
    child.on('close', (value) => resolve(value ?? 1));
  });
  const files = readdirSync(out, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(out, path.join(entry.parentPath ?? entry.path, entry.name)))
    .sort();
  log.action(`\nIn ${out}:\n${files.map((file) => `  ${file}`).join('\n')}`);
  if (code !== 0) throw new UserError('The demo did not get through, see above.');
});
