import { archiveOf } from '@domain/search/query/testing/archive';
import type { SearchSource } from '@domain/search/source';
import { beforeEach, expect, test, vi } from 'vitest';
import type { FacetChoice, SearchRequest, SortOrder } from '../search-types';

const NOTHING: FacetChoice = { outlets: [], years: [], tagIds: [], kinds: [] };
const ARTICLES = 2500;

interface Archive {
  source: SearchSource;
  read: number[];
  /** Called before texts are read. */
  onRead: () => Promise<void>;
}

/** An archive without an index: the texts that were read are counted. */
function withoutIndex(): Archive {
  const plain = archiveOf(
    Array.from({ length: ARTICLES }, (_, at) => ({
      title: `第${at}篇`,
      text: at % 10 === 0 ? `茶话会在${at % 20 === 0 ? '河边' : '楼下'}` : '路修好了',
      outlet: at % 100 === 0 ? '云汀日报' : '白石晚报',
    })),
  );
  const read: number[] = [];
  const source: SearchSource = {
    ...{ articles: plain.articles, notes: plain.notes, tags: plain.tags, passages: plain.passages },
    paragraphs: (article) => plain.paragraphs(article),
    texts: (field, owners) => plain.texts(field, owners),
    unread: () => Uint32Array.from({ length: ARTICLES }, (_, at) => at),
    find: async (field, literal, among, signal) => {
      if (field === 'text') {
        await archive.onRead();
        for (const owner of among ?? source.unread?.() ?? []) read.push(owner);
      }
      return plain.find(field, literal, among, signal);
    },
  };
  const archive: Archive = { source, read, onRead: async () => undefined };
  return archive;
}

let current = withoutIndex();

// What the worker holds is the archive above, as an engine over it would hand it out.
vi.mock('../search/source', () => ({
  currentSource: () => Promise.resolve(current.source),
  lastSource: () => current.source,
}));

const { search } = await import('./results');
const { soFar } = await import('./growing');

function ask(query: string, changes: Partial<SearchRequest> = {}) {
  const sort: SortOrder = 'relevance';
  return search({ query, sort, facets: NOTHING, within: [], ...changes });
}

/** How many texts are read by what is done. */
async function reads(doing: () => Promise<unknown>): Promise<number> {
  const before = current.read.length;
  await doing();
  return current.read.length - before;
}

beforeEach(() => {
  current = withoutIndex();
});

test('a search that grew reads each text once, and none for another order or a facet', async () => {
  expect(await reads(() => ask('茶话会'))).toBe(ARTICLES);
  expect(new Set(current.read).size).toBe(ARTICLES);
  const facets = { ...NOTHING, outlets: ['云汀日报'] };
  const again = async () => {
    expect(await ask('茶话会', { sort: 'date-up' })).toMatchObject({ total: 250, articles: 250 });
    expect(await ask('茶话会', { facets })).toMatchObject({ total: 25, articles: 25 });
    expect(await ask('茶话会', { sort: 'title', facets })).toMatchObject({ total: 25 });
  };
  expect(await reads(again)).toBe(0);
});

test('another query, and the same in an archive that has changed, is looked for anew', async () => {
  await ask('茶话会');
  expect(await reads(() => ask('河边'))).toBe(ARTICLES);
  await ask('茶话会');
  const { source } = current;
  current = withoutIndex();
  expect(current.source).not.toBe(source);
  expect(await reads(() => ask('茶话会', { sort: 'title' }))).toBe(ARTICLES);
});

test('within an earlier result only its articles are read, and that result is not found again', async () => {
  await ask('茶话会');
  const narrowed = () => ask('河边', { within: ['茶话会'] });
  expect(await reads(narrowed)).toBe(ARTICLES / 10);
  expect(await narrowed()).toMatchObject({ total: 125, articles: 125 });
  // Each key that is typed asks for something else in the same.
  expect(await reads(() => ask('河', { within: ['茶话会'] }))).toBe(ARTICLES / 10);
  expect(await reads(() => ask('河', { within: ['茶话会'], sort: 'title' }))).toBe(0);
  const both = () => ask('茶', { within: ['茶话会', '河边'] });
  expect(await reads(both)).toBe(ARTICLES + ARTICLES / 20);
  expect(await both()).toMatchObject({ total: 125, articles: 125 });
});

test('a search within results tells how far it is, and what it has found in these', async () => {
  await ask('路修好了');
  const told: (number | undefined)[] = [];
  current.onRead = async () => {
    const now = await soFar(null);
    if (now === null) return;
    expect(now.total).toBe(now.articles);
    told.push(now.soFar, now.total);
  };
  expect(await ask('路', { within: ['路修好了'] })).toMatchObject({ total: 2250, articles: 2250 });
  // Of 2,250 texts in parts of 1,000; nothing is told of a part that is being read.
  expect(told).toEqual([44, 1000, 88, 2000]);
});
