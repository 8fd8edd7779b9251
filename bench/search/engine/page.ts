import { fold } from '@domain/search/fold';
import {
  countSearch,
  NO_FACETS,
  search,
  searchGroups,
  searchService,
} from '@renderer/archive/search';
import { wrap } from 'comlink';
import { type AnalysisTimes, measureAnalyses } from './analysis';
import { storeAnnotations } from './annotations';
import { inventedPhrases, inventedQueries, type QueryClass } from './queries';
import type { ScanService } from './scan';

/** Milliseconds of each query of a kind, as the page waits for them. */
interface Measured {
  kind: QueryClass;
  index: number[];
  /** Until all groups are in order. */
  whole: number[];
  scan: number[];
  total: number[];
}

/** What was found. Milliseconds. */
export interface EngineResult {
  articles: number;
  characters: number;
  /** From the start of the worker until the first answer. */
  load: number;
  /** From then until all is in the index. */
  tidy: number;
  documents: number;
  measured: Measured[];
  /** Queries whose answers were compared, and those that differ from the plain scan. */
  compared: number;
  wrong: string[];
  scanLoad: number;
  /** Words that occur. */
  phrases: string[];
  analyses: AnalysisTimes[];
}

/** Texts that queries are made of. */
const SOME = 400;
const PHRASES = 25;
const LITERAL: ReadonlySet<QueryClass> = new Set([
  '1 character',
  '2 characters',
  '3 characters',
  '4 characters',
  '6 characters',
  'absent',
  'folded',
]);

interface Asked {
  perClass: number;
  seed: number;
  /** Whether analyses are asked for too. */
  analyses: boolean;
  /** How many annotations are stored before. */
  annotations: number;
}

async function measure(asked: Asked): Promise<EngineResult> {
  const { perClass, seed, annotations } = asked;
  await storeAnnotations(annotations, seed);
  const began = performance.now();
  await countSearch('档案');
  const load = performance.now() - began;
  const service = await searchService();
  let progress = await service.indexProgress();
  while (progress.indexed < progress.documents || !progress.isLoaded) {
    await new Promise((resolve) => setTimeout(resolve, 200));
    await countSearch('档案');
    progress = await service.indexProgress();
  }
  const tidy = performance.now() - began - load;
  console.error('Reading the texts for the scan …');
  const worker = new Worker(new URL('./scan.ts', import.meta.url), { type: 'module' });
  const scan = wrap<ScanService>(worker);
  const scanBegan = performance.now();
  const { articles, characters, some } = await scan.load(SOME);
  const scanLoad = performance.now() - scanBegan;
  const queries = inventedQueries(some, perClass, seed, otherScript);
  const measured = new Map<QueryClass, Measured>();
  const wrong: string[] = [];
  for (const { kind, text } of queries) {
    const start = performance.now();
    const found = await search({ query: text, sort: 'relevance', facets: NO_FACETS, within: [] });
    const time = performance.now() - start;
    if (!found.isWhole && (await searchGroups(found.resultId)) === null) {
      wrong.push(`${text}: only its beginning`);
    }
    const whole = performance.now() - start;
    const counted = await (LITERAL.has(kind) ? scan.count(text) : scan.find(text));
    if (found.total !== counted.total || found.articles !== counted.articles) {
      wrong.push(`${text}: ${found.total}/${found.articles}, ${counted.total}/${counted.articles}`);
    }
    const of = measured.get(kind) ?? { kind, index: [], whole: [], scan: [], total: [] };
    measured.set(kind, of);
    of.index.push(time);
    of.whole.push(whole);
    of.scan.push(counted.time);
    of.total.push(found.total);
  }
  const phrases = inventedPhrases(some, PHRASES, seed);
  const word = phrases[0]?.slice(0, 2) ?? '';
  const analyses = asked.analyses ? await measureAnalyses(scan, word, characters) : [];
  worker.terminate();
  const result: EngineResult = {
    articles,
    characters,
    load,
    tidy,
    documents: progress.documents,
    measured: [...measured.values()],
    compared: queries.length,
    wrong,
    scanLoad,
    phrases,
    analyses,
  };
  return result;
}

/** A word with other characters of the same folding, where there are some. */
function otherScript(word: string): string {
  return [...word].map((unit) => others().get(fold(unit)) ?? unit).join('');
}

let known: Map<string, string> | null = null;

function others(): Map<string, string> {
  if (known !== null) return known;
  known = new Map();
  for (let code = 0x4e00; code < 0xa000; code += 1) {
    const unit = String.fromCharCode(code);
    const folded = fold(unit);
    if (folded !== unit) known.set(folded, unit);
  }
  return known;
}

Object.assign(globalThis, { measure });
