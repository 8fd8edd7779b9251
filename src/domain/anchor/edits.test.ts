import type { Annotation, Paragraph } from '@domain/model';
import type { TextEdit } from '@domain/model-history';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createAnchor } from './anchor';
import {
  applyEdits,
  composeEdits,
  editsBetween,
  invertEdits,
  refineEdits,
  trimEdits,
} from './edits';
import { mapAnnotations, mapParagraphs, mapSpan } from './map-edits';

const PARTS = [
  '社',
  '区',
  '社工',
  '的',
  '。',
  '\n',
  'ab',
  '𠮷',
  '😀',
  '👨‍👩‍👧',
  'e\u0301',
  '\u0301',
  '🇨🇳',
];
const anyParts = (min: number, max: number) =>
  fc.array(fc.constantFrom(...PARTS), { minLength: min, maxLength: max });

/** A text and edits of it that cut no surrogate pair. */
const edited = fc
  .tuple(
    anyParts(1, 50),
    fc.array(fc.tuple(fc.nat(60), fc.nat(4), anyParts(0, 3)), { maxLength: 6 }),
  )
  .map(([parts, wanted]) => {
    const edges = [0];
    for (const part of parts) edges.push((edges.at(-1) ?? 0) + part.length);
    const edits: TextEdit[] = [];
    for (const [at, length, words] of [...wanted].sort((a, b) => a[0] - b[0])) {
      const start = edges[at];
      const end = edges[Math.min(edges.length - 1, at + length)];
      const last = edits.at(-1);
      if (start === undefined || end === undefined || (last && start <= last.end)) continue;
      if (start < end || words.length > 0) edits.push({ start, end, text: words.join('') });
    }
    return { before: parts.join(''), edits };
  });

function annotationAt(text: string, start: number, end: number, index: number): Annotation {
  return {
    id: String(index),
    created: '',
    modified: '',
    authorId: '',
    articleId: '',
    color: 'yellow',
    tagIds: [],
    ...createAnchor(text, start, end),
  };
}

const ranges = fc.array(fc.tuple(fc.nat(80), fc.nat(80)), { minLength: 1, maxLength: 8 });
const edgesOf = (text: string) =>
  new Set([...[...new Intl.Segmenter('zh').segment(text)].map(({ index }) => index), text.length]);

describe('edits', () => {
  it('followed by their inverse give the first text', () => {
    fc.assert(
      fc.property(edited, ({ before, edits }) => {
        const after = applyEdits(before, edits);
        expect(applyEdits(after, invertEdits(before, edits))).toBe(before);
      }),
    );
  });

  it('are found between any two texts, and cut no surrogate pair', () => {
    fc.assert(
      fc.property(edited, ({ before, edits }) => {
        const after = applyEdits(before, edits);
        const found = editsBetween(before, after);
        expect(applyEdits(before, found)).toBe(after);
        for (const { text } of found) expect(text).not.toMatch(/\p{Cs}/u);
        expect(applyEdits(before, trimEdits(before, edits))).toBe(after);
      }),
    );
  });

  it('compose to one list that does both', () => {
    const two = edited.chain(({ before, edits }) => {
      const middle = applyEdits(before, edits);
      const offset = fc.nat(middle.length);
      const one = fc.tuple(offset, offset, fc.constantFrom('', '新', '一二', '𠮷'));
      return fc.array(one, { maxLength: 5 }).map((wanted) => {
        const second: TextEdit[] = [];
        for (const [a, b, text] of [...wanted].sort(
          (x, y) => Math.min(x[0], x[1]) - Math.min(y[0], y[1]),
        )) {
          const start = Math.min(a, b);
          if (second.length === 0 || start > (second.at(-1)?.end ?? 0))
            second.push({ start, end: Math.max(a, b), text });
        }
        return { before, edits, second };
      });
    });
    fc.assert(
      fc.property(two, ({ before, edits, second }) => {
        const both = composeEdits(edits, second);
        expect(applyEdits(before, both)).toBe(applyEdits(applyEdits(before, edits), second));
        for (const [index, edit] of both.entries())
          expect(edit.start).toBeGreaterThan(both[index - 1]?.end ?? -1);
      }),
    );
  });

  it('typed and taken back are none', () => {
    const typed = composeEdits(
      [{ start: 2, end: 2, text: '新' }],
      [{ start: 2, end: 3, text: '' }],
    );
    expect(trimEdits('一二三', typed)).toEqual([]);
  });
});

describe('refineEdits', () => {
  it('leaves alone what stands in both texts', () => {
    const old =
      '第一周，社工走访了居民，记下他们对楼道照明、晾晒场地和老人用餐的意见，并在活动室开会商量。';
    const before = `开头。${old}结尾。`;
    const text = old.replace('第一', '头一').replace('商量', '商议');
    const edits = refineEdits(before, [{ start: 3, end: 3 + old.length, text }]);
    expect(applyEdits(before, edits)).toBe(`开头。${text}结尾。`);
    expect(edits.map((edit) => [before.slice(edit.start, edit.end), edit.text])).toEqual([
      ['第', '头'],
      ['量', '议'],
    ]);
  });

  it('leaves a replacement by other words, and a short one, as they are', () => {
    const before = '甲乙丙丁'.repeat(20);
    for (const edit of [
      { start: 0, end: before.length, text: '子丑寅卯'.repeat(20) },
      { start: 1, end: 9, text: '丙丁' },
    ]) {
      expect(refineEdits(before, [edit])).toEqual([edit]);
    }
  });

  it('changes nothing of the text that comes of it', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), fc.string({ maxLength: 200 }), (old, text) => {
        const edits = refineEdits(old, [{ start: 0, end: old.length, text }]);
        expect(applyEdits(old, edits)).toBe(text);
      }),
    );
  });
});

