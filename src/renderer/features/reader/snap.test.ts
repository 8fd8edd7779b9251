import { describe, expect, it } from 'vitest';
import { moveCursor } from './passage-cursor';
import { snapPassage } from './snap';

const FIRST = '社会工作者走进社区。居民很高兴👨‍👩‍👧。';
const SECOND = '第二段。';
const TEXT = `${FIRST}\n${SECOND}`;
const paragraphs = [
  { kind: 'body' as const, start: 0, end: FIRST.length, firstLine: 1, lastLine: 1 },
  { kind: 'body' as const, start: FIRST.length + 1, end: TEXT.length, firstLine: 2, lastLine: 2 },
];
const snapped = (start: number, end: number, snap: 'off' | 'word' | 'sentence') => {
  const passage = snapPassage(TEXT, paragraphs, { start, end }, snap);
  return passage === null ? null : TEXT.slice(passage.start, passage.end);
};

describe('snapPassage', () => {
  it('never cuts a grapheme, whatever the choice', () => {
    const inside = FIRST.indexOf('👨') + 3;
    expect(snapped(inside, inside + 1, 'off')).toBe('👨‍👩‍👧');
  });
  it('grows to whole words', () => {
    const at = FIRST.indexOf('区');
    expect(snapped(at, at + 1, 'word')).toBe('社区');
  });
  it('grows to whole sentences, across paragraphs', () => {
    expect(snapped(2, 3, 'sentence')).toBe('社会工作者走进社区。');
    expect(snapped(12, FIRST.length + 2, 'sentence')?.endsWith(SECOND)).toBe(true);
  });
  it('is nothing when only white space is selected', () => {
    expect(snapped(FIRST.length, FIRST.length + 1, 'word')).toBeNull();
  });
});

it('moves the cursor by words and back again', () => {
  const stops: number[] = [];
  for (let at = 0; at < FIRST.length; ) {
    at = moveCursor(TEXT, paragraphs, at, 'word', 1);
    stops.push(at);
  }
  let back = FIRST.length;
  for (const stop of stops.toReversed().slice(1)) {
    back = moveCursor(TEXT, paragraphs, back, 'word', -1);
    expect(back).toBe(stop);
  }
});
