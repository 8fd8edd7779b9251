import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createAnchor, EmptyRangeError, resolveAnchor } from './anchor';

const ZWJ_FAMILY = '👨‍👩‍👧';

const anyText = fc
  .array(
    fc.constantFrom('社', '区', '的', '。', '\n', 'ab', '𠮷', '😀', ZWJ_FAMILY, 'e\u0301', '🇨🇳'),
    {
      minLength: 1,
      maxLength: 60,
    },
  )
  .map((parts) => parts.join(''));
const anyRange = fc.tuple(anyText, fc.nat(200), fc.nat(200));
const isWellFormed = (text: string) => !/\p{Cs}/u.test(text);

describe('createAnchor', () => {
  it('takes the words and up to 32 code units around them', () => {
    const text = `${'前'.repeat(40)}议事会${'后'.repeat(40)}`;
    expect(createAnchor(text, 40, 43)).toEqual({
      start: 40,
      end: 43,
      exact: '议事会',
      prefix: '前'.repeat(32),
      suffix: '后'.repeat(32),
    });
  });

  it('widens to whole characters and clamps to the text', () => {
    const text = `甲${ZWJ_FAMILY}乙`;
    expect(createAnchor(text, 2, 3).exact).toBe(ZWJ_FAMILY);
    expect(createAnchor(text, -5, 99).exact).toBe(text);
    expect(createAnchor('a\r\nb', 2, 3)).toMatchObject({ start: 1, end: 3 });
  });

  it('does not cut a surrogate pair in its surroundings', () => {
    const anchor = createAnchor(`${'𠮷'.repeat(20)}a甲b${'𠮷'.repeat(20)}`, 41, 42);
    expect(anchor.prefix).toBe(`${'𠮷'.repeat(15)}a`);
    expect(anchor.suffix).toBe(`b${'𠮷'.repeat(15)}`);
  });

  it('refuses an empty range', () => {
    for (const [start, end] of [
      [1, 1],
      [2, 1],
      [5, 9],
      [Number.NaN, 0],
    ] as const)
      expect(() => createAnchor('甲乙', start, end)).toThrow(EmptyRangeError);
  });

  it('keeps its promises for any text and range', () => {
    fc.assert(
      fc.property(anyRange, ([text, a, b]) => {
        fc.pre(Math.min(a, b) < Math.min(Math.max(a, b), text.length));
        const anchor = createAnchor(text, Math.min(a, b), Math.max(a, b));
        expect(anchor.exact).toBe(text.slice(anchor.start, anchor.end));
        expect(anchor.start).toBeLessThanOrEqual(Math.min(a, b));
        expect(anchor.end).toBeGreaterThanOrEqual(Math.min(Math.max(a, b), text.length));
        for (const part of [anchor.exact, anchor.prefix, anchor.suffix]) {
          expect(isWellFormed(part)).toBe(true);
        }
        const edges = [...new Intl.Segmenter('zh').segment(text)].map(({ index }) => index);
        expect([...edges, text.length]).toContain(anchor.start);
        expect([...edges, text.length]).toContain(anchor.end);
        expect(resolveAnchor(text, anchor)).toEqual({
          start: anchor.start,
          end: anchor.end,
          how: 'position',
        });
      }),
    );
  });
});

describe('resolveAnchor', () => {
  it('follows text inserted before, for any text', () => {
    fc.assert(
      fc.property(
        anyRange,
        fc.constantFrom('\n', '新', '😀', '社区', '的。'),
        ([text, a, b], inserted) => {
          fc.pre(Math.min(a, b) < Math.min(Math.max(a, b), text.length));
          const anchor = createAnchor(text, Math.min(a, b), Math.max(a, b));
          const far = '——'.repeat(40);
          const changed = `${inserted}${far}${text}`;
          const found = resolveAnchor(changed, anchor);
          expect(found && changed.slice(found.start, found.end)).toBe(anchor.exact);
          if (anchor.prefix.length === 32 && text.indexOf(anchor.prefix) === anchor.start - 32) {
            expect(found?.start).toBe(anchor.start + inserted.length + far.length);
          }
        },
      ),
    );
  });

  it('tells equal words apart by what surrounds them', () => {
    const text = '第一，居民议事会表决。第二，居民议事会公示。第三，居民议事会评议。';
    const start = text.indexOf('居民议事会公示');
    const anchor = createAnchor(text, start, start + 5);
    for (const added of ['序言。', '居民议事会', '前言：居民议事会召开。', '——'.repeat(30)]) {
      expect(resolveAnchor(added + text, anchor)).toMatchObject({
        start: start + added.length,
        how: 'quote',
      });
    }
  });

  it('does not trust a position that another equal word has slid into', () => {
    const text = '甲社工乙社工丙社工丁';
    const anchor = createAnchor(text, 5, 6);
    expect(anchor.exact).toBe('工');
    expect(resolveAnchor(`一二三${text}`, createAnchor(text, 4, 6))).toMatchObject({ start: 7 });
  });

  it('forgives an edit right beside the words', () => {
    const text = '街道办牵头，网格员每周入户一次；物业牵头，网格员每月入户一次。';
    const start = text.lastIndexOf('网格员');
    const changed = text.replace('物业牵头，网格员每', '物业公司牵头，由网格员按');
    expect(resolveAnchor(changed, createAnchor(text, start, start + 3))?.start).toBe(
      changed.lastIndexOf('网格员'),
    );
  });

  it('takes the nearest of places that look the same', () => {
    const anchor = { start: 6, end: 7, exact: '的', prefix: '', suffix: '' };
    expect(resolveAnchor('的，，，，的，，，，，，的', anchor)?.start).toBe(5);
  });

  it('gives up when the words are gone or nothing around them is alike', () => {
    const anchor = createAnchor('甲乙的丙丁', 2, 3);
    expect(resolveAnchor('甲乙丙丁', anchor)).toBeNull();
    expect(resolveAnchor('一的二的三', anchor)).toBeNull();
    expect(resolveAnchor('甲', { ...anchor, exact: '' })).toBeNull();
  });

  it('is quick with very many equal words', () => {
    const text = '的'.repeat(50_000);
    const anchor = createAnchor(text, 25_000, 25_001);
    const begun = performance.now();
    expect(resolveAnchor(`${text}了`, { ...anchor, suffix: '没有' })?.how).toBe('position');
    expect(performance.now() - begun).toBeLessThan(1000);
  });
});
