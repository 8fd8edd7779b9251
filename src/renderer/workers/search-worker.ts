import type { Article, ArticleText, Note } from '@domain/model';
import { contextOf, findAll, paragraphAt } from '@domain/search/exact';
import { findAnnotations } from '@renderer/data/annotations';
import { allArticles, eachTextBatch } from '@renderer/data/articles';
import { openDatabase } from '@renderer/data/database';
import { allNotes } from '@renderer/data/notes';
import { expose } from 'comlink';
import { analysisService } from './search-analysis/service';
import { currentSource } from './search-analysis/source-for-now';

/** One occurrence. Offsets are UTF-16 code units over what `field` says, end exclusive. */
export interface SearchHit {
  field: 'title' | 'text' | 'note';
  /** Empty for a note on the archive itself. */
  articleId: string;
  title: string;
  /** 1-based among the article's paragraphs; 0 in a title or a note. */
  paragraph: number;
  start: number;
  end: number;
  before: string;
  match: string;
  after: string;
  /** The note's target (annotation, article or archive), for hits in notes. */
  targetId: string | null;
}

export interface SearchResult {
  query: string;
  /** Every occurrence, also beyond the limit. */
  total: number;
  /** How many articles have an occurrence in title, text or notes. */
  articles: number;
  hits: SearchHit[];
  /** A newer search took over before this one ended; the rest is incomplete. */
  superseded: boolean;
}

/** Characters of context on each side. */
const CONTEXT = 30;
const BATCH = 500;

let newest = 0;

class Collector {
  total = 0;
  readonly hits: SearchHit[] = [];
  readonly articleIds = new Set<string>();

  constructor(
    private readonly query: string,
    private readonly limit: number,
  ) {}

  scan(
    text: string,
    hitAt: (start: number, end: number) => Partial<SearchHit>,
    base: HitBase,
  ): void {
    for (const start of findAll(text, this.query)) {
      this.total += 1;
      if (base.articleId !== '') this.articleIds.add(base.articleId);
      if (this.hits.length >= this.limit) continue;
      const end = start + this.query.length;
      this.hits.push({
        ...base,
        start,
        end,
        paragraph: 0,
        targetId: null,
        ...contextOf(text, start, end, CONTEXT),
        ...hitAt(start, end),
      });
    }
  }
}
type HitBase = Pick<SearchHit, 'field' | 'articleId' | 'title'>;

const service = {
  ...analysisService(currentSource),

  async open(): Promise<void> {
    await openDatabase();
  },

  /** Finds every occurrence; `limit` bounds only the hits that are returned. */
  async search(query: string, limit: number): Promise<SearchResult> {
    newest += 1;
    const mine = newest;
    const collector = new Collector(query, limit);
    if (query !== '') {
      const articles = await allArticles();
      const titles = new Map(articles.map((article) => [article.id, article]));
      scanTitles(collector, articles);
      await eachTextBatch(BATCH, (batch) => {
        for (const text of batch) scanText(collector, text, titles.get(text.articleId));
        return mine === newest;
      });
      if (mine === newest) await scanNotes(collector, titles);
    }
    return {
      query,
      total: collector.total,
      articles: collector.articleIds.size,
      hits: collector.hits,
      superseded: mine !== newest,
    };
  },
};
export type SearchService = typeof service;

function scanTitles(collector: Collector, articles: Article[]): void {
  for (const { id, title } of articles) {
    collector.scan(title, () => ({}), { field: 'title', articleId: id, title });
  }
}

function scanText(collector: Collector, stored: ArticleText, article: Article | undefined): void {
  const base = { field: 'text', articleId: stored.articleId, title: article?.title ?? '' } as const;
  const place = (start: number) => ({ paragraph: paragraphAt(stored.paragraphs, start) + 1 });
  collector.scan(stored.text, place, base);
}

async function scanNotes(collector: Collector, titles: Map<string, Article>): Promise<void> {
  const notes = await allNotes();
  const onPassages = notes.filter((note) => note.targetKind === 'annotation');
  const annotations = await findAnnotations(onPassages.map((note) => note.targetId));
  const articleOf = new Map(annotations.map((annotation) => [annotation.id, annotation.articleId]));
  for (const note of notes) {
    const articleId = articleIdOf(note, articleOf);
    const base = { field: 'note', articleId, title: titles.get(articleId)?.title ?? '' } as const;
    collector.scan(note.plain, () => ({ targetId: note.targetId }), base);
  }
}

function articleIdOf(note: Note, articleOf: Map<string, string>): string {
  if (note.targetKind === 'archive') return '';
  if (note.targetKind === 'article') return note.targetId;
  return articleOf.get(note.targetId) ?? '';
}

expose(service);
