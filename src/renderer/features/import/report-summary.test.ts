import type { ImportLine } from '@renderer/archive/import-files';
import { describe, expect, it } from 'vitest';
import { byUrgency, summarize } from './report-summary';

function line(file: string, values: Partial<ImportLine>): ImportLine {
  return {
    file,
    sha256: '',
    status: 'imported',
    code: null,
    format: 'txt',
    encoding: 'utf-8',
    invalidBytes: 0,
    invalid: { count: 0, firstOffset: -1, offsets: [] },
    articles: [],
    broken: [],
    replaced: 0,
    left: 0,
    ...values,
  };
}

function article(id: string) {
  const decisions = { split: 1, title: 0, join: 0, lift: 0, drop: 0 };
  const facts = { title: '', outlet: '', date: '' };
  return { id, ...facts, paragraphs: 1, confidence: 1, decisions, firstLine: 1, duplicate: null };
}

const lines = [
  line('good', { articles: [article('1'), article('2')] }),
  line('same', { status: 'skipped', code: 'same-file' }),
  line('damaged', { articles: [article('3')], invalidBytes: 4, replaced: 1 }),
  line('broken', { articles: [article('4')], broken: [{ line: 7, reason: '' }], left: 2 }),
  line('bad', { status: 'failed', code: 'file-binary' }),
];

describe('summarize', () => {
  it('counts what became of the files', () => {
    expect(summarize(lines)).toEqual({
      imported: 3,
      articles: 4,
      skipped: 1,
      failed: 1,
      damaged: 2,
      replaced: 1,
      left: 2,
      firstArticleId: '1',
    });
  });

  it('has no first article when nothing was imported', () => {
    expect(summarize(lines.slice(1, 2)).firstArticleId).toBeNull();
  });
});

it('shows first what needs a look', () => {
  expect(byUrgency(lines).map(({ file }) => file)).toEqual([
    'bad',
    'damaged',
    'broken',
    'same',
    'good',
  ]);
});
