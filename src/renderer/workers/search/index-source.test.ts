import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Archive, archive, listed, literal, sourcesOf } from './testing/sources';

describe('IndexSource', () => {
  it('finds what a plain scan finds, wherever the documents are', async () => {
    await fc.assert(
      fc.asyncProperty(
        archive,
        fc.array(literal, { minLength: 1, maxLength: 6 }),
        async (input, literals) => {
          const { source, scan } = sourcesOf(input);
          for (const each of literals) {
            for (const field of ['title', 'text', 'note'] as const) {
              const found = await source.find(field, each);
              expect(listed(found)).toEqual(listed(await scan.find(field, each)));
              const count = field === 'note' ? source.notes.length : source.articles.length;
              const among = Uint32Array.from({ length: count }, (_, at) => at).filter(
                (at) => at % 2,
              );
              const some = await source.find(field, each, among);
              expect(listed(some)).toEqual(
                listed(found).filter(([owner]) => (owner ?? 0) % 2 === 1),
              );
            }
          }
        },
      ),
    );
  });
});

describe('IndexSource without loose texts', () => {
  it('knows of what it looked through, or was told to read, what stands in the rows', async () => {
    await fc.assert(
      fc.asyncProperty(archive, fc.boolean(), async (input, looks) => {
        const { source, layout } = sourcesOf(input);
        const loose = layout.loose.text;
        expect(source.isComplete).toBe(input.isRead || loose.length === 0);
        if (looks) await source.find('text', { text: '社', likeness: 'folded' });
        else await source.readParagraphs(loose);
        expect(source.isComplete).toBe(true);
        for (const ordinal of loose) {
          const [paragraph] = source.paragraphs(ordinal);
          const [text = ''] = await source.texts('text', Uint32Array.of(ordinal));
          expect(paragraph).toEqual({ kind: 'caption', start: 0, end: text.length });
        }
      }),
    );
  });

  it('stops looking when it is told to', async () => {
    const input: Archive = {
      articles: [],
      notes: [],
      gone: 0,
      damaged: null,
      isRead: false,
      isFiled: false,
      hasNewer: false,
    };
    const missing = { segment: 0, state: 'missing' as const, before: '' };
    input.articles.push({ title: '', text: '社', atTitle: missing, atText: missing });
    const { source } = sourcesOf(input);
    const literal = { text: '社', likeness: 'folded' as const };
    await expect(
      source.find('text', literal, undefined, AbortSignal.abort(new Error('enough'))),
    ).rejects.toThrow('enough');
  });
});
