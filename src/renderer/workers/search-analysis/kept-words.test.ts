import { tokensOf } from '@domain/search/stats/tokens';
import { markWords } from '@domain/search/stats/words';
import { describe, expect, it } from 'vitest';
import { hashOf, KeptWords, type MarksStore, tokensIn } from './kept-words';
import type { MarksOfTexts } from './packed-marks';

describe('tokensIn', () => {
  const text = '居民参与社区治理，社工 2023 年起记录 café 的声音。\n'.repeat(10);

  it('cuts as without keeping, the first time and again', () => {
    const cut = tokensOf(text, 'word');
    expect(tokensIn(text, 'word')).toEqual(cut);
    expect(tokensIn(text, 'word')).toEqual(cut);
    expect(tokensIn(text, 'char')).toEqual(tokensOf(text, 'char'));
  });

  it('takes a text of the same length for another one', () => {
    const other = text.replace('居民参与', '参与居民');
    expect(tokensIn(other, 'word')).toEqual(tokensOf(other, 'word'));
  });
});

describe('KeptWords', () => {
  const texts = Array.from({ length: 40 }, (_, at) =>
    `第${at}次走访：社工与居民一起整理楼道，café 里有 ${at * 7} 人。`.repeat(3 + (at % 5)),
  );

  function storeOf(rows: MarksOfTexts[]): MarksStore {
    return {
      async *read() {
        yield* rows;
      },
      async add(marks) {
        rows.push(structuredClone(marks));
      },
      async clear() {
        rows.length = 0;
      },
    };
  }

  /** Words that count which texts they were cut for. */
  function counting(options: { most?: number; portion?: number } = {}) {
    const cut: string[] = [];
    const words = new KeptWords({
      ...options,
      cut(text) {
        cut.push(text);
        return markWords(text);
      },
    });
    return { cut, words };
  }

  it('asks for no words of texts that it stored before the last start', async () => {
    const rows: MarksOfTexts[] = [];
    const first = counting({ portion: 200 });
    await first.words.load(storeOf(rows));
    const tokens = texts.map((text) => first.words.tokensIn(text, 'word'));
    await first.words.storeFresh();
    expect(first.cut).toEqual(texts);
    expect(rows.length).toBeGreaterThan(2);
    // What is held is the same after it was stored.
    expect(texts.map((text) => first.words.tokensIn(text, 'word'))).toEqual(tokens);

    const second = counting();
    await second.words.load(storeOf(rows));
    expect(texts.map((text) => second.words.tokensIn(text, 'word'))).toEqual(tokens);
    expect(second.cut).toEqual([]);
    const before = rows.length;
    await second.words.storeFresh();
    expect(rows).toHaveLength(before);
    second.words.tokensIn(`${texts[0]}又`, 'word');
    expect(second.cut).toHaveLength(1);
  });

  it('cuts again what was stored in part, or cannot be read', async () => {
    const bits = new Uint8Array(3);
    const rows = [{ hashes: Float64Array.of(1), lengths: Uint32Array.of(99), bits }];
    const { words } = counting();
    await words.load(storeOf(rows));
    const broken = counting();
    await broken.words.load({
      ...storeOf([]),
      async *read() {
        yield* rows;
        throw new Error('unreadable');
      },
    });
    for (const text of texts) {
      expect(words.tokensIn(text, 'word')).toEqual(tokensOf(text, 'word'));
      expect(broken.words.tokensIn(text, 'word')).toEqual(tokensOf(text, 'word'));
    }
  });

  it('takes what others found, and asks them only for what it does not know', async () => {
    const rows: MarksOfTexts[] = [];
    const { cut, words } = counting();
    await words.load(storeOf(rows));
    const long = texts.map((text) => text.repeat(20));
    const asked: number[] = [];
    const others = async (wanted: readonly string[]) => {
      asked.push(wanted.length);
      return wanted.map(markWords);
    };
    await words.prepare(long, others);
    await words.prepare(long, others);
    await words.prepare(['短文', ...texts.slice(0, 3)], others);
    expect(asked).toEqual([long.length]);
    for (const text of long) expect(words.tokensIn(text, 'word')).toEqual(tokensOf(text, 'word'));
    expect(cut).toEqual([]);
    await words.storeFresh();
    expect(rows).toHaveLength(1);
  });

  it('begins anew when there is no more room', async () => {
    const rows: MarksOfTexts[] = [];
    const { words } = counting({ most: 300, portion: 100 });
    await words.load(storeOf(rows));
    for (const text of texts) words.tokensIn(text, 'word');
    await words.storeFresh();
    const stored = rows.reduce((sum, { bits }) => sum + bits.length, 0);
    expect(stored).toBeLessThanOrEqual(300);
    expect(stored).toBeGreaterThan(0);
  });
});

describe('hashOf', () => {
  it('tells apart what differs in one place, or in order', () => {
    const texts = ['居民', '民居', '居民。', '居住', '', '居'];
    expect(new Set(texts.map(hashOf)).size).toBe(texts.length);
    for (const text of texts) expect(Number.isSafeInteger(hashOf(text))).toBe(true);
  });
});
