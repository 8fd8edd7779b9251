import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reconstruct } from './reconstruct';
import { anyText, expectWhole } from './testing/any-text';
import { countLines, offsetOfLine, takeWindow } from './windows';

describe('windows', () => {
  it('end at line ends and know their lines', () => {
    const text = 'a\r\nb\rc\n\nd';
    expect(countLines(text)).toBe(5);
    const window = takeWindow(text, 0, 1, 2);
    expect(window).toMatchObject({ text: 'a\r\nb\r', isLast: false });
    expect(offsetOfLine(window, 2)).toBe(3);
    expect(takeWindow(text, 5, 3, 9)).toMatchObject({ text: 'c\n\nd', isLast: true, firstLine: 3 });
    expect(takeWindow('a\n', 0, 1, 1).isLast).toBe(true);
  });

  it('count lines as splitting does', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(countLines(text)).toBe(text.split(/\r\n|[\n\r]/).length);
      }),
    );
  });
});

const PLACES = ['石桥', '柳浪', '红枫', '南山', '北塘', '东塔', '青山', '白云'];

function article(i: number): string {
  const place = PLACES[i % PLACES.length];
  return (
    `${place}镇办起第${i + 1}家助老食堂\n\n本报讯（记者 周晓岚）${place}镇日前办起了助老食堂，六十岁以上的老人每顿只要三元钱。\n\n` +
    `社工与老人一起包粽子\n\n站长说，${place}镇还有六百位独居老人，下一步要把热饭送到每一位老人的家里，社工每天中午都要跑\n\n` +
    `三个来回。\n\n（据${place}日报）`
  );
}

describe('a text of more lines than a window has', { timeout: 60_000 }, () => {
  const text = Array.from({ length: 24 }, (_, i) => article(i)).join('\n\n\n');
  const whole = reconstruct(text);

  it.each([60, 80, 101, 150])('is read as it is at once (%i lines)', (lines) => {
    const file = reconstruct(text, {}, lines);
    expectWhole(text, file);
    expect(file.articles.map(({ title }) => title)).toEqual(
      whole.articles.map(({ title }) => title),
    );
    expect(file.articles.map(({ text: words }) => words)).toEqual(
      whole.articles.map(({ text: words }) => words),
    );
    expect(file.lineOwners).toEqual(whole.lineOwners);
  });

  it('holds articles that are longer than a window', () => {
    const long = `${article(0)}`.replace('（据石桥日报）', '');
    const paragraphs = Array.from(
      { length: 90 },
      (_, i) => `第${i}天，社工敲开了六户人家的门，听老人讲修水库的往事。`,
    );
    const file = reconstruct(
      `${long}${paragraphs.join('\n\n')}\n\n（据石桥日报）\n\n\n${article(1)}`,
      {},
      20,
    );
    expect(file.articles).toHaveLength(2);
    expect(file.articles[0]?.paragraphs.length).toBeGreaterThan(90);
  });

  it('takes running heads and corrections along', () => {
    const line = text.split('\n').findIndex((each) => each.startsWith('社工与老人')) + 1;
    const far = text.split('\n').length - 4;
    const headed = `枫溪晚报　2024年6月18日　星期二　第3版　民生\n\n${text.replace(/\n\n（据.*）/g, '')}`;
    const heads = reconstruct(headed, {}, 60).articles.map(({ date, page }) => [date, page]);
    expect(new Set(heads.map(String))).toEqual(new Set(['2024-06-18,第3版']));
    const corrected = reconstruct(
      text,
      {
        corrections: [
          { line, as: 'title' },
          { line: far, as: 'start' },
        ],
      },
      60,
    );
    expect(corrected.articles.map(({ firstLine }) => firstLine)).toContain(line);
    expect(corrected.articles.map(({ firstLine }) => firstLine)).toContain(far);
    expect(corrected.articles).toHaveLength(26);
  });

  it('loses nothing, whatever it is and however small the windows are', () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 1, max: 12 }), (any, lines) => {
        const file = reconstruct(any, {}, lines);
        expectWhole(any, file);
        if (countLines(any) <= lines) expect(file).toEqual(reconstruct(any));
      }),
      { numRuns: 300 },
    );
  });
});
