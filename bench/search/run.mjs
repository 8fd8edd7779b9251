// `npm run bench:search -- [options]`: builds an archive of invented or real news in the real program
// and measures search, start and memory, against a plain scan of the same texts in the same run.
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import setUp from '../../build/e2e-setup.mjs';
import { runMain } from '../../build/lib/log.mjs';
import { measureInPage } from '../import/bare/measure.mjs';
import { writeFiles } from '../import/generate.mjs';
import { newsFor } from '../import/news.mjs';
import { importTexts, wholeNumber, withProgram } from '../program.mjs';
import { printEngine, printWindow } from './report.mjs';
import { measureWindow } from './window.mjs';

const USAGE = `Usage: npm run bench:search -- [options]
  --articles N      how many articles (100000)
  --chars N         how many characters they have together (1000 for each article)
  --corpus FILE     real texts instead: title, date, text per line of .jsonl(.gz), repeated never
  --annotations N   how many passages are highlighted and tagged (50000)
  --queries N       how many queries, of all kinds together (1000)
  --rounds N        how often the window is opened, each with the archive and an empty one (5)
  --only PART       engine (the queries), analyses or window; all three when it is not said
  --seed N          (1)
  --keep            leave the texts and the archive where they are, and say where
  --archive FOLDER  take an archive that was kept and build none
`;
const CLASSES = 10;
const PARTS = ['engine', 'analyses', 'window'];

const { values } = parseArgs({
  options: {
    articles: { type: 'string', default: '100000' },
    chars: { type: 'string' },
    corpus: { type: 'string' },
    annotations: { type: 'string', default: '50000' },
    queries: { type: 'string', default: '1000' },
    rounds: { type: 'string', default: '5' },
    only: { type: 'string' },
    seed: { type: 'string', default: '1' },
    keep: { type: 'boolean', default: false },
    archive: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
});

await runMain(async () => {
  if (values.help) return void process.stdout.write(USAGE);
  if (values.only !== undefined && !PARTS.includes(values.only)) {
    throw new Error(`--only takes ${PARTS.join(', ')}`);
  }
  await setUp();
  await withProgram('search', { keep: values.keep }, bench);
});

async function bench(folder, electron) {
  const profile = values.archive ?? path.join(folder, 'archive');
  const empty = path.join(folder, 'empty');
  await mkdir(empty);
  const built = values.archive === undefined ? await build(folder, electron, profile) : null;
  const rounds = wholeNumber(values, 'rounds');
  process.stderr.write('Asking …\n');
  const engine = await measureInPage(electron, path.join(import.meta.dirname, 'engine'), {
    profile,
    page: path.join(folder, 'page'),
    argument: {
      perClass: wants('engine') ? Math.ceil(wholeNumber(values, 'queries') / CLASSES) : 0,
      analyses: wants('analyses'),
      seed: wholeNumber(values, 'seed'),
      annotations: built === null ? 0 : wholeNumber(values, 'annotations'),
    },
  });
  printEngine(built, engine);
  if (!wants('window')) return;
  process.stderr.write('Opening the window …\n');
  const bare = await measureWindow(empty, { rounds, phrases: [] });
  const full = await measureWindow(profile, { rounds, phrases: engine.phrases });
  printWindow({ engine, bare, full });
}

function wants(part) {
  return values.only === undefined || values.only === part;
}

async function build(folder, electron, profile) {
  const articles = wholeNumber(values, 'articles');
  const texts = path.join(folder, 'texts');
  await mkdir(profile);
  const news = await newsFor(values, articles);
  process.stderr.write('Writing the texts …\n');
  await writeFiles(texts, news, articles, 10);
  process.stderr.write('Importing …\n');
  const run = await importTexts(electron, texts, profile);
  return run.ended - run.firstLine;
}
