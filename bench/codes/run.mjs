// `npm run bench:codes -- [options]`: opens and scrolls the code browser of an archive with very many
// coded passages in the real program and measures what a reader waits for.
import { mkdir } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import setUp from '../../build/e2e-setup.mjs';
import { runMain } from '../../build/lib/log.mjs';
import { inventedNews, writeFiles } from '../import/generate.mjs';
import { importTexts, openWindow, wholeNumber, withProgram } from '../program.mjs';
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
  await withProgram('codes', {}, bench);
});

async function bench(folder, electron) {
  const profile = path.join(folder, 'archive');
  const texts = path.join(folder, 'texts');
  await mkdir(profile);
  await mkdir(texts);
  const seed = wholeNumber(values, 'seed');
  const count = wholeNumber(values, 'annotations');
  await writeFiles(texts, inventedNews(seed, 1000), wholeNumber(values, 'articles'), 10);
  process.stderr.write('Importing …\n');
  await importTexts(electron, texts, profile);
  const app = await openWindow(profile);
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
    // What the window does by itself after its start is not to be measured; nothing tells its end.
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
