import { Random } from '@domain/ingest/testing/random';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { moveRanges, moveRangesAmong, type TextRange } from './move-ranges';
import { generatedText, misread } from './testing/generated-texts';

const solid = (text: string) => text.replace(/\s+/g, '');
const rangeOf = (text: string, words: string, from = 0): TextRange => {
  const start = text.indexOf(words, from);
  return { start, end: start + words.length };
};
/** The words each range has in the new text. */
const moved = (before: string, after: string, ...ranges: TextRange[]) =>
  moveRanges(before, after, ranges).map((to) => to && after.slice(to.start, to.end));

function isSound(text: string, { start, end }: TextRange): void {
  expect(start).toBeGreaterThanOrEqual(0);
  expect(start).toBeLessThan(end);
  expect(end).toBeLessThanOrEqual(text.length);
  expect(/\p{Cs}/u.test(text.slice(start, end))).toBe(/\p{Cs}/u.test(text));
}

describe('moveRanges', () => {
  it('follows joined and split paragraphs', () => {
    const before = '社工走访了三十户\n困难家庭，建立了档案。志愿者每周上门。';
    const after = '社工走访了三十户困难家庭，建立了档案。\n志愿者每周上门。';
    const ranges = [rangeOf(before, '三十户\n困难'), rangeOf(before, '档案。志愿者')];
    expect(moveRanges(before, after, ranges)).toEqual([
      { ...rangeOf(after, '三十户困难'), exact: true },
      { ...rangeOf(after, '档案。\n志愿者'), exact: true },
    ]);
  });

  it('says that repaired punctuation is not exact, and takes it along', () => {
    const before = '他说:"好的,明天来."大家笑了...';
    const after = '他说：“好的，明天来。”大家笑了……';
    const [quote, end] = moveRanges(before, after, [
      rangeOf(before, '"好的,明天来."'),
      rangeOf(before, '大家笑了.'),
    ]);
    expect(quote).toEqual({ ...rangeOf(after, '“好的，明天来。”'), exact: false });
    expect(end).toEqual({ ...rangeOf(after, '大家笑了…'), exact: false });
  });

  it('finds a repeated phrase in its own place', () => {
    const phrase = '社会工作服务站';
    const before = `甲镇${phrase}成立。乙镇${phrase}挂牌。丙镇${phrase}揭幕。`;
    const after = `编者按：各地${phrase}纷纷设立。甲镇${phrase}成立。\n乙镇${phrase}挂牌。丙镇${phrase}揭幕。`;
    const second = rangeOf(before, phrase, before.indexOf('乙'));
    expect(moveRanges(before, after, [second])).toEqual([
      { ...rangeOf(after, phrase, after.indexOf('乙')), exact: true },
    ]);
    const without = `甲镇${phrase}成立。丙镇${phrase}揭幕。`;
    expect(moveRanges(before, without, [second])).toEqual([null]);
  });

  it('finds a range beside which an equal character came or went', () => {
    const before = '前面几句话。人人有责，人人尽责。后面几句话。';
    const range = rangeOf(before, '人人有责');
    expect(moved(before, before.replace('人人有', '人人人有'), range)).toEqual(['人人有责']);
    const tripled = before.replace('人人有', '人人人有');
    expect(moved(tripled, before, rangeOf(tripled, '人人有责', 7))).toEqual(['人人有责']);
  });

  it('is null for words that are gone, changed or split apart', () => {
    const before = '第一句留下来。第二句要删掉。第三句中间要插话。';
    const after = '第一句留下来。第三句中间——他顿了顿——要插话。';
    const ranges = ['第二句要删掉', '中间要插话', '留下来'].map((words) => rangeOf(before, words));
    expect(moved(before, after, ...ranges)).toEqual([null, null, '留下来']);
    expect(moved('走访三十户', '走访三千户', { start: 0, end: 5 })).toEqual([null]);
    expect(moved('走访三十户', '', { start: 0, end: 5 })).toEqual([null]);
  });

  it('places punctuation alone beside the words it stood with', () => {
    const before = '好！好！真好……\n下一段。';
    const after = '好！\n好！真好……下一段。';
    expect(moved(before, after, { start: 3, end: 4 }, rangeOf(before, '…\n'))).toEqual(['！', '…']);
    expect(moveRanges(before, after, [{ start: 3, end: 4 }])[0]?.start).toBe(4);
    expect(moveRanges(before, after, [rangeOf(before, '\n')])).toEqual([null]);
  });

  it('finds a caption that stood in the middle of a sentence and now stands behind it', () => {
    const random = new Random(1);
    const [first, second] = [generatedText(random, 300), generatedText(random, 300)];
    const caption = '志愿者为老人量血压';
    const before = `${first}\n${caption}\n${second}`;
    const after = `${first}${second}\n${caption}`;
    const ranges = [rangeOf(before, caption), rangeOf(before, second.slice(20, 60))];
    expect(moved(before, after, ...ranges)).toEqual([caption, second.slice(20, 60)]);
  });

  it('clamps ranges and refuses empty ones', () => {
    const text = '甲乙丙';
    const ranges = [
      { start: -5, end: 99 },
      { start: 2, end: 2 },
      { start: 2, end: 1 },
      { start: Number.NaN, end: 1 },
    ];
    expect(moved(text, text, ...ranges)).toEqual([text, null, null, '甲']);
    expect(moved('甲𠮷乙', '新甲𠮷乙', { start: 2, end: 3 })).toEqual(['𠮷']);
  });

  it('moves every range to the same characters when only white space changes', () => {
    const char = fc.constantFrom(
      '社',
      '区',
      '的',
      '。',
      '“',
      '……',
      '𠮷',
      '😀',
      'a',
      '\u200d',
      '▲',
      '——',
    );
    const glue = fc.constantFrom('', '', '', '\n', ' ', '\n\n', '\u3000');
    const pieces = fc.array(fc.tuple(char, glue, glue), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(pieces, fc.nat(200), fc.nat(200), (parts, x, y) => {
        const before = parts.map(([char, old]) => char + old).join('');
        const after = parts.map(([char, , fresh]) => char + fresh).join('');
        const range = { start: Math.min(x, y), end: Math.max(x, y) };
        fc.pre(range.start < Math.min(range.end, before.length));
        const words = solid(whole(before, range));
        const [to] = moveRanges(before, after, [range]);
        if (words === '') {
          expect(to).toBeNull();
          return;
        }
        if (!to) throw new Error('not found');
        isSound(after, to);
        expect(to.exact).toBe(true);
        expect(solid(after.slice(to.start, to.end))).toBe(words);
        const ahead = whole(before, { start: 0, end: range.end });
        const ended = whole(after, { start: 0, end: to.end });
        expect(solid(ended)).toBe(solid(ahead));
      }),
      { numRuns: 600 },
    );
  });

  it('keeps a range exact when the text around it is edited', () => {
    const random = new Random(9);
    for (let count = 0; count < 200; count += 1) {
      const text = generatedText(random, random.pick([120, 600, 2500]));
      const start = random.int(0, text.length - 40);
      const end = start + random.int(8, 40);
      const words = text.slice(start, end);
      const edit = (part: string) => edited(random, misread(random, part, random.next() * 0.1));
      const ahead = edit(text.slice(0, start));
      const after = ahead + words + edit(text.slice(end));
      const [to] = moveRanges(text, after, [{ start, end }]);
      if (!to) throw new Error(`lost ${words} of ${text} in ${after}`);
      expect(to.exact).toBe(true);
      expect(solid(after.slice(to.start, to.end))).toBe(solid(words));
      expect(Math.abs(to.start - ahead.length)).toBeLessThanOrEqual(1);
    }
  }, 60_000);

  it('gives sound ranges for any two texts', () => {
    const char = fc.constantFrom(
      '社',
      '区',
      '的',
      '。',
      '\n',
      '𠮷',
      '𠮸',
      '😀',
      '\ud842',
      '\udfb7',
    );
    const text = fc.string({ unit: char, maxLength: 40 });
    const ranges = fc.array(fc.record({ start: fc.nat(60), end: fc.nat(60) }), { maxLength: 6 });
    fc.assert(
      fc.property(text, text, ranges, (before, after, list) => {
        const found = moveRanges(before, after, list);
        expect(found).toHaveLength(list.length);
        for (const to of found) {
          if (!to) continue;
          expect(to.start).toBeLessThan(to.end);
          expect(to.end).toBeLessThanOrEqual(after.length);
          for (const at of [to.start, to.end])
            expect(/^[\ud800-\udbff][\udc00-\udfff]$/.test(after.slice(at - 1, at + 1))).toBe(
              false,
            );
        }
      }),
      { numRuns: 600 },
    );
  });
});

