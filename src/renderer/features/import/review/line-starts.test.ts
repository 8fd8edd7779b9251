import fc from 'fast-check';
import { expect, it } from 'vitest';
import { linesOf } from './line-starts';

it('has the lines that splitting would give, a break at the end begins none', () => {
  const pieces = fc.array(fc.constantFrom('\n', '字', ' ', '\n\n', 'ab'), { maxLength: 30 });
  fc.assert(
    fc.property(pieces, (parts) => {
      const text = parts.join('');
      const expected = text.split('\n');
      if (text.endsWith('\n')) expected.pop();
      const lines = linesOf(text);
      const got = Array.from({ length: lines.count }, (_, index) => lines.text(index + 1));
      expect(got).toEqual(expected);
    }),
  );
});

it('has nothing outside of the text', () => {
  const lines = linesOf('一\n二\n');
  expect([lines.text(0), lines.text(3), lines.isBlank(3)]).toEqual(['', '', true]);
});
