import { describe, expect, it } from 'vitest';
import { readWebControl } from './web-controls';

describe('readWebControl', () => {
  it.each([
    ['当前位置：首页 > 新闻 > 工作动态', 'web-head'],
    ['点击上方蓝字关注我们', 'web-head'],
    ['【字体：大 中 小】 【打印】 【关闭】', 'web-control'],
    ['[打印本页] [关闭窗口]', 'web-control'],
    ['字号：T | T', 'web-control'],
    ['上一篇：社工站揭牌', 'web-tail'],
    ['分享到：微信 微博', 'web-tail'],
    ['扫一扫，关注“北塘社工”', 'web-tail'],
    ['- END -', 'web-tail'],
    ['相关阅读', 'web-tail'],
  ])('%s is a %s', (text, rule) => {
    expect(readWebControl(text)).toBe(rule);
  });

  it.each([
    ...['扫一扫就能借书', '扫码就能找到社工', '分享到邻里之间', '大家来打印社', '关注留守老人'],
    ...['首页新闻', '喜欢就好', '上一篇文章里，我们讲过这件事。'],
  ])('%s is text', (text) => {
    expect(readWebControl(text)).toBeNull();
  });

  it('takes little time for lines that nearly match', () => {
    const lines = [
      '大 中 小 '.repeat(12),
      'T'.repeat(80),
      '在看、点赞、'.repeat(12),
      `分享${'！'.repeat(70)}`,
    ];
    const start = performance.now();
    for (let i = 0; i < 200; i += 1) for (const line of lines) readWebControl(`${line}x`);
    expect(performance.now() - start).toBeLessThan(5_000);
  });
});
