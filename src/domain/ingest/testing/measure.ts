import type { ReconstructedArticle } from '../types';
import type { BrokenFile } from './break-articles';

/** True positives, what was found, what there was. */
export class Score {
  hits = 0;
  found = 0;
  there = 0;

  get precision(): number {
    return this.found === 0 ? 1 : this.hits / this.found;
  }

  get recall(): number {
    return this.there === 0 ? 1 : this.hits / this.there;
  }

  get f1(): number {
    const sum = this.precision + this.recall;
    return sum === 0 ? 0 : (2 * this.precision * this.recall) / sum;
  }

  /** Compares two lists as bags of strings. */
  compare(found: readonly string[], there: readonly string[]): void {
    const left = new Map<string, number>();
    for (const each of there) left.set(each, (left.get(each) ?? 0) + 1);
    for (const each of found) {
      const count = left.get(each) ?? 0;
      if (count > 0) {
        this.hits += 1;
        left.set(each, count - 1);
      }
    }
    this.found += found.length;
    this.there += there.length;
  }
}

export type Measures = Record<
  'splits' | 'joins' | 'paragraphs' | 'captions' | 'attributions' | 'headings' | 'outlets',
  Score
>;

export function newMeasures(): Measures {
  return {
    splits: new Score(),
    joins: new Score(),
    paragraphs: new Score(),
    captions: new Score(),
    attributions: new Score(),
    headings: new Score(),
    outlets: new Score(),
  };
}

/**
 * Compares a reconstruction with the truth. `splits`: articles by exact title; `paragraphs`: body
 * paragraphs by exact text; `joins`: cuts healed against cuts made, where two true paragraphs run
 * into one count as wrong joins; the others by exact text of their kind.
 */
export function measure(
  measures: Measures,
  file: BrokenFile,
  articles: readonly ReconstructedArticle[],
): void {
  const ofKind = (kind: string): string[] =>
    articles.flatMap((article) =>
      article.paragraphs
        .filter((paragraph) => paragraph.kind === kind)
        .map((paragraph) => article.text.slice(paragraph.start, paragraph.end)),
    );
  measures.splits.compare(
    articles.map((article) => article.title),
    file.articles.map((article) => article.title),
  );
  const bodies = ofKind('body');
  const trueBodies = file.articles.flatMap((article) => article.body);
  measures.paragraphs.compare(bodies, trueBodies);
  measures.captions.compare(
    ofKind('caption'),
    file.articles.flatMap((article) => article.captions),
  );
  const furniture = /^(?:- 12 -|7|第 8 页|— 31 —)$/;
  const runningHeads = new Set(['东湖社工 2023年第6期', '社会治理观察']);
  measures.attributions.compare(
    ofKind('attribution').filter((text) => !furniture.test(text) && !runningHeads.has(text)),
    file.articles.flatMap((article) => article.attributions),
  );
  measures.headings.compare(
    ofKind('heading'),
    file.articles.flatMap((article) => article.headings),
  );
  measures.outlets.compare(
    articles.map((article) => `${article.title}\n${article.outlet}`),
    file.articles.map((article) => `${article.title}\n${article.outlet}`),
  );
  measureJoins(measures.joins, file, bodies, trueBodies);
}

function measureJoins(
  joins: Score,
  file: BrokenFile,
  bodies: readonly string[],
  trueBodies: readonly string[],
): void {
  const text = bodies.join('\n');
  const healed = file.cuts.filter((cut) => text.includes(cut.left + cut.right)).length;
  const truth = trueBodies.join('\n');
  let wrong = 0;
  for (let i = 0; i + 1 < trueBodies.length; i += 1) {
    const seam = (trueBodies[i] ?? '').slice(-6) + (trueBodies[i + 1] ?? '').slice(0, 6);
    // Stock phrases may follow each other within a true paragraph as well.
    if (text.includes(seam) && !truth.includes(seam)) wrong += 1;
  }
  joins.hits += healed;
  joins.there += file.cuts.length;
  joins.found += healed + wrong;
}
