import { MEASURES, type Measures } from '@domain/ingest/testing/measure';

/** Results of one style. `milliseconds` is the time that all its articles took together. */
export interface Result {
  style: string;
  measures: Measures;
  articles: number;
  characters: number;
  milliseconds: number;
}

const WIDTH = 12;

/** F1 of each measure by style, and the time for an article and for 1,000 characters. */
export function styleTable(results: readonly Result[]): string {
  const head = [...MEASURES, 'ms/article', 'ms/1000'].map((name) => name.padStart(WIDTH));
  const rows = results.map(({ style, measures, articles, characters, milliseconds }) => {
    const cells = MEASURES.map((name) => {
      const score = measures[name];
      return score.there + score.found === 0 ? '–' : score.f1.toFixed(3);
    });
    cells.push(
      (milliseconds / articles).toFixed(3),
      ((1000 * milliseconds) / characters).toFixed(3),
    );
    return [style.padEnd(26), ...cells.map((cell) => cell.padStart(WIDTH))].join('');
  });
  return [`${''.padEnd(26)}${head.join('')}`, ...rows].join('\n');
}

/** Precision, recall and F1 of each measure. */
export function measureTable(measures: Measures): string {
  const rows = MEASURES.map((name) => {
    const { precision, recall, f1, there, found } = measures[name];
    const cells = [precision, recall, f1].map((value) => value.toFixed(4).padStart(11));
    return `${name.padEnd(14)}${cells.join('')}${String(there).padStart(9)}${String(found).padStart(9)}`;
  });
  const head = ['precision', 'recall', 'F1'].map((name) => name.padStart(11)).join('');
  return [`${''.padEnd(14)}${head}${'there'.padStart(9)}${'found'.padStart(9)}`, ...rows].join(
    '\n',
  );
}
