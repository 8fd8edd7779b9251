import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { expect, type Page } from '@playwright/test';
import { fold } from '../../src/domain/search/fold';
import { storedRows } from './database';
import { PROJECT } from './launch';

/** A place as `field owner start`, where the owner is the article, or the target of a note. */
export type PlaceKey = string;

/** The search worker itself, asked past the screen; it begins anew with each page. */
export class SearchWorker {
  private readonly file: Promise<string>;

  /** @param allInMemory from so many UTF-16 code units on postings are read as they are needed */
  constructor(
    readonly page: Page,
    private readonly allInMemory?: number,
  ) {
    this.file = readdir(path.join(PROJECT, 'out/renderer/assets')).then(
      (names) => names.find((name) => /^search-worker-.*\.js$/.test(name)) ?? '',
    );
  }

  /** Calls a method as Comlink does. */
  async call<T>(method: string, ...args: unknown[]): Promise<T> {
    const file = await this.file;
    const { allInMemory } = this;
    const answer = await this.page.evaluate(
      async ({ file, method, args, allInMemory }) => {
        const held = window as unknown as { testWorker?: Promise<Worker> };
        const ask = (worker: Worker, path: string, values: unknown[]) =>
          new Promise<unknown>((resolve, reject) => {
            const id = crypto.randomUUID();
            worker.addEventListener('message', function listener({ data }) {
              if (data.id !== id) return;
              worker.removeEventListener('message', listener);
              if (data.type === 'RAW') resolve(data.value);
              else reject(new Error(JSON.stringify(data.value)));
            });
            const argumentList = values.map((value) => ({ type: 'RAW', value }));
            worker.postMessage({ id, type: 'APPLY', path: [path], argumentList });
          });
        held.testWorker ??= (async () => {
          const worker = new Worker(`/assets/${file}`, { type: 'module' });
          await ask(worker, 'open', [allInMemory]);
          return worker;
        })();
        return ask(await held.testWorker, method, args);
      },
      { file, method, args, allInMemory },
    );
    return answer as T;
  }

  progress(): Promise<{ documents: number; indexed: number }> {
    return this.call('indexProgress');
  }

  /** How much a query of the query language finds. */
  count(query: string): Promise<{ total: number; articles: number }> {
    return this.call('count', query);
  }

  /** Where a text stands, by the index. */
  async places(text: string): Promise<PlaceKey[]> {
    const scope = {
      query: `"${text}"`,
      facets: { outlets: [], years: [], tagIds: [], kinds: [] },
      within: [],
    };
    const { hits } = await this.call<{ hits: Hit[] }>('findAll', scope, Number.MAX_SAFE_INTEGER);
    return hits
      .map(({ field, articleId, targetId, start }) =>
        keyOf(field, field === 'note' ? (targetId ?? '') : articleId, start),
      )
      .sort();
  }
}

interface Hit {
  field: 'title' | 'text' | 'note';
  articleId: string;
  targetId: string | null;
  start: number;
}

function keyOf(field: string, owner: string, start: number): PlaceKey {
  return `${field} ${owner} ${start}`;
}

/** A field of an article or note with its words, as they lie in the database. */
interface StoredWords {
  field: 'title' | 'text' | 'note';
  owner: string;
  words: string;
}

async function storedWords(page: Page): Promise<StoredWords[]> {
  const titles = await storedRows(page, 'articles');
  const texts = await storedRows(page, 'articleTexts');
  const notes = await storedRows(page, 'notes');
  const ids = new Set(titles.map(({ id }) => id));
  return [
    ...titles.map(({ id, title }) => wordsOf('title', id, title)),
    ...texts
      .filter(({ articleId }) => ids.has(articleId))
      .map(({ articleId, text }) => wordsOf('text', articleId, text)),
    ...notes.map(({ targetId, plain }) => wordsOf('note', targetId, plain)),
  ];
}

function wordsOf(field: StoredWords['field'], owner: unknown, words: unknown): StoredWords {
  return { field, owner: String(owner), words: String(words) };
}

/** Where a text stands, by looking through everything: places that do not overlap, from the left. */
function scanned(stored: readonly StoredWords[], text: string): PlaceKey[] {
  const wanted = fold(text);
  const keys: PlaceKey[] = [];
  for (const { field, owner, words } of stored) {
    const folded = fold(words);
    for (let at = folded.indexOf(wanted); at !== -1; ) {
      keys.push(keyOf(field, owner, at));
      at = folded.indexOf(wanted, at + wanted.length);
    }
  }
  return keys.sort();
}

/** Asks the index and looks through everything, for pieces of what is stored now and some more. */
export async function expectExact(worker: SearchWorker, ...more: string[]): Promise<void> {
  const stored = await storedWords(worker.page);
  for (const piece of [...more, ...samplePieces(stored, 24)]) {
    expect(await worker.places(piece), piece).toEqual(scanned(stored, piece));
  }
}

/** Some pieces of the stored words, one to five characters long, and some that occur nowhere. */
function samplePieces(stored: readonly StoredWords[], count: number): string[] {
  const pieces = ['社会工作', '不曾有过的话'];
  const long = stored.filter(({ words }) => words.length > 8);
  for (let index = 0; pieces.length < count && long.length > 0; index += 1) {
    const { words } = long[(index * 7) % long.length] as StoredWords;
    const length = 1 + (index % 5);
    const at = (index * 31) % (words.length - length);
    const piece = words.slice(at, at + length);
    // Quotes and line breaks have a meaning of their own in a query.
    if (!/["\\\n]/.test(piece) && piece.trim() === piece) pieces.push(piece);
  }
  return pieces;
}
