import { describe, expect, it } from 'vitest';
import { applyEdits } from './edits';
import { tidyEdits } from './tidy-edits';

describe('tidyEdits', () => {
  const tidy = (before: string, start: number, end: number, text: string) =>
    applyEdits(before, tidyEdits(before, [{ start, end, text }]));

  it('makes line feeds of line ends and drops lines without words', () => {
    expect(tidy('一二', 1, 1, '\r\n')).toBe('一\n二');
    expect(tidy('一二', 1, 1, '\n\n　\n')).toBe('一\n二');
    expect(tidy('一\n二', 0, 1, '')).toBe('二');
    expect(tidy('一\n二', 2, 3, '')).toBe('一');
    expect(tidy('一\n二\n三', 2, 3, '')).toBe('一\n三');
  });

  it('keeps the space that a paragraph begins with', () => {
    expect(tidy('一二', 1, 1, '\n\n　')).toBe('一\n　二');
  });

  it('has nothing to say of what is as it was', () => {
    expect(tidyEdits('一二三', [{ start: 0, end: 2, text: '一二' }])).toEqual([]);
  });
});