describe('mapAnnotations', () => {
  it('keeps an annotation on its words when they are not touched', () => {
    fc.assert(
      fc.property(edited, ranges, ({ before, edits }, pairs) => {
        const annotations = pairs.flatMap(([a, b], index) => {
          const start = Math.min(a, b);
          const end = Math.min(Math.max(a, b), before.length);
          return start < end ? [annotationAt(before, start, end, index)] : [];
        });
        const after = applyEdits(before, edits);
        const edges = edgesOf(after);
        const { changes, effects } = mapAnnotations(annotations, after, edits);
        const changed = new Map(changes.map((each) => [each.annotation.id, each.anchor]));
        for (const annotation of annotations) {
          const { id, start, end, exact } = annotation;
          const anchor = changed.has(id) ? changed.get(id) : annotation;
          const untouched = edits.every((e) => e.end <= start || e.start >= end);
          const shift = edits
            .filter((e) => e.end <= start)
            .reduce((sum, e) => sum + e.text.length - (e.end - e.start), 0);
          // White space alone is no passage, and characters that melt into a neighbour go with it.
          if (
            untouched &&
            exact.trim() !== '' &&
            edges.has(start + shift) &&
            edges.has(end + shift)
          ) {
            expect(anchor).toMatchObject({ start: start + shift, end: end + shift, exact });
            expect(effects.find((e) => e.annotationId === id)?.effect).not.toBe('adjusted');
          }
          if (anchor === null || anchor === undefined) {
            expect(effects).toContainEqual({
              annotationId: id,
              effect: 'unplaced',
              exact,
              start,
              end,
            });
            continue;
          }
          expect(after.slice(anchor.start, anchor.end)).toBe(anchor.exact);
          expect(edges.has(anchor.start) && edges.has(anchor.end)).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('stays on its own of several equal quotes', () => {
    const before = '社工说，社工说，社工说。';
    const second = annotationAt(before, 4, 6, 1);
    const edits = [{ start: 0, end: 2, text: '甲社工和社工' }];
    const after = applyEdits(before, edits);
    expect(mapAnnotations([second], after, edits).changes[0]?.anchor?.start).toBe(8);
  });

  it('does not grow at its edges, grows inside, shrinks, and loses its place', () => {
    const span = { start: 2, end: 5 };
    const at = (start: number, end: number, text: string) => mapSpan(span, [{ start, end, text }]);
    expect(at(2, 2, '新')).toEqual({ start: 3, end: 6 });
    expect(at(5, 5, '新')).toEqual({ start: 2, end: 5 });
    expect(at(3, 3, '新')).toEqual({ start: 2, end: 6 });
    expect(at(0, 3, '')).toEqual({ start: 0, end: 2 });
    expect(at(4, 8, '新')).toEqual({ start: 2, end: 4 });
    expect(at(2, 5, '新字')).toEqual({ start: 2, end: 4 });
    expect(at(2, 5, '')).toBeNull();
    expect(at(1, 5, '新')).toBeNull();
  });
});

describe('mapParagraphs', () => {
  const before = '题目\n第一段\n第二段';
  const paragraphs: Paragraph[] = [
    { kind: 'heading', start: 0, end: 2, firstLine: 1, lastLine: 1 },
    { kind: 'body', start: 3, end: 6, firstLine: 2, lastLine: 3 },
    { kind: 'caption', start: 7, end: 10, firstLine: 4, lastLine: 5 },
  ];
  const map = (edits: TextEdit[]) =>
    mapParagraphs(paragraphs, applyEdits(before, edits), invertEdits(before, edits)).map(
      ({ kind, firstLine, lastLine }) => [kind, firstLine, lastLine],
    );

  it('keeps kinds and lines where nothing is split or joined', () => {
    const kept = [
      ['heading', 1, 1],
      ['body', 2, 3],
      ['caption', 4, 5],
    ];
    expect(map([])).toEqual(kept);
    expect(
      map([
        { start: 0, end: 1, text: '新的' },
        { start: 7, end: 7, text: '图' },
      ]),
    ).toEqual(kept);
  });

  it('splits and joins', () => {
    expect(map([{ start: 5, end: 5, text: '\n' }])).toEqual([
      ['heading', 1, 1],
      ['body', 2, 3],
      ['body', 2, 3],
      ['caption', 4, 5],
    ]);
    expect(map([{ start: 6, end: 7, text: '' }])).toEqual([
      ['heading', 1, 1],
      ['body', 2, 5],
    ]);
  });

  it('covers any text', () => {
    fc.assert(
      fc.property(edited, ({ before: old, edits }) => {
        const after = applyEdits(old, edits);
        const first = mapParagraphs(paragraphs, old, []);
        const mapped = mapParagraphs(first, after, invertEdits(old, edits));
        expect(mapped.map(({ start, end }) => after.slice(start, end)).join('\n')).toBe(after);
      }),
    );
  });
});
