import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linkAddress, safeFileName, uniqueFileNames } from './file-names';

const bytes = (text: string) => new TextEncoder().encode(text).length;

describe('safeFileName', () => {
  it('keeps Chinese titles as they are', () => {
    expect(safeFileName('柳河街道：“小网格”怎样办大事？', { extension: '.md' })).toBe(
      '柳河街道：“小网格”怎样办大事？.md',
    );
  });

  it('takes out what systems and Obsidian do not take', () => {
    expect(safeFileName('a/b\\c:d|e*f?g"h<i>j#k^l[m]')).toBe('a-b-c-d-efghijkl(m)');
    expect(safeFileName('..隐\u0000藏\u202E.. ')).toBe('隐藏');
    expect(safeFileName('甲\n\t 乙')).toBe('甲 乙');
    expect(safeFileName('e\u0301')).toBe('é');
  });

  it('avoids device names', () => {
    for (const name of ['CON', 'nul', 'Com1', 'LPT³', 'aux.txt', 'con .x'])
      expect(safeFileName(name)).toMatch(/_|^con \./);
    expect(safeFileName('aux.txt')).toBe('aux_.txt');
    expect(safeFileName('CON', { extension: '.md' })).toBe('CON_.md');
    expect(safeFileName('console')).toBe('console');
  });

  it('falls back when nothing is left', () => {
    expect(safeFileName('???', { fallback: '无标题', extension: '.md' })).toBe('无标题.md');
    expect(safeFileName('', { fallback: '//' })).toBe('-');
    expect(safeFileName('')).toBe('untitled');
  });

  it('cuts long titles between characters', () => {
    const family = '👨‍👩‍👧';
    expect(safeFileName('议'.repeat(100), { extension: '.md' })).toBe(`${'议'.repeat(58)}.md`);
    expect(safeFileName(family.repeat(20))).toBe(family.repeat(9));
  });

  it('is safe for any title', () => {
    const title = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc
        .array(fc.constantFrom('CON', '.', ' ', '/', '议', '😀', '#', 'nul', '2', '\u0301'), {
          maxLength: 300,
        })
        .map((all) => all.join('')),
    );
    fc.assert(
      fc.property(title, fc.constantFrom('', '.md'), (text, extension) => {
        const name = safeFileName(text, { extension });
        expect(bytes(name)).toBeLessThanOrEqual(180);
        expect(name).toBe(name.normalize('NFC'));
        expect(name).not.toMatch(/[/\\:*?"<>|#^[\]\p{Cc}\p{Cs}]|^[. ]|[. ]$/u);
        expect(name.length).toBeGreaterThan(extension.length);
        expect(name).not.toMatch(/^(con|prn|aux|nul|com\d|lpt\d)\s*(\.|$)/i);
        expect(safeFileName(name)).toBe(name);
      }),
    );
  });
});

describe('uniqueFileNames', () => {
  it('numbers repetitions, whatever their case', () => {
    expect(uniqueFileNames(['甲.md', 'A.md', '甲.md', 'a.md', '甲 (2).md', '甲.md'])).toEqual([
      '甲.md',
      'A.md',
      '甲 (2).md',
      'a (2).md',
      '甲 (2) (2).md',
      '甲 (3).md',
    ]);
  });

  it('never gives two the same', () => {
    const name = fc.constantFrom('a', 'A', 'a (2)', 'a (3)', 'ß', 'SS', 'é', 'e\u0301', '甲.md');
    fc.assert(
      fc.property(fc.array(name), (names) => {
        const unique = uniqueFileNames(names);
        expect(new Set(unique.map((one) => one.normalize('NFD').toLowerCase())).size).toBe(
          names.length,
        );
      }),
    );
  });
});

describe('linkAddress', () => {
  it('leaves Han text readable and decodes to the same path', () => {
    expect(linkAddress('articles/社区 (1)#50%.md')).toBe('articles/社区%20%281%29%2350%25.md');
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (path) => {
        fc.pre(!/\p{Cs}/u.test(path));
        expect(decodeURIComponent(linkAddress(path))).toBe(path);
        expect(linkAddress(path)).not.toMatch(/[\s()<>\\"#?]/);
      }),
    );
  });
});
