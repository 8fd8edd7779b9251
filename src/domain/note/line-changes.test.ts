import fc from 'fast-check';
import { expect, it } from 'vitest';
import { lineChanges } from './line-changes';

it('shows what went and what came', () => {
  expect(lineChanges('甲\n乙\n丙', '甲\n丁\n丙')).toEqual([
    { kind: 'same', text: '甲' },
    { kind: 'before', text: '乙' },
    { kind: 'after', text: '丁' },
    { kind: 'same', text: '丙' },
  ]);
});

it('has both texts in it, whatever they are', () => {
  const text = fc
    .array(fc.constantFrom('甲', '乙', '丙', ''), { maxLength: 12 })
    .map((l) => l.join('\n'));
  fc.assert(
    fc.property(text, text, (before, after) => {
      const changes = lineChanges(before, after);
      const without = (kind: string) =>
        changes
          .filter((c) => c.kind !== kind)
          .map((c) => c.text)
          .join('\n');
      expect(without('after')).toBe(before);
      expect(without('before')).toBe(after);
    }),
  );
});
