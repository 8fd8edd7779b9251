import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseQuery } from './parse';
import { printQuery } from './print';
import { anyQuery, anyQueryText } from './testing/arbitrary';

test('what is printed is read as the same query', () => {
  fc.assert(
    fc.property(anyQuery, (query) => {
      expect(parseQuery(printQuery(query))).toEqual({ query, problem: null });
    }),
    { numRuns: 800 },
  );
});

test('what is read from any text is printed and read again', () => {
  fc.assert(
    fc.property(anyQueryText, (text) => {
      const { query, problem } = parseQuery(text);
      if (query === null || problem !== null) return;
      expect(parseQuery(printQuery(query))).toEqual({ query, problem: null });
    }),
    { numRuns: 800 },
  );
});

test('no text is too odd, and problems lie inside of it', () => {
  const texts = fc.oneof(anyQueryText, fc.string({ unit: 'binary', maxLength: 30 }));
  fc.assert(
    fc.property(texts, (text) => {
      const { query, problem } = parseQuery(text);
      if (problem === null) return;
      expect(problem.start).toBeGreaterThanOrEqual(0);
      expect(problem.end).toBeGreaterThan(problem.start);
      expect(problem.end).toBeLessThanOrEqual(text.length);
      if (query !== null) expect(text.slice(problem.end).trim()).toBe('');
    }),
    { numRuns: 800 },
  );
  for (const text of ['('.repeat(9999), '-'.repeat(9999), '标题:'.repeat(999), 'a '.repeat(9999)]) {
    expect(parseQuery(text).problem).not.toBeNull();
  }
});
