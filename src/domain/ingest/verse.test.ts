import { describe, expect, it } from 'vitest';
import { reconstruct } from './reconstruct';
import { splitLines } from './split-lines';
import { findVerse } from './verse';

function verseLines(text: string): string {
  const { lines } = splitLines(text, false);
  return findVerse(
    lines,
    lines.map(() => null),
  ).join('');
}

describe('findVerse', () => {
  it('sees lines of nearly the same length without any punctuation', () => {
    expect(verseLines('潮水退去的时候\n船把影子系在岸上\n月亮掉进了水缸\n我们都是赶路的人')).toBe(
      '1111',
    );
  });

  it('sees lines that each end with a mark', () => {
    const text = '山前一夜雨潇潇，\n渡口无人柳自摇。\n莫问归舟何处去，\n烟波深处有渔樵。';
    expect(verseLines(text)).toBe('1111');
  });

  it('leaves hard-wrapped text alone', () => {
    const text =
      '入秋以来，社工们几乎每天都\n在小区之间奔走，本子上记着\n几百户人家的大事小情，谁家\n换了锁，谁家老人要复诊，都\n写得清清楚楚。';
    expect(verseLines(text)).toBe('00000');
  });

  it('needs four lines without blank lines', () => {
    expect(verseLines('潮水退去\n月亮升起\n\n船回来了\n灯亮了')).toBe('0000');
  });
});

it('keeps the lines of a poem in stanzas of three apart', () => {
  const poem =
    '路灯把影子叠在一起\n一个是晚归的我\n一个是查夜的网格员\n\n他向我点点头\n像一盏灯\n向另一盏灯点头';
  const { articles } = reconstruct(`冬夜\n■ 桑榆\n${poem}\n`);
  expect(articles.map(({ title, byline }) => [title, byline])).toEqual([['冬夜', '桑榆']]);
  const { text = '', paragraphs = [] } = articles[0] ?? {};
  const lines = paragraphs.filter(({ kind }) => kind === 'body');
  expect(lines.map(({ start, end }) => text.slice(start, end))).toEqual(
    poem.split('\n').filter((line) => line !== ''),
  );
});
