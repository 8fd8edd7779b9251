// `npm test`: everything that has to hold, one step after the other. The last
// line says how many tests passed and failed; a static check counts as one.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { projectRoot } from './lib/paths.mjs';
import { readPlaywrightReport, readVitestReport } from './lib/test-reports.mjs';

const bin = (name) => path.join(projectRoot, 'node_modules', ...name.split('/'));
const temp = mkdtempSync(path.join(os.tmpdir(), 'zhaiji-test-'));
const unitReport = path.join(temp, 'unit.json');
const e2eReport = path.join(temp, 'e2e.json');

// Some tools colour their output even when it goes into a file.
const plain = process.stdout.isTTY ? {} : { NO_COLOR: '1' };
const biomeColours = process.stdout.isTTY ? [] : ['--colors=off'];

/** Each step is a script of node_modules; `report` reads its counts, else it counts as one. */
const STEPS = [
  {
    name: 'Format and lint',
    script: '@biomejs/biome/bin/biome',
    args: ['ci', ...biomeColours, '.'],
  },
  { name: 'Types', script: 'typescript/bin/tsc', args: ['--noEmit', '-p', 'tsconfig.json'] },
  { name: 'Unused code', script: 'knip/bin/knip.js', args: [] },
  {
    name: 'Unit tests',
    script: 'vitest/vitest.mjs',
    args: ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${unitReport}`],
    report: () => readVitestReport(unitReport),
  },
  {
    name: 'Build',
    script: 'electron-vite/bin/electron-vite.js',
    args: ['build', '--logLevel', 'warn'],
  },
  {
    name: 'End-to-end tests in Electron',
    script: '@playwright/test/cli.js',
    args: ['test', '-c', 'e2e/playwright.config.ts', '--reporter=list,json'],
    // Playwright knows by itself when not to colour, and its workers would warn of both.
    env: { PLAYWRIGHT_JSON_OUTPUT_FILE: e2eReport, NO_COLOR: undefined },
    report: () => readPlaywrightReport(e2eReport),
    needs: 'Build',
  },
];

function run({ script, args, env }) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [bin(script), ...args], {
      cwd: projectRoot,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, ...plain, ...env },
    });
    child.on('error', () => resolve(1));
    child.on('close', (code) => resolve(code ?? 1));
  });
}

/** What a step adds to the sum: `{ passed, failed, skipped, failures }`. */
function countsOf(step, code) {
  const one = { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0, failures: [] };
  if (!step.report) return one;
  let counts;
  try {
    counts = step.report();
  } catch {
    return one; // It ended before it could write a report.
  }
  // Such as an error outside of any test, or no test found at all.
  if (code !== 0 && counts.failed === 0) {
    return { ...counts, failed: 1, failures: ['(the run itself failed, see above)'] };
  }
  return counts;
}

const seconds = (ms) => `${(ms / 1000).toFixed(1)} s`;
const say = (text) => process.stdout.write(`${text}\n`);

const started = Date.now();
const results = new Map();
for (const step of STEPS) {
  if (step.needs && results.get(step.needs).failed > 0) {
    say(`\n■ ${step.name}: not run, because "${step.needs}" failed.`);
    results.set(step.name, { passed: 0, failed: 1, skipped: 0, failures: ['(not run)'] });
    continue;
  }
  say(`\n■ ${step.name}`);
  const begun = Date.now();
  const counts = countsOf(step, await run(step));
  results.set(step.name, counts);
  const skipped = counts.skipped > 0 ? `, ${counts.skipped} skipped` : '';
  say(
    `■ ${step.name}: ${counts.failed === 0 ? 'passed' : 'FAILED'} in ${seconds(Date.now() - begun)} ` +
      `(${counts.passed} passed, ${counts.failed} failed${skipped})`,
  );
}
rmSync(temp, { recursive: true, force: true });

const sum = (key) => [...results.values()].reduce((total, counts) => total + counts[key], 0);
say(`\nAll steps took ${seconds(Date.now() - started)}.`);
if (sum('failed') > 0) {
  say('What failed:');
  for (const [name, { failed, failures }] of results) {
    if (failed === 0) continue;
    say(`  ${name}`);
    for (const failure of failures) say(`    ✗ ${failure}`);
  }
}
process.exitCode = sum('failed') > 0 ? 1 : 0;
say(`${sum('passed')} passed, ${sum('failed')} failed`);
