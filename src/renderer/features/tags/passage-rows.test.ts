import type { PassageView } from '@renderer/archive/queries';
import { describe, expect, it } from 'vitest';
import { oneLine, passageKey, passageRows, wordsAfter, wordsBefore } from './passage-rows';

const passage = (article: string, id: string) =>
  ({ article: { id: article }, annotation: { id } }) as PassageView;

describe('passageRows', () => {
  it('puts passages under their articles', () => {
    const rows = passageRows([passage('甲', '1'), passage('乙', '2'), passage('甲', '3')]);
    expect(rows.map(passageKey)).toEqual(['甲', '1', '3', '乙', '2']);
    expect(rows[0]).toMatchObject({ kind: 'article', count: 2 });
  });

  it('puts examples before all, which stay where they are as well', () => {
    const rows = passageRows([passage('甲', '1'), passage('乙', '2')], ['2', 'gone']);
    expect(rows.map(passageKey)).toEqual(['examples', 'example 2', '甲', '1', '乙', '2']);
    expect(rows.at(-1)).toMatchObject({ isExample: true, amongExamples: false });
  });

  it('has no rows without passages', () => {
    expect(passageRows([])).toEqual([]);
  });
});

describe('oneLine', () => {
  it('puts paragraphs into one line', () => {
    expect(oneLine('上文。\n　　近日')).toBe('上文。 近日');
  });
});

describe('the words around a passage', () => {
  it('stay in its paragraph', () => {
    expect(wordsBefore('上一段。\n近日，')).toBe('近日，');
    expect(wordsBefore('上一段。\n')).toBe('');
    expect(wordsAfter('，至此。\n下一段')).toBe('，至此。');
  });

  it('say where they are cut', () => {
    const long = '字'.repeat(32);
    expect(wordsBefore(long)).toBe(`…${long}`);
    expect(wordsAfter(long)).toBe(`${long}…`);
    expect(wordsAfter(`${long.slice(1)}。`)).toBe(`${long.slice(1)}。`);
    expect(wordsAfter(`${long.slice(2)}\n字`)).toBe(long.slice(2));
  });

  it('begin with a word', () => {
    expect(wordsBefore('。”他说，')).toBe('他说，');
  });
});
