import type { Article, ArticleText, Note } from '@domain/model';
import { ScanSource, unitsOf } from '@domain/search/query';
import { linkPlaces } from '@domain/search/query/chain';
import { withoutOverlap } from '@domain/search/query/place-list';
import { Work } from '@domain/search/query/work';
import {
  buildSegment,
  readHeader,
  readIds,
  type SegmentDocument,
  SegmentReader,
} from '@domain/search/segment';
import { type Places, TEXT_FIELD_NAMES } from '@domain/search/source';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Catalog } from './catalog';
import { IndexSource } from './index-source';
import { type LoadedSegment, layOut } from './layout';
import { LooseTexts } from './loose-texts';

/** Few different characters, so that much is found; with case, width and script variants. */
const words = fc
  .array(fc.constantFrom('社', '会', '會', '工', 'a', 'A', 'Ａ', '\n', '发', '發'), {
    maxLength: 24,
  })
  .map((characters) => characters.join(''));
const literal = fc.record({
  text: words.filter((text) => text !== '').map((text) => text.slice(0, 4)),
  likeness: fc.constantFrom('folded' as const, 'written' as const),
});
/** Where a document is: in a segment as it is, in one that is older than its row, or in none. */
const place = fc.record({
  segment: fc.nat(2),
  state: fc.constantFrom('current', 'marked', 'moved', 'missing'),
  before: words,
});
const article = fc.record({ title: words, text: words, atTitle: place, atText: place });
const note = fc.record({ plain: words, at: place });
const archive = fc.record({
  articles: fc.array(article, { maxLength: 8 }),
  notes: fc.array(note, { maxLength: 4 }),
  gone: fc.nat(3),
  damaged: fc.option(fc.nat(2)),
  /** Whether loose texts are known beforehand, and whether there is a newer source. */
  isRead: fc.boolean(),
  hasNewer: fc.boolean(),
});

const here = place.map((at) => ({ ...at, state: 'current' as const }));
/** All is in segments. */
const whole = fc.record({
  articles: fc.array(fc.record({ title: words, text: words, atTitle: here, atText: here }), {
    maxLength: 8,
  }),
  notes: fc.array(fc.record({ plain: words, at: here }), { maxLength: 4 }),
  gone: fc.nat(3),
  damaged: fc.option(fc.nat(2)),
  isRead: fc.constant(true),
  hasNewer: fc.boolean(),
});

type Place = typeof place extends fc.Arbitrary<infer T> ? T : never;

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

describe('IndexSource of which nothing is loose', () => {
  it('counts what it finds, without overlap', async () => {
    await fc.assert(
      fc.asyncProperty(whole, literal, async (input, each) => {
        const { source } = sourcesOf(input);
        const counted = TEXT_FIELD_NAMES.map(() => new Map<number, number>());
        const add = (field: number, owner: number, count: number) => {
          expect(counted[field]?.has(owner)).toBe(false);
          counted[field]?.set(owner, count);
        };
        if (!(await source.count(each, { add }))) {
          expect(input.damaged).not.toBeNull();
          return;
        }
        for (const [at, field] of TEXT_FIELD_NAMES.entries()) {
          const found = withoutOverlap(await source.find(field, each));
          const expected = new Map<number, number>();
          for (const owner of found.owners) expected.set(owner, (expected.get(owner) ?? 0) + 1);
          expect(counted[at]).toEqual(expected);
        }
      }),
    );
  });
});

