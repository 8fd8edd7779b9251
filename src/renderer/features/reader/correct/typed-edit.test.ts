import { applyEdits } from '@domain/anchor/edits';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { typedEdit } from './typed-edit';

describe('typedEdit', () => {
  it('knows by the caret which of equal characters was typed or deleted', () => {
    expect(typedEdit('的的的', '的的的的', 2)).toEqual({ start: 1, end: 1, text: '的' });
    expect(typedEdit('的的的', '的的', 1)).toEqual({ start: 1, end: 2, text: '' });
    expect(typedEdit('的的', '的\n的', 2)).toEqual({ start: 1, end: 1, text: '\n' });
  });

  it('cuts no surrogate pair', () => {
    // 𠮷 and 𠮶 share their first half, 𠮷 and 𡮷 their second.
    expect(typedEdit('a𠮷b', 'a𠮶b', 3)).toEqual({ start: 1, end: 3, text: '𠮶' });
    expect(typedEdit('a𠮷b', 'a𡮷b', 3)).toEqual({ start: 1, end: 3, text: '𡮷' });
  });

  it('always leads from the one text to the other', () => {
    const text = fc.array(fc.constantFrom('的', '社', '𠮷', '\n')).map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, text, fc.nat(), (before, after, caret) => {
        const edit = typedEdit(before, after, caret % (after.length + 1));
        expect(applyEdits(before, [edit])).toBe(after);
      }),
    );
  });
});
