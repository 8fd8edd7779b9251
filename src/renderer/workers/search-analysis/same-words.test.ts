import { archiveOf } from '@domain/search/query/testing/archive';
import type { SearchSource } from '@domain/search/source';
import { describe, expect, it } from 'vitest';
import { haveSameTexts, haveSameWords } from './same-words';
import { analysisService } from './service';

/** A made-up archive at one moment; texts with another stamp may be others. */
function archive(texts: readonly { id: string; title?: string; text: string; stamp: string }[]) {
  const source = archiveOf(texts);
  const articles = source.articles.map((article, at) => ({ ...article, id: texts[at]?.id ?? '' }));
  const at: SearchSource = {
    articles,
    notes: [],
    tags: [],
    passages: [],
    find: (field, literal, among) => source.find(field, literal, among),
    texts: (...asked) => source.texts(...asked),
    paragraphs: (article) => source.paragraphs(article),
    textState: (article) => texts[article]?.stamp,
  };
  return at;
}

const BEFORE = [
  { id: 'a', text: '居民议事。', stamp: '1' },
  { id: 'b', text: '居民合唱。', stamp: '1' },
];

describe('haveSameTexts', () => {
  it('finds articles again where others came before them', () => {
    const after = [{ id: 'c', text: '新来的。', stamp: '2' }, ...BEFORE];
    expect(haveSameTexts(archive(BEFORE), archive(after), Uint32Array.of(0, 1))).toBe(true);
  });

  it('tells what was written or deleted among those asked about', () => {
    const after = [{ id: 'a', text: '居民开会。', stamp: '2' }];
    const later = archive(after);
    expect(haveSameTexts(archive(BEFORE), later, Uint32Array.of(0))).toBe(false);
    expect(haveSameTexts(archive(BEFORE), later, Uint32Array.of(1))).toBe(false);
  });
});

describe('haveSameWords', () => {
  it('minds titles, texts and the order', () => {
    const [a, b] = BEFORE;
    if (a === undefined || b === undefined) throw new Error('there are two');
    expect(haveSameWords(archive(BEFORE), archive(BEFORE))).toBe(true);
    expect(haveSameWords(archive(BEFORE), archive([b, a]))).toBe(false);
    expect(haveSameWords(archive(BEFORE), archive([{ ...a, title: '新题' }, b]))).toBe(false);
    expect(haveSameWords(archive(BEFORE), archive([{ ...a, stamp: '2' }, b]))).toBe(false);
  });
});

describe('an analysis under which texts change', () => {
  const request = { query: '', unit: 'char', size: 2, least: 1 } as const;
  const wordsOf = (answer: { mistake: unknown }) =>
    'rows' in answer ? (answer.rows as { words: string }[]).map(({ words }) => words) : [];

  it('is one of the state after it, not of both', async () => {
    const states = [
      archive(BEFORE),
      archive(BEFORE.map((each) => ({ ...each, text: '社工记录。', stamp: '2' }))),
    ];
    let asked = 0;
    const service = analysisService(async () => {
      asked += 1;
      return states[asked === 1 ? 0 : 1] ?? archive([]);
    });
    const words = wordsOf(await service.ngrams(request, 1, () => undefined));
    expect(words).toContain('社工');
    expect(words).not.toContain('居民');
  });

  it('goes on when only others change', async () => {
    let asked = 0;
    const service = analysisService(async () => {
      asked += 1;
      return archive(
        asked === 1 ? BEFORE : [...BEFORE, { id: 'c', text: '社工记录。', stamp: '2' }],
      );
    });
    const words = wordsOf(await service.ngrams(request, 1, () => undefined));
    expect(words).toContain('居民');
    expect(words).not.toContain('社工');
    expect(asked).toBe(2);
  });

  it('says so when they do not come to rest', async () => {
    let asked = 0;
    const service = analysisService(async () => {
      asked += 1;
      return archive(BEFORE.map((each) => ({ ...each, stamp: String(asked) })));
    });
    await expect(service.ngrams(request, 1, () => undefined)).rejects.toMatchObject({
      code: 'archive-changing',
    });
  });
});
