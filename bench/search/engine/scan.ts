import { fold } from '@domain/search/fold';
import { evaluate, parseQuery } from '@domain/search/query';
import type {
  Literal,
  Places,
  SearchArticle,
  SearchSource,
  TextField,
} from '@domain/search/source';
import { allArticles, eachTextBatch } from '@renderer/data/articles';
import { openDatabase } from '@renderer/data/database';
import { expose } from 'comlink';

/** Every text in memory, folded beforehand: the fastest that a plain scan can be, and the oracle. */
class MemoryScan implements SearchSource {
  readonly articles: SearchArticle[] = [];
  readonly notes = [];
  readonly tags = [];
  readonly passages = [];
  readonly written: Record<'title' | 'text', string[]> = { title: [], text: [] };
  readonly folded: Record<'title' | 'text', string[]> = { title: [], text: [] };

  async find(field: TextField, literal: Literal, among?: Uint32Array): Promise<Places> {
    const owners: number[] = [];
    const starts: number[] = [];
    if (field !== 'note') {
      const isFolded = literal.likeness === 'folded';
      const texts = isFolded ? this.folded[field] : this.written[field];
      const wanted = isFolded ? fold(literal.text) : literal.text;
      for (const owner of among ?? texts.keys()) {
        const text = texts[owner] ?? '';
        for (let at = text.indexOf(wanted); at !== -1; at = text.indexOf(wanted, at + 1)) {
          owners.push(owner);
          starts.push(at);
        }
      }
    }
    const ends = Uint32Array.from(starts, (start) => start + literal.text.length);
    return { owners: Uint32Array.from(owners), starts: Uint32Array.from(starts), ends };
  }

  async texts(field: TextField, owners: Uint32Array): Promise<string[]> {
    const texts = field === 'note' ? [] : this.written[field];
    return Array.from(owners, (owner) => texts[owner] ?? '');
  }

  paragraphs() {
    return [];
  }
}

const source = new MemoryScan();
const segmenter = new Intl.Segmenter('zh-CN', { granularity: 'word' });

const service = {
  /** Reads all texts. Answers about so many of them, to make queries of. */
  async load(wanted: number): Promise<{ articles: number; characters: number; some: string[] }> {
    await openDatabase();
    const rows = await allArticles();
    const ordinals = new Map(rows.map(({ id }, ordinal) => [id, ordinal]));
    let characters = 0;
    for (const { id, title, outlet, date, byline, page, characters: length } of rows) {
      source.articles.push({ id, title, outlet, date, byline, page, length, tagIds: [] });
      source.written.title.push(title);
      source.folded.title.push(fold(title));
    }
    await eachTextBatch(500, (batch) => {
      for (const { articleId, text } of batch) {
        const ordinal = ordinals.get(articleId) ?? -1;
        source.written.text[ordinal] = text;
        source.folded.text[ordinal] = fold(text);
        characters += text.length;
      }
      return true;
    });
    const step = Math.max(1, Math.floor(rows.length / wanted));
    const some = source.written.text.filter((_, index) => index % step === 0);
    return { articles: rows.length, characters, some };
  },

  /** How often and in how many articles a phrase stands, counted with `indexOf` alone. Milliseconds. */
  count(phrase: string): { total: number; articles: number; time: number } {
    const began = performance.now();
    const wanted = fold(phrase);
    let total = 0;
    let articles = 0;
    for (const [ordinal, text] of source.folded.text.entries()) {
      const before = total;
      for (const where of [source.folded.title[ordinal] ?? '', text]) {
        let at = where.indexOf(wanted);
        while (at !== -1) {
          total += 1;
          at = where.indexOf(wanted, at + wanted.length);
        }
      }
      if (total > before) articles += 1;
    }
    return { total, articles, time: performance.now() - began };
  },

  /** Counts words or characters of the first texts, with nothing but a map. Milliseconds. */
  tally(unit: 'char' | 'word', most: number): { characters: number; time: number } {
    const began = performance.now();
    const counts = new Map<string, number>();
    let characters = 0;
    for (const text of source.written.text) {
      if (characters >= most) break;
      characters += text.length;
      const parts =
        unit === 'char' ? text : Array.from(segmenter.segment(text), ({ segment }) => segment);
      for (const part of parts) counts.set(part, (counts.get(part) ?? 0) + 1);
    }
    return { characters, time: performance.now() - began };
  },

  /** The same for any query. */
  async find(text: string): Promise<{ total: number; articles: number; time: number }> {
    const began = performance.now();
    const { query } = parseQuery(text);
    if (query === null) throw new Error(`Not a query: ${text}`);
    const { fields, articles } = await evaluate(query, source);
    return { total: fields.length, articles: articles.length, time: performance.now() - began };
  },
};
export type ScanService = typeof service;

expose(service);
