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

  add(other: Score): void {
    this.hits += other.hits;
    this.found += other.found;
    this.there += other.there;
  }

  /** Compares two lists as bags of strings; returns what was missed and what was invented. */
  compare(found: readonly string[], there: readonly string[]): Difference {
    const left = new Map<string, number>();
    for (const each of there) left.set(each, (left.get(each) ?? 0) + 1);
    const wrong: string[] = [];
    for (const each of found) {
      const count = left.get(each) ?? 0;
      if (count > 0) {
        this.hits += 1;
        left.set(each, count - 1);
      } else wrong.push(each);
    }
    this.found += found.length;
    this.there += there.length;
    return { wrong, missed: [...left].flatMap(([text, count]) => Array(count).fill(text)) };
  }
}

export interface Difference {
  missed: string[];
  wrong: string[];
}

export const MEASURES = [
  'splits',
  'joins',
  'wraps',
  'paragraphs',
  'captions',
  'attributions',
  'headings',
  'outlets',
  'dates',
  'bylines',
] as const;
export type MeasureName = (typeof MEASURES)[number];
export type Measures = Record<MeasureName, Score>;

export function newMeasures(): Measures {
  return Object.fromEntries(MEASURES.map((name) => [name, new Score()])) as Measures;
}

/**
 * Compares a reconstruction with the truth and returns the differences by measure.
 * - `splits`: articles by exact title
 * - `joins`: cuts healed against cuts made; two true paragraphs run into one are wrong joins
 * - `wraps`: the same for the line ends of hard-wrapped text
 * - `paragraphs`, `captions`, `headings`: by exact text of the kind
 * - `attributions`: source, author and editor lines, page marks left out
 * - `outlets`, `dates`, `bylines`: where the file says them
 */
export function measure(
  measures: Measures,
  file: BrokenFile,
  articles: readonly ReconstructedArticle[],
): Partial<Record<MeasureName, Difference>> {
  const ofKinds = (...kinds: string[]): string[] =>
    articles.flatMap((article) =>
      article.paragraphs
        .filter((paragraph) => kinds.includes(paragraph.kind))
        .map((paragraph) => plain(article.text.slice(paragraph.start, paragraph.end))),
    );
  const truth = (field: 'body' | 'captions' | 'headings' | 'attributions'): string[] =>
    file.articles.flatMap((article) => article[field].map(plain));
  const furniture = new Set(file.furniture.map(plain));
  const bodies = ofKinds('body');
  const notes = ofKinds('attribution', 'byline').filter((text) => !furniture.has(text));
  return {
    splits: measures.splits.compare(
      articles.map((article) => article.title.trim()),
      file.articles.map((article) => article.title.trim()),
    ),
    paragraphs: measures.paragraphs.compare(bodies, truth('body')),
    captions: measures.captions.compare(ofKinds('caption'), truth('captions')),
    headings: measures.headings.compare(ofKinds('heading'), truth('headings')),
    attributions: measures.attributions.compare(notes, truth('attributions')),
    joins: measureJoins(measures, file, bodies, truth('body')),
    ...compareFacts(measures, file, articles),
  };
}

/** Spaces beside Han characters say nothing. */
function plain(text: string): string {
  return text.replace(/(?<=[^\x21-\x7e])\s+|\s+(?=[^\x21-\x7e])/g, '');
}

function compareFacts(
  measures: Measures,
  file: BrokenFile,
  articles: readonly ReconstructedArticle[],
): Partial<Record<MeasureName, Difference>> {
  const found = new Map(articles.map((article) => [article.title.trim(), article]));
  const result: Partial<Record<MeasureName, Difference>> = {};
  for (const [name, field] of [
    ['outlets', 'outlet'],
    ['dates', 'date'],
    ['bylines', 'byline'],
  ] as const) {
    const judged = file.articles.filter((article) => article[field] !== null);
    const value = (text: string): string =>
      text.replace(/本报|记者|通讯员|作者|[：:\s《》（）]/g, '');
    result[name] = measures[name].compare(
      judged.flatMap((article) => {
        const read = found.get(article.title.trim())?.[field] ?? '';
        return read === '' ? [] : [`${article.title}\n${value(read)}`];
      }),
      judged.map((article) => `${article.title}\n${value(article[field] ?? '')}`),
    );
  }
  return result;
}

function measureJoins(
  measures: Measures,
  file: BrokenFile,
  bodies: readonly string[],
  trueBodies: readonly string[],
): Difference {
  const text = bodies.join('\n');
  const truth = trueBodies.join('\n');
  const missed: string[] = [];
  for (const { left, right, kind } of file.seams) {
    const score = kind === 'cut' ? measures.joins : measures.wraps;
    const healed =
      text.includes(plain(`${left}${right}`)) ||
      text.includes(plain(`${left} ${right}`)) ||
      text.includes(plain(left.replace(/-$/, '') + right));
    score.there += 1;
    if (healed) {
      score.hits += 1;
      score.found += 1;
    } else missed.push(`${left} | ${right}`);
  }
  // Stock phrases may follow each other within a true paragraph as well.
  const wrong = file.breaks
    .map(plain)
    .filter((seam) => text.includes(seam) && !truth.includes(seam));
  const score = file.seams.some(({ kind }) => kind === 'wrap') ? measures.wraps : measures.joins;
  score.found += wrong.length;
  return { missed, wrong };
}
