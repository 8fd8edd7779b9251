import { describe, expect, it } from 'vitest';
import { reconstruct } from './reconstruct';
import { type BreakStyle, breakArticles, randomStyle } from './testing/break-articles';
import { caption, cleanArticle } from './testing/clean-articles';
import { type Measures, measure, newMeasures } from './testing/measure';
import { Random } from './testing/random';

function run(seed: number, files: number, change: Partial<BreakStyle> = {}): Measures {
  const random = new Random(seed);
  const measures = newMeasures();
  for (let i = 0; i < files; i += 1) {
    const style = { ...randomStyle(random), ...change };
    const articles = Array.from({ length: random.int(1, 6) }, () =>
      cleanArticle(random, random.int(2, 9)),
    );
    const broken = breakArticles(articles, style, caption, random);
    measure(measures, broken, reconstruct(broken.text).articles);
  }
  return measures;
}

describe('files broken as real ones are', { timeout: 60_000 }, () => {
  it('come back together in every mixture of styles', () => {
    const measures = run(20, 120);
    expect(measures.splits.f1).toBeGreaterThanOrEqual(0.98);
    expect(measures.joins.f1).toBeGreaterThanOrEqual(0.98);
    expect(measures.paragraphs.f1).toBeGreaterThanOrEqual(0.98);
    expect(measures.captions.f1).toBeGreaterThanOrEqual(0.97);
    expect(measures.attributions.f1).toBeGreaterThanOrEqual(0.98);
    expect(measures.outlets.f1).toBeGreaterThanOrEqual(0.98);
  });

  it.each<[string, Partial<BreakStyle>]>([
    ['cut across captions', { cuts: 0.8, captions: 0.45, wrap: 0 }],
    [
      'cut across page numbers and running heads',
      { cuts: 0.8, captions: 0, cutFurniture: 1, wrap: 0 },
    ],
    ['hard-wrapped with blank lines between paragraphs', { wrap: 22, gap: 1, indent: false }],
    ['hard-wrapped with indents', { wrap: 30, gap: 0, indent: true }],
    ['in half-width punctuation', { halfWidth: true }],
    ['without any end mark', { endMarks: false, headers: false, gap: 1, articleGap: 3 }],
  ])('are read when %s', (_, change) => {
    const measures = run(7, 60, change);
    expect(measures.splits.f1).toBeGreaterThanOrEqual(0.96);
    expect(measures.joins.f1).toBeGreaterThanOrEqual(0.97);
    expect(measures.paragraphs.f1).toBeGreaterThanOrEqual(0.97);
  });
});
