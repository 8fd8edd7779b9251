import { describe, expect, it } from 'vitest';
import { markdownToNote } from './markdown';
import { emptyNote, isEmptyNote, noteToPlain } from './plain';
import { noteDoc, paragraph, textNode } from './schema';

describe('noteToPlain', () => {
  it('joins blocks with line feeds and cells with tabs', () => {
    const markdown =
      '# 甲\n\n- 乙\\\n  丙\n  - 丁\n\n***\n\n| a | b |\n| - | - |\n| c | **d** |\n\n```\ne\n```';
    expect(noteToPlain(markdownToNote(markdown))).toBe('甲\n乙\n丙\n丁\na\tb\nc\td\ne');
  });
});

describe('isEmptyNote', () => {
  it('is true without words', () => {
    expect(isEmptyNote(emptyNote())).toBe(true);
    expect(isEmptyNote({ type: 'doc' })).toBe(true);
    expect(isEmptyNote(noteDoc([paragraph([textNode('　 ')]), paragraph()]))).toBe(true);
  });

  it('is false with words or something to see', () => {
    expect(isEmptyNote(markdownToNote('甲'))).toBe(false);
    expect(isEmptyNote(markdownToNote('***'))).toBe(false);
  });
});
