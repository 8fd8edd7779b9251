import type { NoteDoc } from '@domain/model';
import { describe, expect, it } from 'vitest';
import { sameNote, toStoredDoc } from './note-content';

const words = (text: string) => ({ type: 'paragraph', content: [{ type: 'text', text }] });
const blank = { type: 'paragraph' };
const doc = (...content: NonNullable<NoteDoc['content']>): NoteDoc => ({ type: 'doc', content });

describe('toStoredDoc', () => {
  it('leaves out empty paragraphs at the end, but not in between', () => {
    expect(toStoredDoc(doc(words('甲'), blank, words('乙'), blank, blank))).toEqual(
      doc(words('甲'), blank, words('乙')),
    );
  });

  it('keeps one paragraph of an empty note', () => {
    expect(toStoredDoc(doc(blank, blank))).toEqual(doc(blank));
    expect(toStoredDoc({ type: 'doc' })).toEqual(doc(blank));
  });

  it('leaves out what the editor adds to a link', () => {
    const attrs = { href: 'https://example.org', target: null, rel: null, class: null };
    const link = { type: 'text', text: '链接', marks: [{ type: 'link', attrs }] };
    const stored = toStoredDoc(doc({ type: 'paragraph', content: [link] }));
    expect(stored.content?.[0]?.content?.[0]?.marks).toEqual([
      { type: 'link', attrs: { href: 'https://example.org' } },
    ]);
  });
});

describe('sameNote', () => {
  it('does not see what only the editor sees', () => {
    expect(sameNote(doc(words('甲')), doc(words('甲'), blank))).toBe(true);
    expect(sameNote(doc(words('甲')), doc(words('乙')))).toBe(false);
  });
});
