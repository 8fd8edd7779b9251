import type { ImportLine } from '@renderer/archive/import-files';
import { describe, expect, it } from 'vitest';
import { byUrgency, summarize } from './report-summary';

function line(file: string, values: Partial<ImportLine>): ImportLine {
  return {
    file,
    sha256: '',
    status: 'imported',
    code: null,
    encoding: 'utf-8',
    invalidBytes: 0,
    articles: [],
    ...values,
  };
}

function article(id: string) {
  return { id, title: '', outlet: '', date: '', paragraphs: 1, confidence: 1 };
}

const lines = [
  line('good', { articles: [article('1'), article('2')] }),
  line('same', { status: 'skipped', code: 'same-file' }),
  line('damaged', { articles: [article('3')], invalidBytes: 4 }),
  line('bad', { status: 'failed', code: 'file-binary' }),
];

describe('summarize', () => {
  it('counts what became of the files', () => {
    expect(summarize(lines)).toEqual({
      imported: 2,
      articles: 3,
      skipped: 1,
      failed: 1,
      damaged: 1,
      firstArticleId: '1',
    });
  });

  it('has no first article when nothing was imported', () => {
    expect(summarize(lines.slice(1, 2)).firstArticleId).toBeNull();
  });
});

it('shows first what needs a look', () => {
  expect(byUrgency(lines).map(({ file }) => file)).toEqual(['bad', 'damaged', 'same', 'good']);
});
