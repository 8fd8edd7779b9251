import type { Annotation } from '@domain/model';
import type { TextEdit, TextRevision } from '@domain/model-history';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createAnchor } from './anchor';
import { applyEdits, invertEdits } from './edits';
import { mapAnnotations } from './map-edits';
import { stepBack } from './step-back';

const stamp = (id: string) => ({ id, created: '', modified: '', authorId: '' });

function place(annotation: Annotation, text: string, start: number, end: number): Annotation {
  const { unplaced, ...rest } = annotation;
  return { ...rest, ...createAnchor(text, start, end) };
}

/** The annotations after edits, with the revision that tells of it. */
function edit(text: string, annotations: Annotation[], edits: TextEdit[]) {
  const after = applyEdits(text, edits);
  const { changes, effects } = mapAnnotations(annotations, after, edits);
  const changed = new Map(changes.map((each) => [each.annotation.id, each.anchor]));
  const next = annotations.map((annotation): Annotation => {
    const anchor = changed.get(annotation.id);
    if (anchor === undefined) return annotation;
    return anchor === null ? { ...annotation, unplaced: true } : { ...annotation, ...anchor };
  });
  const before = { text, sha256: '', paragraphs: [] };
  const revision: TextRevision = {
    ...stamp(''),
    articleId: '',
    cause: 'edit',
    before,
    edits,
    effects,
  };
  return { after, next, revision };
}

function annotationAt(text: string, start: number, end: number, id: string): Annotation {
  const base = { ...stamp(id), articleId: '', color: 'red' as const, tagIds: [] };
  return { ...base, ...createAnchor(text, start, end) };
}

describe('stepBack', () => {
  it('gives back every place, through any corrections', () => {
    const words = fc.array(fc.constantFrom('社', '社工', '的', '𠮷', '😀', '\n'), { minLength: 4 });
    const steps = fc.array(fc.tuple(fc.nat(), fc.nat(6), fc.constantFrom('', '新', '社工')), {
      minLength: 1,
      maxLength: 5,
    });
    fc.assert(
      fc.property(words, steps, fc.array(fc.tuple(fc.nat(), fc.nat(6))), (parts, edits, ranges) => {
        const text = parts.join('');
        const first = ranges.flatMap(([at, length], index) => {
          const start = at % text.length;
          const end = Math.min(text.length, start + length + 1);
          return text.slice(start, end).trim() === ''
            ? []
            : [annotationAt(text, start, end, String(index))];
        });
        const revisions: TextRevision[] = [];
        let now = { text, annotations: first };
        for (const [at, length, words] of edits) {
          const edges = [0];
          for (const character of now.text) edges.push((edges.at(-1) ?? 0) + character.length);
          const from = at % edges.length;
          const start = edges[from] ?? 0;
          const end = edges[Math.min(edges.length - 1, from + length)] ?? start;
          const done = edit(now.text, now.annotations, [{ start, end, text: words }]);
          revisions.unshift(done.revision);
          now = { text: done.after, annotations: done.next };
        }
        const { edits: back, changes } = stepBack(now.text, now.annotations, revisions);
        expect(applyEdits(now.text, back)).toBe(text);
        const changed = new Map(changes.map((each) => [each.annotation.id, each.anchor]));
        for (const [index, annotation] of now.annotations.entries()) {
          const anchor = changed.get(annotation.id) ?? annotation;
          expect(anchor).toMatchObject({ start: first[index]?.start, exact: first[index]?.exact });
        }
      }),
    );
  });

  it('leaves what was placed by hand since where its words are', () => {
    const text = '社工说，社工说。';
    const done = edit(text, [annotationAt(text, 0, 2, '1')], [{ start: 0, end: 4, text: '' }]);
    expect(done.next[0]?.unplaced).toBe(true);
    const placed = done.next.map((one) => place(one, done.after, 0, 2));
    const { changes, effects } = stepBack(done.after, placed, [done.revision]);
    expect(changes[0]?.anchor).toMatchObject({ start: 4, end: 6 });
    expect(effects[0]?.effect).toBe('moved');
  });

  it('finds its way where only the text before is known', () => {
    const text = '街道办牵头，网格员入户。';
    const after = '街道办公室牵头，网格员每周入户。';
    const known = edit(text, [], [{ start: 3, end: 3, text: '公室' }]).revision;
    const annotation = annotationAt(after, 8, 11, '1');
    const { edits, changes } = stepBack(after, [annotation], [{ ...known, edits: [] }]);
    expect(applyEdits(after, edits)).toBe(text);
    expect(applyEdits(text, invertEdits(after, edits))).toBe(after);
    expect(changes[0]?.anchor).toMatchObject({ start: 6, exact: '网格员' });
  });
});
