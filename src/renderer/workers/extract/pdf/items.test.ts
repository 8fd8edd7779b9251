import { describe, expect, it } from 'vitest';
import { textItem as item } from '../testing/text-item';
import { dropDoublePrints, readFlows } from './items';
import { layoutPages } from './layout';
import { lineText } from './line-text';

describe('lineText', () => {
  it.each([
    [
      'keeps the spaces of Latin words',
      [item('The river', 0, 0), item('of', 47.5, 0), item('stones', 60, 0)],
      'The river of stones',
    ],
    ['puts none where letters only stand apart', [item('Ri', 0, 0), item('ver', 10.5, 0)], 'River'],
    [
      'has none between Han, or Han and Latin',
      [item('第 12 届', 0, 0), item('大会', 38, 0)],
      '第12届大会',
    ],
    [
      'keeps one between names',
      [item('本报记者', 0, 0), item('林疏影', 45, 0, 10, { spaced: true })],
      '本报记者 林疏影',
    ],
    ['brings letter-spaced words together', [item('通', 0, 0), item('知', 20, 0)], '通知'],
    [
      'knows letter-spaced words in one piece',
      [item('公 告 如 下', 0, 0, 10, { width: 55 })],
      '公告如下',
    ],
  ])('%s', (_, items, expected) => {
    expect(lineText(items)).toBe(expected);
  });
});

describe('readFlows', () => {
  const style = { fontFamily: 'serif', ascent: 0.88, descent: -0.12, vertical: false };
  const raw = (str: string, transform: number[], fontName = 'f') => ({
    str,
    transform,
    width: 40,
    height: 10,
    fontName,
  });
  const view = [1, 0, 0, -1, 0, 800];

  it('turns text that runs upwards, and sets a watermark apart', () => {
    const flows = readFlows({
      items: [
        raw('正文的一行', [10, 0, 0, 10, 50, 700]),
        raw('竖着的图片说明', [0, 10, -10, 0, 580, 100]),
        raw('样张', [20, 20, -20, 20, 200, 300]),
      ],
      view,
      width: 600,
      height: 800,
      styles: { f: style },
    });
    expect(flows.map((flow) => [flow.items[0]?.text, flow.slanted])).toEqual([
      ['竖着的图片说明', false],
      ['正文的一行', false],
      ['样张', true],
    ]);
    const laid = layoutPages([{ number: 1, flows }]);
    expect(laid.find((line) => line.text === '样张')?.hint.kind).toBe('furniture');
  });

  it('reads vertical writing from the right to the left', () => {
    const flows = readFlows({
      items: [
        { ...raw('第二行', [10, 0, 0, 10, 280, 700], 'v'), width: 10, height: 30 },
        { ...raw('第一行', [10, 0, 0, 10, 300, 700], 'v'), width: 10, height: 30 },
      ],
      view,
      width: 600,
      height: 800,
      styles: { v: { ...style, vertical: true } },
    });
    expect(layoutPages([{ number: 1, flows }]).map((line) => line.text)).toEqual([
      '第一行',
      '第二行',
    ]);
  });

  it('reads single characters under each other as vertical writing', () => {
    const stack = (text: string, x: number) =>
      Array.from(text, (each, row) => ({
        ...raw(each, [20, 0, 0, 20, x, 700 - row * 24]),
        width: 20,
      }));
    const line = (y: number) => raw('旁边的正文', [10, 0, 0, 10, 200, y]);
    const items = [
      line(700),
      line(684),
      ...stack('山城来信', 500),
      ...stack('之三十', 470),
      line(668),
    ];
    const flows = readFlows({ items, view, width: 600, height: 800, styles: { f: style } });
    const laid = layoutPages([{ number: 1, flows }]).map((each) => each.text);
    expect(laid).toEqual(['旁边的正文', '旁边的正文', '旁边的正文', '山城来信', '之三十']);
  });

  it('writes radicals as the Han characters that they stand for', () => {
    const items = [raw('⼭⻩⻰⾯\u0000馆', [10, 0, 0, 10, 50, 700])];
    const [flow] = readFlows({ items, view, width: 600, height: 800, styles: { f: style } });
    expect(flow?.items[0]?.text).toBe('山黄龙面馆');
  });

  it('drops what is printed twice to look bold, and nothing else', () => {
    const kept = dropDoublePrints([
      item('标题', 50, 100),
      item('标题', 50.4, 100),
      item('标题', 50, 116),
    ]);
    expect(kept.map(({ y, bold }) => [y, bold])).toEqual([
      [100, true],
      [116, false],
    ]);
  });
});
