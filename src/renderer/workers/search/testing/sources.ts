import type { Article, ArticleText, Note } from '@domain/model';
import { ScanSource } from '@domain/search/query';
import {
  buildSegment,
  readHeader,
  readIds,
  type SegmentDocument,
  SegmentReader,
} from '@domain/search/segment';
import type { Places } from '@domain/search/source';
import fc from 'fast-check';
import { expect } from 'vitest';
import { Catalog } from '../catalog';
import { IndexSource } from '../index-source';
import { type LoadedSegment, layOut } from '../layout';
import { LooseTexts } from '../loose-texts';

/** Few different characters, so that much is found; with case, width and script variants. */
const words = fc
  .array(fc.constantFrom('社', '会', '會', '工', 'a', 'A', 'Ａ', '\n', '发', '發'), {
    maxLength: 24,
  })
  .map((characters) => characters.join(''));
export const literal = fc.record({
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
export const archive = fc.record({
  articles: fc.array(article, { maxLength: 8 }),
  notes: fc.array(note, { maxLength: 4 }),
  gone: fc.nat(3),
  damaged: fc.option(fc.nat(2)),
  /** Whether loose texts are known beforehand, and whether there is a newer source. */
  isRead: fc.boolean(),
  /** Whether ranges of what is not damaged are read at once, as from files. */
  isFiled: fc.boolean(),
  hasNewer: fc.boolean(),
});

const here = place.map((at) => ({ ...at, state: 'current' as const }));
/** All is in segments. */
export const whole = fc.record({
  articles: fc.array(fc.record({ title: words, text: words, atTitle: here, atText: here }), {
    maxLength: 8,
  }),
  notes: fc.array(fc.record({ plain: words, at: here }), { maxLength: 4 }),
  gone: fc.nat(3),
  damaged: fc.option(fc.nat(2)),
  isRead: fc.constant(true),
  isFiled: fc.boolean(),
  hasNewer: fc.boolean(),
});

type Place = typeof place extends fc.Arbitrary<infer T> ? T : never;

export function listed({ owners, starts, ends }: Places): number[][] {
  return Array.from(owners, (owner, index) => [owner, starts[index] ?? -1, ends[index] ?? -1]);
}

export type Archive = typeof archive extends fc.Arbitrary<infer T> ? T : never;

/** @param isNewer with an article before all others, and no damage */
export function sourcesOf(input: Archive, isNewer = false) {
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
    const range = (start: number, end: number, into: Uint8Array) => {
      if (!input.isFiled || (input.damaged === index && !isNewer)) return false;
      for (let at = start; at < end; at += 1)
        into[at - start] = built.pages[at >> 4]?.[at & 15] ?? 0;
      return true;
    };
    return {
      id: `s${index}`,
      reader: new SegmentReader(header, page, range),
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
