import { describe, expect, it } from 'vitest';
import { reconstruct } from './reconstruct';
import { type BreakStyle, STYLES } from './testing/break-styles';
import { brokenFiles } from './testing/broken-sets';
import { type Measures, measure, newMeasures } from './testing/measure';

// The half of the generator that the rules were not tuned on.
function run(seed: number, files: number, change: Partial<BreakStyle> = {}): Measures {
  const measures = newMeasures();
  for (const file of brokenFiles(seed, files, 'held-out', change)) {
    const hints = file.hints ? { lines: file.hints } : {};
    measure(measures, file, reconstruct(file.text, hints).articles);
  }
  return measures;
}

describe('files broken as real ones are', { timeout: 60_000 }, () => {
  it('come back together in every mixture of styles', () => {
    const measures = run(20, 120);
    expect(measures.splits.f1).toBeGreaterThanOrEqual(0.98);
    expect(measures.joins.f1).toBeGreaterThanOrEqual(0.99);
    expect(measures.wraps.f1).toBeGreaterThanOrEqual(0.99);
    expect(measures.paragraphs.f1).toBeGreaterThanOrEqual(0.99);
    expect(measures.captions.f1).toBeGreaterThanOrEqual(0.92);
    expect(measures.attributions.f1).toBeGreaterThanOrEqual(0.98);
    expect(measures.outlets.f1).toBeGreaterThanOrEqual(0.98);
  });

  // So few files that one wrong join may cost two hundredths.
  it.each(Object.entries(STYLES))('are read in the style: %s', (_, change) => {
    const measures = run(7, 30, change);
    expect(measures.splits.f1).toBeGreaterThanOrEqual(0.92);
    expect(measures.joins.f1).toBeGreaterThanOrEqual(0.95);
    expect(measures.wraps.f1).toBeGreaterThanOrEqual(0.95);
    expect(measures.paragraphs.f1).toBeGreaterThanOrEqual(0.96);
  });
});
