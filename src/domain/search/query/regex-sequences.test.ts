import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fold } from '../fold';
import { evaluate } from './evaluate';
import { compileRegex, findRegex } from './regex';
import { regexSequences } from './regex-sequences';
import type { Sequence, SequencePart } from './sequence';
import { archiveOf } from './testing/archive';

/** How a sequence is written in these tests: `社{1,2}会`. */
function written(sequences: Sequence[] | null): string[] | null {
  const part = (each: SequencePart) =>
    'text' in each ? each.text : `{${each.least},${each.most === Infinity ? '' : each.most}}`;
  return sequences?.map((parts) => parts.map(part).join('')) ?? null;
}

test.each([
  ['社会工作', ['社会工作']],
  ['社会.*工作者', ['社会{0,}工作者']],
  ['社会.{0,4}工', ['社会{0,8}工']],
  ['社会?工作', ['社工作', '社会工作']],
  ['(社|工)治理', ['社治理', '工治理']],
  ['(?:社|(?<name>工))治', ['社治', '工治']],
  ['社会|治理', ['社会', '治理']],
  ['社会|[治理]', ['社会', '治', '理']],
  ['社[^会]治', ['社{1,2}治']],
  ['[一-十]月', ['{1,2}月']],
  ['\\d+年', ['{1,}年']],
  ['\\p{Han}站\\b', ['{1,2}站']],
  ['^a\\.b$', ['a.b']],
  ['社{2}会', ['社社会']],
  ['(社会){2,}', ['社会社会{0,}']],
  [
    '(?:a|b|c){3}会',
    ['aa', 'ab', 'ac', 'ba', 'bb', 'bc', 'ca', 'cb', 'cc'].map((two) => `${two}{1,1}会`),
  ],
  ['😀?会', ['会', '😀会']],
  ['\\x{4e00}', null],
  ['社会|.', null],
  ['社会|', null],
  ['(?i)ab', null],
  ['.*', null],
])('%s is found only where %j stands', (source, sequences) => {
  expect(written(regexSequences(source))).toEqual(sequences);
});

test('letters are looked for folded when case is ignored, where their forms are one', () => {
  expect(written(regexSequences('GDP增长É', true))).toEqual(['GDP增长{1,2}']);
});

/** Whether a text has a sequence, in the plainest way. */
function stands(text: string, parts: Sequence): boolean {
  const escaped = (literal: string) => literal.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
  const pattern = parts.map((part) => {
    if ('text' in part) return escaped(part.text);
    return `[^]{${part.least},${part.most === Infinity ? '' : part.most}}`;
  });
  return new RegExp(pattern.join('')).test(text);
}

const piece = fc.constantFrom(
  ...'社会ab.|()[]?*+\\^{}$2,-kS'.split(''),
  ...[
    'ab',
    '社会',
    '[^a]',
    '[社b]',
    '\\b',
    '😀',
    '[😀a]',
    '(',
    ')',
    '(?:',
    '{2}',
    '{1,2}',
    '{0,3}',
  ],
  ...[
    '{2,}',
    '.{0,4}',
    '.*?',
    '(社|会b)',
    '(?:ab|会)?',
    '\\d',
    '\\.',
    '^',
    '$',
    '\ud83d',
    '會',
    'É',
  ],
);
const sources = fc.array(piece, { minLength: 1, maxLength: 8 }).map((pieces) => pieces.join(''));
const unit = fc.constantFrom(...'社会會abABkKSsſ\u212aÉé.2-\n'.split(''), '😀', '\ud83d', '\ude00');
const texts = fc.string({ unit, maxLength: 14 });

test('no text has a match without what is required', () => {
  let useful = 0;
  const property = fc.property(
    sources,
    fc.array(texts, { minLength: 5 }),
    fc.boolean(),
    (source, all, ignoreCase) => {
      const regex = compileRegex({ source, ignoreCase });
      if (typeof regex === 'string') return;
      const sequences = regexSequences(source, ignoreCase);
      if (sequences === null) return;
      useful += 1;
      const like = ignoreCase ? fold : (text: string) => text;
      const wanted = sequences.map((parts) =>
        parts.map((part) => ('text' in part ? { text: like(part.text) } : part)),
      );
      for (const text of all) {
        if ([...findRegex(regex, text)].length === 0) continue;
        const has = wanted.some((parts) => stands(like(text), parts));
        expect(has, JSON.stringify(text)).toBe(true);
      }
    },
  );
  fc.assert(property, { numRuns: 1500 });
  expect(useful).toBeGreaterThan(150);
});

test('an expression finds in an archive what it finds in each text by itself', async () => {
  const property = fc.asyncProperty(
    sources,
    fc.array(texts, { maxLength: 8 }),
    fc.boolean(),
    async (source, all, ignoreCase) => {
      const query = { kind: 'regex' as const, source, ignoreCase };
      const regex = compileRegex(query);
      if (typeof regex === 'string') return;
      const { owners, starts, ends } = await evaluate(
        query,
        archiveOf(all.map((text) => ({ text }))),
      );
      const found = Array.from(owners, (owner, at) => [owner, starts[at], ends[at]]);
      const expected = all.flatMap((text, owner) =>
        [...findRegex(regex, text)].map(({ start, end }) => [owner, start, end]),
      );
      expect(found).toEqual(expected);
    },
  );
  await fc.assert(property, { numRuns: 400 });
});

test('an expression that would take others for ever takes no time', () => {
  const regex = compileRegex({ source: '(a+)+b', ignoreCase: false });
  if (typeof regex === 'string') throw new Error(regex);
  expect([...findRegex(regex, 'a'.repeat(20_000))]).toEqual([]);
});

test('the borders of lines are those of paragraphs', () => {
  const regex = compileRegex({ source: '^社.$', ignoreCase: false });
  if (typeof regex === 'string') throw new Error(regex);
  expect([...findRegex(regex, '社会\n社工\n大社会')]).toEqual([
    { start: 0, end: 2 },
    { start: 3, end: 5 },
  ]);
});
