// `npm run bench:reader -- [options]`: opens, scrolls and annotates long articles with many annotations
// in the real program and measures what a reader waits for.
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import setUp from '../../build/e2e-setup.mjs';
import { runMain } from '../../build/lib/log.mjs';
import { importTexts, openWindow, wholeNumber, withProgram } from '../program.mjs';
import { inventedAnnotations, writeArticles } from './articles.mjs';
import {
  addHighlight,
  openArticle,
  scrollThrough,
  storeAnnotations,
  storedTexts,
} from './page.mjs';
import { processorTimes } from './processor.mjs';
import { printReport } from './report.mjs';

const USAGE = `Usage: npm run bench:reader -- [options]
  --chars N        characters of the long article (100000)
  --annotations N  how many lie on it (2000); a quarter of them on the one that is opened
  --rounds N       how often the article is opened with and without annotations (12)
  --highlights N   how many are added, and as many by a bare page (40)
  --seed N         (1)
`;

const { values } = parseArgs({
  options: {
    chars: { type: 'string', default: '100000' },
    annotations: { type: 'string', default: '2000' },
    rounds: { type: 'string', default: '12' },
    highlights: { type: 'string', default: '40' },
    seed: { type: 'string', default: '1' },
    help: { type: 'boolean', default: false },
  },
});

await runMain(async () => {
  if (values.help) return void process.stdout.write(USAGE);
  await setUp();
  await withProgram('reader', {}, bench);
});

async function bench(folder, electron) {
  const profile = path.join(folder, 'archive');
  const texts = path.join(folder, 'texts');
  await mkdir(profile);
  await mkdir(texts);
  const seed = wholeNumber(values, 'seed');
  const count = wholeNumber(values, 'annotations');
  const titles = await writeArticles(texts, seed, wholeNumber(values, 'chars'));
  process.stderr.write('Importing …\n');
  await importTexts(electron, texts, profile);
  const app = await openWindow(profile);
  try {
    const page = await app.firstWindow();
    await ready(page);
    const rounds = wholeNumber(values, 'rounds');
    process.stderr.write('Opening …\n');
    const stored = await page.evaluate(storedTexts, titles.long);
    const all = inventedAnnotations(stored, count, seed);
    // Past the program: it reads them when the page is loaded anew.
    await page.evaluate(storeAnnotations, all.slice(0, Math.round(count / 4)));
    await page.reload();
    await ready(page);
    const opened = await openOften(page, titles, rounds);
    await page.evaluate(storeAnnotations, all);
    await page.reload();
    await ready(page);
    process.stderr.write('Scrolling …\n');
    const scrolled = {
      bare: await scroll(page, titles.bare),
      long: await scroll(page, titles.long),
    };
    process.stderr.write('Highlighting …\n');
    const added = { bare: [], long: [] };
    // One beside the other, so that both meet the same load.
    for (let turn = 0; turn < wholeNumber(values, 'highlights'); turn += 1) {
      added.bare.push(await add(page, { turn, bare: true }));
      added.long.push(await add(page, { turn, bare: false }));
    }
    const chromium = await app.evaluate(() => process.versions.chrome);
    printReport({
      characters: stored.text.length,
      count,
      opened,
      scrolled,
      added,
      chromium,
    });
  } finally {
    await app.close();
  }
}

async function ready(page) {
  await page.locator('[role=option]').first().waitFor();
}

/** Milliseconds of each opening, without and with annotations in turn; the first ones, which warm up, are left out. */
async function openOften(page, titles, rounds) {
  const times = { bare: [], long: [] };
  for (let round = 0; round <= rounds; round += 1) {
    for (const which of ['bare', 'long']) {
      await page.evaluate(openArticle, titles.short);
      times[which].push((await page.evaluate(openArticle, titles[which])).time);
    }
  }
  return { bare: times.bare.slice(1), long: times.long.slice(1) };
}

/**
 * Milliseconds of each frame: `frames` by the clock, `processor` that the page's thread worked; and of the
 * tasks over 50 ms of opening the article, `tasks`.
 */
async function scroll(page, title) {
  const { tasks } = await page.evaluate(openArticle, title);
  const { result, stamps } = await processorTimes(page, () => page.evaluate(scrollThrough));
  const processor = stamps.slice(1).map(({ time }, index) => time - stamps[index].time);
  return { frames: result, processor, tasks };
}

/** Milliseconds of adding a highlight, as `addHighlight` tells, and `processor` that the page's thread worked. */
async function add(page, turn) {
  const { result, stamps } = await processorTimes(page, () => page.evaluate(addHighlight, turn));
  const at = (name) => stamps.find((stamp) => stamp.name === name)?.time ?? Number.NaN;
  return { ...result, processor: at('bench-end') - at('bench-begin') };
}
