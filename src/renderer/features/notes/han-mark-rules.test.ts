import { describe, expect, it } from 'vitest';
import { hanMarkPatterns } from './han-mark-rules';

function marked(text: string): [string, string | undefined][] {
  return hanMarkPatterns.flatMap(({ mark, find }) => {
    const match = find.exec(text);
    return match === null ? [] : [[mark, match.at(-1)] as [string, string | undefined]];
  });
}

describe('hanMarkPatterns', () => {
  it.each([
    ['这里值得**引用**', 'bold', '引用'],
    ['他说：“*慢慢来*', 'italic', '慢慢来'],
    ['原文~~有误~~', 'strike', '有误'],
    ['见`show`', 'code', 'show'],
  ])('marks the words in %s', (text, mark, words) => {
    expect(marked(text)).toEqual([[mark, words]]);
  });

  it.each(['这里**引用*', '三 * 四 *', '甲** 乙**', 'a**b**', '甲~~ ~~'])(
    'leaves %s alone',
    (text) => {
      expect(marked(text)).toEqual([]);
    },
  );
});
