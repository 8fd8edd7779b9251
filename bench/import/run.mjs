// `npm run bench:import -- [options]`: imports generated text files with the real program and
// compares the time with a bare Dexie `bulkAdd` of the same rows in the same run.
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { buildIfStale } from '../../build/lib/build.mjs';
import { createLog, runMain } from '../../build/lib/log.mjs';
import { importTexts, runCli, wholeNumber, withProgram } from '../program.mjs';
import { runBare } from './bare/run.mjs';
import { writeFiles } from './generate.mjs';
import { newsFor } from './news.mjs';
import { printReport } from './report.mjs';

const USAGE = `Usage: npm run bench:import -- [options]
  --articles N    how many articles (100000)
  --chars N       how many characters they have together (1000 for each article)
  --per-file N    articles in a file; every tenth file holds one (10)
  --corpus FILE   real texts instead: title, date, text per line of .jsonl(.gz), repeated never
  --seed N        (1)
  --batch N       articles in a transaction of the bare write (1000)
  --keep          leave the texts and the archive where they are, and say where
`;

const { values } = parseArgs({
  options: {
    articles: { type: 'string', default: '100000' },
    chars: { type: 'string' },
    'per-file': { type: 'string', default: '10' },
    corpus: { type: 'string' },
    seed: { type: 'string', default: '1' },
    batch: { type: 'string', default: '1000' },
    keep: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});

await runMain(async () => {
  if (values.help) return void process.stdout.write(USAGE);
  const articles = wholeNumber(values, 'articles');
  await buildIfStale(createLog());
  await withProgram('import', { keep: values.keep }, (folder, electron) =>
    bench(electron, folder, articles),
  );
});

async function bench(electron, folder, articles) {
  const texts = path.join(folder, 'texts');
  const profile = path.join(folder, 'archive');
  await mkdir(profile, { recursive: true });
  const news = await newsFor(values, articles);
  process.stderr.write('Writing the texts …\n');
  const written = await writeFiles(texts, news, articles, wholeNumber(values, 'per-file'));
  process.stderr.write('Importing …\n');
  const imported = await runImport(electron, texts, profile);
  process.stderr.write('Checking …\n');
  const check = await runCheck(electron, profile);
  process.stderr.write('Writing the same rows barely …\n');
  const page = path.join(folder, 'page');
  const bare = await runBare(electron, profile, page, wholeNumber(values, 'batch'));
  printReport({ written, imported, check, bare });
}

async function runImport(electron, texts, profile) {
  const counts = { files: 0, articles: 0, failed: 0, duplicates: 0 };
  const run = await importTexts(electron, texts, profile, (line) => {
    const { status, articles } = JSON.parse(line);
    counts.files += 1;
    counts.articles += articles.length;
    counts.duplicates += articles.filter(({ duplicate }) => duplicate !== null).length;
    if (status !== 'imported') counts.failed += 1;
  });
  return { ...run, ...counts };
}

async function runCheck(electron, profile) {
  const lines = [];
  await runCli(electron, ['check', '--json', '--archive', profile], (line) => lines.push(line));
  return JSON.parse(lines.join('') || '{"ok":false}');
}
