import { describe, expect, it } from 'vitest';
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
