import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CollocateCounter, type Window } from './collocates';
import { asWritten, TokenCounter } from './counts';
import { tokensOf } from './tokens';

const WIDE: Window = { left: 2, right: 2, limit: 'paragraph' };

function placesOf(text: string, phrase: string): { start: number; end: number }[] {
  const places = [];
  for (let at = text.indexOf(phrase); at >= 0; at = text.indexOf(phrase, at + phrase.length)) {
    places.push({ start: at, end: at + phrase.length });
  }
  return places;
}

function collocates(texts: string[], phrase: string, window = WIDE, least = 1) {
  const counter = new CollocateCounter(window, asWritten);
  const all = new TokenCounter(asWritten);
  texts.forEach((text, article) => {
    const tokens = tokensOf(text, 'char');
    all.add(tokens);
    counter.add(tokens, placesOf(text, phrase), article);
  });
  const table = counter.table(all, least);
  return { ...table, byWord: new Map(table.rows.map((row) => [row.word, row])) };
}

describe('CollocateCounter', () => {
  it('counts what stands in the windows, on which side and how far away', () => {
    const { places, windowTokens, total, byWord } = collocates(
      ['甲乙治理丙丁戊', '乙治理'],
      '治理',
    );
    expect([places, windowTokens, total]).toEqual([2, 5, 6]);
    expect([...byWord.keys()]).toEqual(['甲', '乙', '丙', '丁']);
    expect(byWord.get('乙')).toMatchObject({ near: 2, left: 2, right: 0, articles: 2, reach: 0 });
    expect(byWord.get('丁')).toMatchObject({ near: 1, left: 0, right: 1, articles: 1, reach: 1 });
  });

  it('counts a token in several windows once, on the side of the nearer place', () => {
    const { byWord, windowTokens } = collocates(['治理甲乙治理'], '治理');
    expect(windowTokens).toBe(2);
    expect(byWord.get('甲')).toMatchObject({ near: 1, left: 0, right: 1 });
    expect(byWord.get('乙')).toMatchObject({ near: 1, left: 1, right: 0 });
  });

  it('leaves out what is inside of places', () => {
    const { byWord, total } = collocates(['治理治理甲治'], '治理');
    expect(total).toBe(2);
    expect(byWord.get('治')).toMatchObject({ near: 1, frequency: 1 });
  });

  it('stops at the end of a sentence or paragraph when it is told to', () => {
    const text = '甲。治理，乙\n丙';
    const near = (limit: Window['limit']) =>
      [...collocates([text], '治理', { ...WIDE, limit }).byWord.keys()].join('');
    expect(near('sentence')).toBe('乙');
    expect(near('paragraph')).toBe('甲乙');
    expect(near('text')).toBe('甲乙丙');
  });

  it('measures the same as the formulas on the table of the windows', () => {
    // Near: 5 tokens, 2 of them 乙; elsewhere 1 token, not 乙.
    const { byWord } = collocates(['甲乙治理丙丁戊', '乙治理'], '治理');
    const row = byWord.get('乙');
    expect(row?.expected).toBeCloseTo((5 * 2) / 6, 10);
    expect(row?.pmi).toBeCloseTo(Math.log2(2 / ((5 * 2) / 6)), 10);
    expect(row?.logDice).toBe(14);
    const g2 = 2 * (2 * Math.log(6 / 5) + 3 * Math.log(18 / 20) + 1 * Math.log(6 / 4));
    expect(row?.ll).toBeCloseTo(g2, 10);
  });

  it('adds up for any text', () => {
    const text = fc.string({ unit: fc.constantFrom(...'治理甲乙丙，。\n'), maxLength: 80 });
    const span = fc.integer({ min: 0, max: 4 });
    const limit = fc.constantFrom<Window['limit']>('sentence', 'paragraph', 'text');
    fc.assert(
      fc.property(fc.array(text, { maxLength: 5 }), span, span, limit, (texts, left, right, to) => {
        const table = collocates(texts, '治理', { left, right, limit: to });
        const sum = (of: 'near' | 'left' | 'right') =>
          table.rows.reduce((before, row) => before + row[of], 0);
        expect(sum('near')).toBe(table.windowTokens);
        expect(sum('left') + sum('right')).toBe(sum('near'));
        expect(sum('near')).toBeLessThanOrEqual(table.places * (left + right));
        for (const row of table.rows) {
          expect(row.near).toBeLessThanOrEqual(row.frequency);
          expect(row.articles).toBeLessThanOrEqual(row.near);
          expect(Number.isFinite(row.ll)).toBe(true);
        }
      }),
    );
  });
});
