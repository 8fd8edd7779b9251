import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Heirs, type Lines } from './heirs';

const lines = (sourceFileId: string, firstLine: number, lastLine: number) => ({
  sourceFileId,
  firstLine,
  lastLine,
});

/** For each new article the old one whose id it takes. */
function followed(olds: readonly Lines[], fresh: readonly Lines[]) {
  const heirs = new Heirs(olds, fresh);
  return fresh.map((_, index) => heirs.predecessor.get(index) ?? null);
}

describe('Heirs', () => {
  it('gives the id to the article with most of the old one, and knows the others', () => {
    const olds = [[lines('a', 1, 30)], [lines('a', 31, 40)]];
    const fresh = [[lines('a', 1, 8)], [lines('a', 9, 30)], [lines('a', 31, 40)]];
    const heirs = new Heirs(olds, fresh);
    expect(followed(olds, fresh)).toEqual([null, 0, 1]);
    expect(heirs.of(0)).toEqual([0, 1]);
    expect(heirs.first(0)).toBe(1);
  });

  it('lets the first of two that become one live on, also when its file comes later', () => {
    const second = [lines('a', 1, 90)];
    const first = [lines('b', 1, 5)];
    const joined = [...first, ...second];
    const heirs = new Heirs([second, first], [joined]);
    expect(heirs.predecessor.get(0)).toBe(1);
    expect([heirs.first(0), heirs.first(1)]).toEqual([0, 0]);
  });

  it('lets a joined article that comes apart live on as its first part, however short', () => {
    const olds = [[lines('a', 1, 3), lines('b', 1, 50), lines('c', 1, 9)]];
    const fresh = [[lines('c', 1, 9)], [lines('b', 1, 50)], [lines('a', 1, 3)]];
    const heirs = new Heirs(olds, fresh);
    expect(followed(olds, fresh)).toEqual([null, null, 0]);
    // In the order of the old text, by which its words are found.
    expect(heirs.of(0)).toEqual([2, 1, 0]);
  });

  it('keeps the id on what is left when the first part is no article any more', () => {
    const olds = [[lines('a', 1, 3), lines('b', 1, 50)]];
    const fresh = [[lines('a', 5, 9)], [lines('b', 1, 50)]];
    expect(followed(olds, fresh)).toEqual([null, 0]);
  });

  it('knows nothing of an article without lines in common', () => {
    const heirs = new Heirs([[lines('a', 9, 9)]], [[lines('a', 1, 8)], [lines('b', 9, 9)]]);
    expect([heirs.of(0), heirs.first(0), heirs.predecessor.size]).toEqual([[], undefined, 0]);
  });

  it('gives no id twice, and changes none when nothing changes', () => {
    const article = fc.uniqueArray(fc.constantFrom('a', 'b', 'c'), { minLength: 1 });
    fc.assert(
      fc.property(fc.array(article, { maxLength: 8 }), (files) => {
        // As in an archive: the articles of a file follow one another.
        const all = files.map((parts, index) =>
          parts.map((file) => lines(file, index * 10 + 1, index * 10 + 9)),
        );
        expect(followed(all, all)).toEqual(all.map((_, index) => index));
        const halves = all.flatMap((parts) => parts.map((part) => [part]));
        const ids = followed(all, halves).filter((id) => id !== null);
        expect(new Set(ids).size).toBe(all.length);
      }),
    );
  });
});
