import { z } from 'zod';

const collocatesLine = z.object({
  query: z.string(),
  places: z.number(),
  measure: z.enum(['ll', 'pmi', 'mi3', 'logDice']),
  rows: z.array(
    z.object({
      word: z.string(),
      near: z.number(),
      frequency: z.number(),
      ll: z.number(),
      pmi: z.number(),
      mi3: z.number(),
      logDice: z.number(),
    }),
  ),
});
const freqLine = z.object({
  bins: z.array(
    z.object({
      key: z.string(),
      characters: z.number(),
      counts: z.array(z.object({ places: z.number(), per10000: z.number().nullable() })),
    }),
  ),
});
const keynessLine = z.object({
  rows: z.array(
    z.object({
      word: z.string(),
      a: z.number(),
      b: z.number(),
      ll: z.number(),
      logRatio: z.number(),
    }),
  ),
});
const ngramsLine = z.object({
  rows: z.array(z.object({ words: z.string(), count: z.number(), articles: z.number() })),
});

/** Word statistics for a person at a terminal, in columns; `null`: another command. */
export function analysisLines(command: string, value: unknown): string | null {
  switch (command) {
    case 'collocates': {
      const { query, places, measure, rows } = collocatesLine.parse(value);
      const lines = rows.map((row) => [
        row.word,
        String(row.near),
        String(row.frequency),
        `LL ${row.ll.toFixed(2)}`,
        `PMI ${row.pmi.toFixed(2)}`,
        ...(measure === 'll' || measure === 'pmi' ? [] : [`${measure} ${row[measure].toFixed(2)}`]),
      ]);
      return columns([...lines, [query, String(places)]]);
    }
    case 'freq': {
      const { bins } = freqLine.parse(value);
      return columns(
        bins.map(({ key, characters, counts }) => [
          key === '' ? '—' : key,
          ...counts.map(({ places, per10000 }) => `${places} (${per10000?.toFixed(2) ?? '—'})`),
          `/ ${characters}`,
        ]),
      );
    }
    case 'keyness':
      return columns(
        keynessLine
          .parse(value)
          .rows.map((row) => [
            row.word,
            String(row.a),
            String(row.b),
            `LL ${row.ll.toFixed(2)}`,
            `LR ${row.logRatio.toFixed(2)}`,
          ]),
      );
    case 'ngrams':
      return columns(
        ngramsLine
          .parse(value)
          .rows.map((row) => [row.words, String(row.count), String(row.articles)]),
      );
    default:
      return null;
  }
}

function columns(lines: string[][]): string {
  return lines.map((line) => line.join('\t')).join('\n');
}
