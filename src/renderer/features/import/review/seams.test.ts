import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seamsOf } from './seams';

const numbered = (lines: string[]) => lines.map((text, index) => ({ line: index + 5, text }));

describe('seamsOf', () => {
  it('finds where the lines begin', () => {
    expect(
      seamsOf(
        '渡口的灯亮着，船工还没有回来。',
        numbered(['　　渡口的灯亮着，', '船工还没有', '回来。']),
      ),
    ).toEqual([
      { offset: 7, line: 6 },
      { offset: 12, line: 7 },
    ]);
  });

  it('passes over mended hyphens, kept spaces, markup and repaired points', () => {
    expect(
      seamsOf('a community centre，开门了', numbered(['a commu-', 'nity', '**centre**,开门了'])),
    ).toEqual([
      { offset: 7, line: 6 },
      { offset: 12, line: 7 },
    ]);
  });

  it('stops where the words are others', () => {
    expect(seamsOf('甲乙丙丁', numbered(['甲乙', '戊己', '丙丁']))).toEqual([]);
  });

  it('finds every seam of lines that were put together without a change', () => {
    const line = fc.array(fc.constantFrom('山', '水', '，', 'x', '7', '。'), {
      minLength: 1,
      maxLength: 12,
    });
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 8 }), (parts) => {
        const lines = parts.map((part) => part.join(''));
        const seams = seamsOf(lines.join(''), numbered(lines));
        let at = 0;
        const expected = lines.slice(0, -1).map((text) => {
          at += text.length;
          return at;
        });
        expect(seams.map(({ offset }) => offset)).toEqual(expected);
      }),
    );
  });
});
