import { describe, expect, it } from 'vitest';
import { reconstruct } from './reconstruct';

const bodies = (text: string): string[] =>
  reconstruct(text).articles.flatMap(({ text: all, paragraphs }) =>
    paragraphs.filter(({ kind }) => kind === 'body').map(({ start, end }) => all.slice(start, end)),
  );

describe('a paragraph of few wrapped lines', () => {
  it('is joined under its title', () => {
    const lines =
      '榆林巷的老邮局昨天重新开门，门口摆着一只绿\n色的旧邮筒，来寄信的大多是住在附近的老人和\n放学的孩子。';
    expect(bodies(`老邮局重新开门\n\n${lines}\n\n来源：榆林巷社区\n`)).toEqual([
      lines.replace(/\n/g, ''),
    ]);
    expect(bodies(`老邮局重新开门\n本报记者 章小禾\n${lines}\n`)).toEqual([
      lines.replace(/\n/g, ''),
    ]);
  });

  it('of two lines is told by its indent', () => {
    expect(
      bodies(
        '老邮局重新开门\n——榆林巷的一天\n　　榆林巷社区主任今天在老邮局接待由馆\n长带领的集邮爱好者一行二十多人。\n',
      ),
    ).toEqual(['榆林巷社区主任今天在老邮局接待由馆长带领的集邮爱好者一行二十多人。']);
  });

  it('goes on with a mark that begins no line', () => {
    expect(
      bodies('老邮局重新开门\n\n榆林巷的老邮局重开以来信件比去年同期增长20\n%，邮递员忙不过来。\n'),
    ).toEqual(['榆林巷的老邮局重开以来信件比去年同期增长20%，邮递员忙不过来。']);
  });

  it('leaves a title as wide as its text what it is', () => {
    const [article] = reconstruct(
      '榆林巷的老邮局昨天重新开门迎客寄信\n门口摆着一只绿色的旧邮筒，许多年里\n没有人往里面投过信，漆都快掉完了，\n现在又有人来了。\n',
    ).articles;
    expect(article?.title).toBe('榆林巷的老邮局昨天重新开门迎客寄信');
    expect(article?.paragraphs).toHaveLength(1);
  });

  it('is no poem, and no poem is one', () => {
    const poem = '河水慢慢流过桥\n桥头的人不说话\n他把雨伞递过来\n天就晴了';
    expect(bodies(`桥头\n作者：章小禾\n${poem}\n`)).toEqual(poem.split('\n'));
  });
});