describe('IndexSource that knows what is near', () => {
  it('keeps of literals in a row what belongs together', async () => {
    await fc.assert(
      fc.asyncProperty(
        whole,
        fc.array(literal, { minLength: 2, maxLength: 3 }),
        fc.array(fc.nat(4), { minLength: 2, maxLength: 2 }),
        async (input, literals, distances) => {
          const { source, scan } = sourcesOf(input);
          const most = distances.slice(0, literals.length - 1);
          const near = await source.findNear(literals, most, async () => undefined);
          if (near === null) {
            expect(input.damaged).not.toBeNull();
            return;
          }
          const work = new Work(scan, unitsOf(scan), undefined);
          const links = most.map((each) => ({ by: 'characters' as const, most: each }));
          for (const field of TEXT_FIELD_NAMES) {
            const all = await Promise.all(literals.map((each) => scan.find(field, each)));
            const linked = await linkPlaces(work, field, all, links);
            expect(near.map((each) => listed(each[field]))).toEqual(linked.map(listed));
          }
        },
      ),
      { numRuns: 300 },
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

function listed({ owners, starts, ends }: Places): number[][] {
  return Array.from(owners, (owner, index) => [owner, starts[index] ?? -1, ends[index] ?? -1]);
}

type Archive = typeof archive extends fc.Arbitrary<infer T> ? T : never;

/** @param isNewer with an article before all others, and no damage */
function sourcesOf(input: Archive, isNewer = false) {
  const catalog = new Catalog();
  const marked = { titles: new Set<number>(), texts: new Set<number>(), notes: new Set<number>() };
  const inSegments: { document: SegmentDocument; dead: boolean }[][] = [[], [], []];
  const put = (
    document: SegmentDocument,
    { segment, state, before }: Place,
    marks: Set<number>,
  ) => {
    const slots = document.field === 'note' ? catalog.notes : catalog.articles;
    const here = inSegments[segment] ?? [];
    if (state === 'current') here.push({ document, dead: false });
    if (state === 'missing') return;
    if (state === 'current') return;
    here.push({ document: { ...document, text: before }, dead: state === 'moved' });
    if (state === 'moved') inSegments[(segment + 1) % 3]?.push({ document, dead: false });
    else marks.add(slots.slotOf(document.id));
  };
  const texts = new Map<string, string>();
  const notes = new Map<string, string>();
  if (isNewer) catalog.putArticle({ ...BLANK, id: 'new', title: '社会工' });
  for (const [index, { title, text, atTitle, atText }] of input.articles.entries()) {
    const id = `a${index}`;
    put({ field: 'title', id, text: title }, atTitle, marked.titles);
    put({ field: 'text', id, text }, atText, marked.texts);
    texts.set(id, text);
    catalog.putArticle({ ...BLANK, id, title });
  }
  for (const [index, { plain, at }] of input.notes.entries()) {
    const id = `n${index}`;
    put({ field: 'note', id, text: plain }, at, marked.notes);
    notes.set(id, plain);
    catalog.putNote({ ...BLANK_NOTE, id, plain });
  }
  // Rows that were deleted; their documents are still in the segments.
  for (let index = 0; index < input.gone; index += 1) catalog.articles.remove(`a${index * 2}`);

  const segments = inSegments.map((documents, index): LoadedSegment => {
    const built = buildSegment(
      documents.map(({ document }) => document),
      { pageBytes: 16 },
    );
    const header = readHeader(built.header);
    const slots = readIds(header).map((id) =>
      (id.startsWith('n') ? catalog.notes : catalog.articles).slotOf(id),
    );
    const page = async (at: number) =>
      input.damaged === index && !isNewer
        ? new Uint8Array(built.pages[at]?.length ?? 0)
        : built.pages[at];
    return {
      id: `s${index}`,
      reader: new SegmentReader(header, page),
      slots: Uint32Array.from(slots),
      dead: Uint8Array.from(documents, ({ dead }) => Number(dead)),
    };
  });
  const view = catalog.view();
  const layout = layOut(segments, view, marked);
  expect(layout.doubled.size).toBe(0);
  const loose = new LooseTexts();
  const row = (id: string): ArticleText => {
    const text = texts.get(id) ?? '';
    return { articleId: id, text, sha256: '', paragraphs: paragraphsOf(text) };
  };
  for (const ordinal of input.isRead ? layout.loose.text : []) {
    const id = view.articles.rows[ordinal]?.id ?? '';
    loose.put(catalog.articles.slotOf(id), row(id));
  }
  const source: IndexSource = new IndexSource(view, layout, loose.copy(), {
    texts: async (ids) => ids.map(row),
    notes: async (ids) => ids.map((id) => notes.get(id) ?? ''),
    onFault: () => undefined,
    newer: async () => (input.hasNewer && !isNewer ? sourcesOf(input, true).source : null),
  });
  const scan = new ScanSource({
    articles: source.articles,
    notes: source.notes,
    tags: [],
    passages: [],
    texts: async (field, owners) =>
      Array.from(owners, (owner) =>
        field === 'note'
          ? (notes.get(source.notes[owner]?.id ?? '') ?? '')
          : (texts.get(source.articles[owner]?.id ?? '') ?? ''),
      ),
    paragraphs: () => [],
  });
  return { source, scan, layout };
}

function paragraphsOf(text: string): ArticleText['paragraphs'] {
  return [{ kind: 'caption', start: 0, end: text.length, firstLine: 1, lastLine: 1 }];
}

const STAMP = { created: '', modified: '', authorId: '' };
const BLANK: Omit<Article, 'id' | 'title'> = {
  ...STAMP,
  outlet: '',
  date: '',
  byline: '',
  page: '',
  characters: 0,
  paragraphCount: 0,
  sourceFileId: '',
  firstLine: 1,
  lastLine: 1,
};
const BLANK_NOTE: Omit<Note, 'id' | 'plain'> = {
  ...STAMP,
  targetKind: 'archive',
  targetId: 'archive',
  doc: { type: 'doc' },
};
