import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compileRegex, findRegex } from './regex';
import { requiredLiterals } from './regex-literals';

test.each([
  ['社会工作', ['社会工作']],
  ['社会.*工作者', ['工作者']],
  ['社会?工作', ['工作']],
  ['(社|工)治理', ['治理']],
  ['社会|治理', ['社会', '治理']],
  ['社会|[治理]', null],
  ['\\d+年', ['年']],
  ['\\p{Han}站', ['站']],
  ['a\\.b', ['a.b']],
  ['社{2}会', ['会']],
  ['(?i)ab', null],
  ['.*', null],
  ['😀?会', ['会']],
])('%s cannot be found without %j', (source, literals) => {
  expect(requiredLiterals(source)).toEqual(literals);
});

test('leaves letters out whose case makes no difference', () => {
  expect(requiredLiterals('GDP增长', true)).toEqual(['增长']);
});

test('no text has a match without what is required', () => {
  const piece = fc.constantFrom(
    ...'社会ab.|()[]?*+\\^{}$2,-'.split(''),
    'ab',
    '社会',
    '[^a]',
    '\\b',
  );
  const sources = fc.array(piece, { minLength: 1, maxLength: 8 }).map((pieces) => pieces.join(''));
  const texts = fc.string({ unit: fc.constantFrom(...'社会abAB.2-\n'), maxLength: 12 });
  const property = fc.property(
    sources,
    fc.array(texts, { minLength: 5 }),
    fc.boolean(),
    (source, all, ignoreCase) => {
      const regex = compileRegex({ source, ignoreCase });
      const literals = requiredLiterals(source, ignoreCase);
      if (typeof regex === 'string' || literals === null) return;
      for (const text of all) {
        if ([...findRegex(regex, text)].length === 0) continue;
        expect(
          literals.some((literal) => text.includes(literal)),
          text,
        ).toBe(true);
      }
    },
  );
  fc.assert(property, { numRuns: 3000 });
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
