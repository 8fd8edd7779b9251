import { expect, test } from 'vitest';
import type { OpenPart } from '../model';
import { joinPairs } from './join-pairs';
import type { JoinableArticle } from './join-parts';

function part(to: OpenPart['to'], line: number): OpenPart {
  return { to, line, target: '', words: '', page: '', cut: false };
}

function article(sourceFileId: string, text: string, openParts: OpenPart[]): JoinableArticle {
  const lines = { firstLine: 1, lastLine: 3 };
  return {
    ...{ title: `${sourceFileId}题`, outlet: '', date: '', byline: '', page: '' },
    ...{ sourceFileId, ...lines, openParts, text },
    paragraphs: [{ kind: 'body', start: 0, end: text.length, ...lines }],
  };
}

test('an article becomes part of one other, whatever the pairs say', () => {
  const end = part('next', 3);
  const begins = [part('previous', 1), part('previous', 2)] as const;
  const seats = joinPairs(
    new Map([
      ['a', article('甲', '甲地的灶火不熄。', [end])],
      ['b', article('乙', '乙地的灶火不熄。', [end])],
      ['c', article('丙', '丙地也来取经。', [...begins, end])],
    ]),
    [
      { first: 'a', second: 'c', end, begin: begins[0] },
      { first: 'b', second: 'c', end, begin: begins[1] },
      { first: 'c', second: 'a', end, begin: begins[1] },
    ],
  );
  expect(seats.get('a')?.whole.text).toContain('丙地也来取经。');
  expect(seats.get('b')?.whole.text).toBe('乙地的灶火不熄。');
  expect([...seats.values()].flatMap(({ into, key }) => (into === null ? [key] : []))).toEqual([
    'a',
    'b',
  ]);
});
