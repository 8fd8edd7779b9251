import type { Paragraph } from '@domain/model';
import { describe, expect, test } from 'vitest';
import { citationOf } from './citation';

const text = '近日，会议召开。\n会议强调党建引领。';
const paragraphs: Paragraph[] = [
  { kind: 'body', start: 0, end: 8, firstLine: 1, lastLine: 1 },
  { kind: 'body', start: 9, end: 18, firstLine: 2, lastLine: 2 },
];
const article = { title: '首届会议', outlet: '中国社会工作联合会', date: '2023-11-04' };

describe('citationOf', () => {
  test('names title, outlet, date and paragraph', () => {
    expect(citationOf(article, text, paragraphs, { start: 13, end: 17 })).toBe(
      '“党建引领”（《首届会议》，中国社会工作联合会，2023年11月4日，第2段）',
    );
  });

  test('names the paragraphs that a longer passage touches', () => {
    expect(citationOf(article, text, paragraphs, { start: 3, end: 11 })).toContain('第1–2段');
  });

  test('leaves out what is unknown', () => {
    const bare = { title: '首届会议', outlet: '', date: '2023-11' };
    expect(citationOf(bare, text, paragraphs, { start: 0, end: 2 })).toBe(
      '“近日”（《首届会议》，2023年11月，第1段）',
    );
    expect(citationOf({ ...bare, date: '' }, text, paragraphs, { start: 0, end: 2 })).toBe(
      '“近日”（《首届会议》，第1段）',
    );
  });
});
