import { parseArgs } from 'node:util';
import { type ReconstructedFile, reconstruct } from '@domain/ingest/reconstruct';
import type { BrokenFile } from '@domain/ingest/testing/break-articles';
import { type BreakStyle, STYLES } from '@domain/ingest/testing/break-styles';
import { brokenFiles } from '@domain/ingest/testing/broken-sets';
import type { CleanArticle, Half } from '@domain/ingest/testing/clean-articles';
import {
  type Difference,
  MEASURES,
  type MeasureName,
  type Measures,
  measure,
  newMeasures,
} from '@domain/ingest/testing/measure';
import type { Random } from '@domain/ingest/testing/random';
import { readCorpus, withoutStationLead } from './corpus';
import { measureTable, type Result, styleTable } from './report';
import { runSets } from './sets';

type ReconstructedArticle = ReconstructedFile['articles'][number];

const USAGE = `Usage: npm run bench:ingest -- [options]
  --half held-out|tuning   which half of the generator writes the texts (held-out)
  --corpus FILE            real clean texts instead: title, date, text per line of .jsonl(.gz)
  --from N --to N          only these articles of the corpus
  --files N                files for each style (150)
  --seed N                 (1)
  --style NAME             only this style
  --show N                 print up to N differences of each measure
  --print N                print N broken files and what became of them
  --failed MEASURE         of these only files that were not all right by this measure
`;

/** Breaks texts in every style, puts them together again, prints how well it went. */
export function run(options: string[]): number {
  const { values } = parseArgs({
    args: options,
    options: {
      half: { type: 'string', default: 'held-out' },
      corpus: { type: 'string' },
      from: { type: 'string', default: '0' },
      to: { type: 'string' },
      files: { type: 'string', default: '150' },
      seed: { type: 'string', default: '1' },
      style: { type: 'string' },
      show: { type: 'string', default: '0' },
      print: { type: 'string', default: '0' },
      failed: { type: 'string', default: '' },
      help: { type: 'boolean' },
    },
  });
  if (values.help || !isHalf(values.half) || (values.style && !STYLES[values.style])) {
    console.log(`${USAGE}Styles: ${Object.keys(STYLES).join(', ')}`);
    return values.help ? 0 : 2;
  }
  const corpus = values.corpus
    ? readCorpus(values.corpus).slice(
        Number(values.from),
        values.to ? Number(values.to) : undefined,
      )
    : null;
  const setup: Setup = {
    half: values.half,
    files: Number(values.files),
    seed: Number(values.seed),
    corpus,
    show: Number(values.show),
    print: Number(values.print),
    failed: values.failed,
  };
  const isOfGenre = (style: Partial<BreakStyle>): boolean => style.genres !== undefined;
  const names = Object.keys(STYLES).filter(
    (name) =>
      (!values.style || name === values.style) && !(corpus && isOfGenre(STYLES[name] ?? {})),
  );
  const results = names.map((name, index) => runStyle(name, STYLES[name] ?? {}, index, setup));
  console.log(`\nF1 by style (${corpus ? 'corpus' : setup.half}, seed ${setup.seed})`);
  console.log(styleTable(results));
  console.log(`\nAll styles together`);
  console.log(measureTable(total(results)));
  if (corpus || values.style) return 0;
  console.log('\nSets of files whose articles go on in other files');
  console.log(runSets(setup.half, setup.files, setup.seed, setup.show));
  return 0;
}

function isHalf(text: string): text is Half {
  return text === 'tuning' || text === 'held-out';
}

interface Setup {
  half: Half;
  files: number;
  seed: number;
  corpus: readonly CleanArticle[] | null;
  show: number;
  print: number;
  failed: string;
}

function read({ text, hints }: BrokenFile): ReconstructedFile {
  return reconstruct(text, hints ? { lines: hints } : {});
}

function runStyle(style: string, change: Partial<BreakStyle>, index: number, setup: Setup): Result {
  const { corpus } = setup;
  const take = corpus
    ? (random: Random): CleanArticle | null => {
        const article = random.pick(corpus);
        return random.chance(0.8) ? withoutStationLead(article) : article;
      }
    : undefined;
  const result: Result = {
    style,
    measures: newMeasures(),
    articles: 0,
    characters: 0,
    milliseconds: 0,
  };
  const left = Object.fromEntries(MEASURES.map((name) => [name, setup.show]));
  let print = setup.print;
  const files = [...brokenFiles(setup.seed * 1000 + index, setup.files, setup.half, change, take)];
  for (const file of files.slice(0, 20)) read(file);
  for (const file of files) {
    const before = performance.now();
    const { articles } = read(file);
    result.milliseconds += performance.now() - before;
    result.articles += file.articles.length;
    result.characters += file.text.length;
    const differences = measure(result.measures, file, articles);
    const judged = differences[setup.failed as MeasureName] ?? { missed: [], wrong: [] };
    const failed = judged.missed.length + judged.wrong.length > 0;
    if (print > 0 && (failed || !setup.failed)) {
      print -= 1;
      console.log(`\n######## ${style}\n${file.text}\n======== reconstruction`);
      for (const article of articles) {
        console.log(
          `【TITLE】${article.title} | ${article.outlet} | ${article.date} | ${article.byline}`,
        );
        for (const { kind, start, end } of article.paragraphs) {
          console.log(`  [${kind}] ${article.text.slice(start, end)}`);
        }
      }
    }
    for (const [name, difference] of Object.entries(differences)) {
      for (const text of describeDifference(difference, articles, file.text)) {
        if ((left[name] ?? 0) <= 0) break;
        left[name] = (left[name] ?? 0) - 1;
        console.log(`${style} · ${name} ${text}`);
      }
    }
  }
  return result;
}

/** `-` missed and what it became, `+` invented. */
function describeDifference(
  { missed, wrong }: Difference,
  articles: readonly ReconstructedArticle[],
  source: string,
): string[] {
  const lines = source.split('\n').filter((line) => line.trim() !== '');
  const around = (text: string): string => {
    const at = lines.findIndex((line) => line.includes(text));
    if (at < 0 || text.length > 60) return '';
    return `   «${lines[at - 1]?.slice(-16) ?? ''} / … / ${lines[at + 1]?.slice(0, 16) ?? ''}»`;
  };
  const became = (text: string): string => {
    const bare = text.replace(/\s/g, '');
    for (const { title, text: all, paragraphs } of articles) {
      if (title.replace(/\s/g, '') === bare) return 'title';
      for (const { kind, start, end } of paragraphs) {
        const words = all.slice(start, end).replace(/\s/g, '');
        if (words === bare) return kind;
      }
    }
    return 'part';
  };
  const show = (text: string): string => text.replace(/\n/g, ' ⏎ ').slice(0, 160);
  return [
    ...missed.map((text) => `- (${became(text)}) ${show(text)}${around(text)}`),
    ...wrong.map((text) => `+ ${show(text)}${around(text)}`),
  ];
}

function total(results: readonly Result[]): Measures {
  const sum = newMeasures();
  for (const { measures } of results) {
    for (const name of MEASURES as readonly MeasureName[]) sum[name].add(measures[name]);
  }
  return sum;
}
