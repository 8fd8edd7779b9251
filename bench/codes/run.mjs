// `npm run bench:codes -- [options]`: opens and scrolls the code browser of an archive with very many
// coded passages in the real program and measures what a reader waits for.
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { _electron } from '@playwright/test';
import setUp from '../../build/e2e-setup.mjs';
import { resolveElectron } from '../../build/electron-runtime.mjs';
import { openDisplay } from '../../build/lib/display.mjs';
import { electronArgs } from '../../build/lib/electron-args.mjs';
import { runMain, UserError } from '../../build/lib/log.mjs';
import { projectRoot } from '../../build/lib/paths.mjs';
import { runApp } from '../import/electron.mjs';
import { inventedNews, writeFiles } from '../import/generate.mjs';
import { storeAnnotations } from '../reader/page.mjs';
import { allTexts, openBrowser, scrollPassages, tickPassage } from './page.mjs';
import { codedPassages } from './rows.mjs';

const USAGE = `Usage: npm run bench:codes -- [options]
  --articles N     (200)
  --annotations N  tagged passages on them (50000)
  --seed N         (1)
`;
const SCROLL_STEPS = 300;

const { values } = parseArgs({
  options: {
    articles: { type: 'string', default: '200' },
    annotations: { type: 'string', default: '50000' },
    seed: { type: 'string', default: '1' },
    help: { type: 'boolean', default: false },
  },
});

await runMain(async () => {
  if (values.help) return void process.stdout.write(USAGE);
  await setUp();
  const folder = await mkdtemp(path.join(os.tmpdir(), 'zhaiji-bench-codes-'));
  const display = await openDisplay();
  try {
    if (display.display !== null) process.env.DISPLAY = display.display;
    await bench(folder, { path: (await resolveElectron()).path, display: display.display });
  } finally {
    display.stop();
    await rm(folder, { recursive: true, force: true });
  }
});

async function bench(folder, electron) {
  const profile = path.join(folder, 'archive');
  const texts = path.join(folder, 'texts');
  await mkdir(profile);
  await mkdir(texts);
  const seed = wholeNumber('seed');
  const count = wholeNumber('annotations');
  await writeFiles(texts, inventedNews(seed, 1000), wholeNumber('articles'), 10);
  process.stderr.write('Importing …\n');
  const args = ['import', texts, '--json', '--quiet', '--archive', profile];
  const env = { ZHAIJI_CLI: '1', ZHAIJI_ARGV: JSON.stringify(args), ZHAIJI_CWD: process.cwd() };
  await runApp(electron, projectRoot, { env, onLine: () => undefined });
  const app = await _electron.launch({
    chromiumSandbox: process.getuid?.() !== 0,
    args: [...electronArgs(), projectRoot, '--archive', profile],
    env: { ...process.env, LANG: 'zh_CN.UTF-8', LANGUAGE: 'zh_CN', LC_ALL: '' },
  });
  try {
    const page = await app.firstWindow();
    await page.locator('[role=option]').first().waitFor();
    process.stderr.write('Storing …\n');
    const rows = codedPassages(await page.evaluate(allTexts), count, seed);
    for (let at = 0; at < rows.length; at += 5000) {
      await page.evaluate(storeAnnotations, rows.slice(at, at + 5000));
    }
    await page.reload();
    await page.locator('[role=option]').first().waitFor();
    await page.waitForTimeout(3000);
    process.stderr.write('Opening …\n');
    const opened = await page.evaluate(openBrowser);
    process.stderr.write('Scrolling …\n');
    const frames = await page.evaluate(scrollPassages, SCROLL_STEPS);
    const ticks = [];
    for (let at = 0; at < 5; at += 1) ticks.push(await page.evaluate(tickPassage));
    const load = os.loadavg().map((one) => one.toFixed(1));
    print('passages', String(count));
    // From then on it is open or shows how far it has come; the target is a second.
    print('answers after', milliseconds(opened.answered));
    print('first passages after', milliseconds(opened.shown));
    print('longest work while opening', milliseconds(Math.max(0, ...opened.long)));
    print(
      'frames over 50 ms, scrolling',
      `${frames.filter((each) => each > 50).length} of ${frames.length}`,
    );
    print('longest frame, scrolling', milliseconds(Math.max(...frames)));
    print('tick a passage, longest', milliseconds(Math.max(...ticks)));
    print('load average', load.join(' '));
  } finally {
    await app.close();
  }
}

function print(name, value) {
  process.stdout.write(`${name.padEnd(32)}${value}\n`);
}

function milliseconds(time) {
  return `${time.toFixed(1)} ms`;
}

function wholeNumber(option) {
  const value = Number(values[option]);
  if (Number.isInteger(value) && value > 0) return value;
  throw new UserError(`--${option}: ${values[option]} is not a whole number above 0.`);
}
