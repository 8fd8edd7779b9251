import { describe, expect, it } from 'vitest';
import { fileOf, readArticle } from './reading.test-support';
import { orderByUrgency, passes, summarizeReview, surenessOf, urgencyOf } from './urgency';

const duplicate = { articleId: 'a', title: '旧稿', similarity: 0.97 };
const files = [
  fileOf({ id: 1, articles: [readArticle(), readArticle()] }),
  fileOf({ id: 2, status: 'failed', code: 'file-empty' }),
  fileOf({ id: 3, articles: [readArticle({ duplicate })] }),
  fileOf({ id: 4, articles: [readArticle({ confidence: 0.3, duplicate }), readArticle()] }),
  fileOf({ id: 5, status: 'skipped', code: 'same-file' }),
  fileOf({ id: 6, excluded: true, articles: [readArticle({ confidence: 0.2 })] }),
];

it.each([
  [0.2, 'look'],
  [0.6, 'likely'],
  [0.9, 'sure'],
])('calls a confidence of %d %s', (confidence, word) => {
  expect(surenessOf(confidence)).toBe(word);
});

it('says why a file needs a look', () => {
  expect(files.map(urgencyOf)).toEqual([
    null,
    'failed',
    'duplicate',
    'uncertain',
    null,
    'uncertain',
  ]);
});

it('puts first what needs a look, and keeps the order otherwise', () => {
  expect(orderByUrgency(files)).toEqual([4, 6, 3, 2, 1, 5]);
});

describe('passes', () => {
  const shown = (filter: Parameters<typeof passes>[1]) =>
    files.filter((file) => passes(file, filter)).map(({ id }) => id);

  it('filters by what is wanted; a file may be in more than one', () => {
    expect(shown('all')).toHaveLength(6);
    expect(shown('look')).toEqual([4, 6]);
    expect(shown('failed')).toEqual([2]);
    expect(shown('duplicate')).toEqual([3, 4]);
  });
});

it('counts what would be written', () => {
  expect(summarizeReview(files)).toEqual({
    files: 3,
    articles: 5,
    uncertain: 1,
    duplicates: 2,
    failed: 1,
    skipped: 1,
    excluded: 1,
  });
});
