import { type AnalysisKind, analyse, type RequestOf } from '@renderer/archive/analysis';
import type { Remote } from 'comlink';
import type { ScanService } from './scan';

/** A kind of analysis of the whole archive. Milliseconds. */
export interface AnalysisTimes {
  kind: string;
  /** Asked for the first time, and once more. */
  first: number;
  again: number;
  /** The longest that nothing was heard of it. */
  silent: number;
  /** What counts the same things in the barest way, over as many characters. */
  bare: number;
}

/** UTF-16 code units that are counted in the barest way; the rest is reckoned from them. */
const SAMPLE = 2_000_000;

/**
 * Times the analyses of the archive, the words first, because what is known of them afterwards is used
 * by the others.
 *
 * @param phrase stands in the texts
 */
export async function measureAnalyses(
  scan: Remote<ScanService>,
  phrase: string,
  characters: number,
): Promise<AnalysisTimes[]> {
  const share = async (unit: 'char' | 'word') => {
    const bare = await scan.tally(unit, SAMPLE);
    return (bare.time * characters) / bare.characters;
  };
  const words = await share('word');
  const chars = await share('char');
  const { time: places } = await scan.count(phrase);
  const window = { left: 5, right: 5, limit: 'paragraph' } as const;
  const near = { query: phrase, window, reference: 'archive', least: 5 } as const;
  const rows = { least: 5, query: '' } as const;
  return [
    await timed('collocates', 'collocates, words', { ...near, unit: 'word' }, words),
    await timed('collocates', 'collocates, characters', { ...near, unit: 'char' }, chars),
    await timed('frequency', 'frequency by year', { queries: [phrase], by: 'year' }, places),
    await timed(
      'keyness',
      'keywords, words',
      { query: phrase, against: '', unit: 'word', size: 1, least: 5 },
      words,
    ),
    await timed('ngrams', 'n-grams, 2 words', { ...rows, unit: 'word', size: 2 }, words),
    await timed('ngrams', 'n-grams, 2 characters', { ...rows, unit: 'char', size: 2 }, chars),
  ];
}

async function timed<K extends AnalysisKind>(
  of: K,
  kind: string,
  request: RequestOf<K>,
  bare: number,
): Promise<AnalysisTimes> {
  console.error(`Analysing: ${kind} …`);
  let silent = 0;
  const once = async () => {
    const began = performance.now();
    let heard = began;
    const hear = () => {
      const now = performance.now();
      silent = Math.max(silent, now - heard);
      heard = now;
    };
    const { answer } = analyse(of, request, hear);
    if ((await answer).mistake !== null) throw new Error(`Not a query: ${JSON.stringify(request)}`);
    hear();
    return performance.now() - began;
  };
  return { kind, first: await once(), again: await once(), silent, bare };
}