describe('moveRangesAmong', () => {
  it('says in which of several texts a range is now', () => {
    const random = new Random(11);
    const parts = [0, 1, 2].map(() => generatedText(random, 400));
    const before = parts.join('\n');
    const ranges = parts.map((part) => rangeOf(before, part.slice(100, 130)));
    const over = { start: parts[0]?.length ?? 0, end: (parts[0]?.length ?? 0) + 1 };
    const across = { start: over.start - 10, end: over.end + 10 };
    for (const order of [
      [0, 1, 2],
      [2, 0, 1],
    ]) {
      const afters = order.map((index) => parts[index] ?? '');
      const found = moveRangesAmong(before, afters, [...ranges, across]);
      for (const [index, part] of parts.entries())
        expect(found[index]).toEqual({
          index: order.indexOf(index),
          ...rangeOf(part, part.slice(100, 130)),
          exact: true,
        });
      expect(found[3]).toBeNull();
    }
  });

  it('finds what went to a neighbour with text of its own', () => {
    const random = new Random(12);
    const [own, lost, neighbour] = [1, 2, 3].map(() => generatedText(random, 300));
    const before = `${own}\n${lost}`;
    const afters = [own ?? '', '', `${lost}\n${neighbour}`];
    const words = lost?.slice(50, 80) ?? '';
    expect(moveRangesAmong(before, afters, [rangeOf(before, words)])).toEqual([
      { index: 2, ...rangeOf(lost ?? '', words), exact: true },
    ]);
    expect(moveRangesAmong(before, [], [rangeOf(before, words)])).toEqual([null]);
  });
});

/** A slice widened to whole surrogate pairs. */
function whole(text: string, { start, end }: TextRange): string {
  const cuts = (at: number) => /^[\ud800-\udbff][\udc00-\udfff]$/.test(text.slice(at - 1, at + 1));
  return text.slice(cuts(start) ? start - 1 : start, cuts(end) ? end + 1 : end);
}

/** Some insertions and deletions. */
function edited(random: Random, text: string): string {
  let result = text;
  for (let count = random.int(0, 4); count > 0; count -= 1) {
    const at = random.int(0, result.length);
    const inserted = random.chance(0.5) ? generatedText(random, random.int(2, 30)) : '';
    result = result.slice(0, at) + inserted + result.slice(at + random.int(0, 6));
  }
  return result;
}
