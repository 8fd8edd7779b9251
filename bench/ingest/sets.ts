import { reconstruct } from '@domain/ingest/reconstruct';
import { brokenSets } from '@domain/ingest/testing/break-sets';
import type { Half } from '@domain/ingest/testing/clean-articles';
import { Score } from '@domain/ingest/testing/measure';
import { joinReadings } from '@renderer/archive/import/preview-joins';

/**
 * Articles that go on in another file of their set: how many parts are found, how many paragraphs of
 * all articles come out whole. Prints up to `show` differences.
 */
export function runSets(half: Half, count: number, seed: number, show: number): string {
  const scores = { parts: new Score(), paragraphs: new Score() };
  let left = show;
  for (const set of brokenSets(seed * 1000 + 777, count, half)) {
    const read = set.files.map(({ path, text }) => {
      return { file: path, reading: { full: reconstruct(text, { fileName: path }).articles } };
    });
    const parts: string[] = [];
    const body: string[] = [];
    for (const { file, reading, joins } of joinReadings(read)) {
      for (const [index, article] of reading.full.entries()) {
        const into = joins.partOf.get(index);
        if (into !== undefined) {
          parts.push(`${into.title} > ${file}`);
          continue;
        }
        const { text, paragraphs } = joins.joined.get(index) ?? article;
        const own = paragraphs.filter(({ kind }) => kind === 'body');
        body.push(...own.map(({ start, end }) => text.slice(start, end)));
      }
    }
    scores.paragraphs.compare(body, set.body);
    const { missed, wrong } = scores.parts.compare(parts, set.pairs);
    for (const [what, list] of Object.entries({ missed, wrong })) {
      for (const each of list) if (left-- > 0) console.log(`sets · parts ${what}: ${each}`);
    }
  }
  return Object.entries(scores)
    .map(([name, { precision, recall, f1, there, found }]) => {
      const cells = [precision, recall, f1].map((value) => value.toFixed(4).padStart(11));
      return `${name.padEnd(14)}${cells.join('')}${String(there).padStart(9)}${String(found).padStart(9)}`;
    })
    .join('\n');
}
