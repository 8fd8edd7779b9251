import { describe, expect, it } from 'vitest';
import { reconstruct } from './reconstruct';

const headings = (text: string): string[] =>
  reconstruct(text).articles.flatMap(({ text: all, paragraphs }) =>
    paragraphs
      .filter(({ kind }) => kind === 'heading')
      .map(({ start, end }) => all.slice(start, end)),
  );
const ONE = '渡口没有人\n只有一条缆绳\n系着去年的水\n和今年的雾';
const TWO = '船来的时候\n他正在打盹\n梦里有一座桥\n从来没有修成';

describe('headings in a cycle of poems', () => {
  it('stand alone between blank lines', () => {
    const text = `渡口三章（组诗）\n林间\n\n清早\n\n${ONE}\n\n正午\n\n${TWO}\n\n黄昏\n\n${ONE}\n`;
    expect(headings(text)).toEqual(['清早', '正午', '黄昏']);
  });

  it('stand in marks right over the poem', () => {
    expect(headings(`渡口（组诗）\n林间\n\n《等船》\n${ONE}\n\n《过河》\n${TWO}\n`)).toEqual([
      '《等船》',
      '《过河》',
    ]);
  });

  it('are none where a single line is a stanza', () => {
    expect(headings(`渡口\n林间\n\n${ONE}\n\n一只白鹭\n\n${TWO}\n`)).toEqual([]);
  });
});
