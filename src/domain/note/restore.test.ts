import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyNote } from './arbitrary.test-support';
import { emptyNote, noteToPlain } from './plain';
import { restoreNoteDoc } from './restore';
import { noteDoc, paragraph, textNode } from './schema';

describe('restoreNoteDoc', () => {
  it('leaves valid notes as they are', () => {
    fc.assert(
      fc.property(anyNote, (doc) => {
        expect(restoreNoteDoc(doc)).toEqual(doc);
      }),
    );
  });

  it('never throws, and is stable, whatever comes', () => {
    fc.assert(
      fc.property(fc.anything({ withNullPrototype: true, maxDepth: 5 }), (value) => {
        const doc = restoreNoteDoc(value);
        expect(restoreNoteDoc(doc)).toEqual(doc);
      }),
    );
  });

  it('makes an empty note of nothing', () => {
    for (const value of [
      null,
      undefined,
      7,
      {},
      [],
      { type: 'doc' },
      { type: 'doc', content: 'x' },
    ])
      expect(noteToPlain(restoreNoteDoc(value)).replace('x', '')).toBe('');
    expect(restoreNoteDoc(null)).toEqual(emptyNote());
  });

  it('keeps the words of what it does not know', () => {
    const value = {
      type: 'doc',
      content: [
        {
          type: 'callout',
          content: [{ type: 'paragraph', content: [{ type: 'text', text: '甲' }] }],
        },
        { type: 'text', text: '乙', marks: [{ type: 'blink' }, { type: 'bold' }] },
        { type: 'bulletList', content: [{ type: 'text', text: '丙' }] },
      ],
    };
    expect(restoreNoteDoc(value).content).toEqual([
      paragraph([textNode('甲')]),
      paragraph([textNode('乙', [{ type: 'bold' }])]),
      {
        type: 'bulletList',
        content: [{ type: 'listItem', content: [paragraph([textNode('丙')])] }],
      },
    ]);
  });

  it('repairs attributes and marks', () => {
    const link = (href: unknown) => ({ type: 'link', attrs: { href, onclick: 'x' } });
    const text = (...marks: unknown[]) => ({ type: 'text', text: '甲', marks });
    const inline = (mark: unknown) =>
      restoreNoteDoc([{ type: 'paragraph', content: [text(mark, { type: 'code' })] }]).content?.[0]
        ?.content;
    expect(inline(link(' java\nscript:alert(1)'))).toEqual([textNode('甲', [{ type: 'code' }])]);
    expect(inline(link('https://a.cn'))).toEqual([
      textNode('甲', [{ type: 'link', attrs: { href: 'https://a.cn' } }]),
    ]);
    const heading = restoreNoteDoc({ type: 'heading', attrs: { level: 99 } });
    expect(heading).toEqual(noteDoc([{ type: 'heading', attrs: { level: 6 } }]));
  });

  it('survives any depth', () => {
    let value: unknown = { type: 'text', text: '底' };
    for (let depth = 0; depth < 20_000; depth++) value = { type: 'blockquote', content: [value] };
    expect(noteToPlain(restoreNoteDoc({ type: 'doc', content: [value] }))).toBe('底');
  });
});
