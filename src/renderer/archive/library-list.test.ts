import type { Tag } from '@domain/model';
import type { ChangedRows } from '@renderer/data/changed-rows';
import type { AnnotationParts, ArticleParts } from '@renderer/data/library-rows';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { HEAD, LibraryList } from './library-list';
import { libraryRow } from './library-rows';

const stamp = { created: '', modified: '', authorId: '' };
const PIECE = 50;

function idOf(number: number): string {
  return String(number).padStart(6, '0');
}

/** Rows as they would lie in storage; each kind of read can be made to wait for a write in between. */
class Stored {
  articles = new Map<string, ArticleParts>();
  annotations = new Map<string, AnnotationParts>();
  tags = new Map<string, Tag>();
  list: LibraryList | null = null;
  /** How the list began when it was sorted by date. */
  remembered: string[] = [];
  /** Is called before each piece is answered, after it was read. */
  meanwhile: (piece: number) => void = () => undefined;
  pieces = 0;
  reread = { articles: 0, annotations: 0 };

  constructor(count = 0) {
    for (let number = 0; number < count; number += 1) this.article(number);
  }
  article(number: number, values: Partial<ArticleParts> = {}): void {
    const id = idOf(number);
    this.articles.set(id, { id, title: `题${number}`, outlet: '', date: '', ...values });
    this.list?.changed(written({ articles: [id] }));
  }
  annotate(id: string, article: number, tagIds: string[] = []): void {
    this.annotations.set(id, { id, articleId: idOf(article), tagIds, start: id.length, end: 9 });
    this.list?.changed(written({ annotations: [id] }));
  }
  removeArticle(number: number): void {
    const id = idOf(number);
    this.articles.delete(id);
    const annotations = [...this.annotations.values()].filter((one) => one.articleId === id);
    for (const one of annotations) this.annotations.delete(one.id);
    this.list?.changed(written({ articles: [id], annotations: annotations.map((one) => one.id) }));
  }
  removeAnnotation(id: string): void {
    this.annotations.delete(id);
    this.list?.changed(written({ annotations: [id] }));
  }
  tag(id: string, name: string): void {
    const rest = { color: 'blue', description: '', parentId: null } as const;
    this.tags.set(id, { ...stamp, id, name, ...rest });
    this.list?.changed(written({ tags: [id] }));
  }
  removeTag(id: string): void {
    this.tags.delete(id);
    this.list?.changed(written({ tags: [id] }));
  }
  /** Every row as it should be. */
  expected() {
    return sorted(this.articles.values()).map((article) => {
      const own = [...this.annotations.values()].filter((one) => one.articleId === article.id);
      const onPassages = [...new Set(own.flatMap((one) => one.tagIds))].sort();
      const ids = new Set([...(article.tagIds ?? []), ...onPassages]);
      const tags = [...ids].flatMap((id) => this.tags.get(id) ?? []);
      const placed = own.sort((a, b) => a.start - b.start || (a.id < b.id ? -1 : 1));
      return libraryRow(article, placed, tags);
    });
  }
  open(
    descending = false,
    onChange: () => void = () => undefined,
    sort: 'imported' | 'date' = 'imported',
  ): LibraryList {
    const after = <Row extends { id: string }>(rows: Map<string, Row>, id: string) => {
      const piece = sorted(rows.values())
        .filter((row) => row.id > id)
        .slice(0, PIECE);
      this.pieces += 1;
      this.meanwhile(this.pieces);
      return piece;
    };
    const among = <Row>(rows: Map<string, Row>, ids: string[]) =>
      ids.flatMap((id) => rows.get(id) ?? []);
    this.list = new LibraryList(
      {
        head: async (order) => {
          if (order.sort === 'date')
            return this.remembered.flatMap((id) => this.articles.get(id) ?? []);
          const rows = sorted(this.articles.values());
          return (order.descending ? rows.reverse() : rows).slice(0, HEAD);
        },
        articlesAfter: async (id) => after(this.articles, id),
        annotationsAfter: async (id) => after(this.annotations, id),
        articlesAmong: async (ids) => {
          this.reread.articles += ids.length;
          return among(this.articles, ids);
        },
        annotationsAmong: async (ids) => {
          this.reread.annotations += ids.length;
          return among(this.annotations, ids);
        },
        annotationsOn: async (ids) =>
          [...this.annotations.values()].filter((one) => ids.includes(one.articleId)),
        tags: async () => sorted(this.tags.values()),
        count: async () => this.articles.size,
        drawn: async () => undefined,
        rest: async () => undefined,
      },
      { sort, descending },
      onChange,
    );
    return this.list;
  }
}

function sorted<Row extends { id: string }>(rows: Iterable<Row>): Row[] {
  return [...rows].sort((a, b) => (a.id < b.id ? -1 : 1));
}

function written(changed: Partial<Record<'articles' | 'annotations' | 'tags', string[] | null>>) {
  return new Map(Object.entries(changed)) as ChangedRows;
}

function ids(rows: readonly { id: string }[] | undefined): string[] {
  return (rows ?? []).map(({ id }) => id);
}

describe('LibraryList', () => {
  test('the first rows come at once and whole; the others follow in order, never fewer', async () => {
    const stored = new Stored(430);
    stored.tag('t', '党建');
    stored.annotate('n', 3, ['t']);
    const seen: { shown: string[]; complete: boolean }[] = [];
    const list = stored.open(false, () => {
      seen.push({ shown: ids(list.state?.rows), complete: list.state?.complete ?? false });
    });
    await list.settled();
    const whole = ids(stored.expected());
    expect(seen[0]?.shown).toEqual(whole.slice(0, HEAD));
    for (const [index, { shown, complete }] of seen.entries()) {
      expect(shown).toEqual(whole.slice(0, shown.length));
      expect(shown.length).toBeGreaterThanOrEqual(seen[index - 1]?.shown.length ?? 0);
      expect(complete).toBe(index === seen.length - 1);
    }
    expect(list.state?.rows).toEqual(stored.expected());
    expect(list.state?.tagCounts?.get('t')).toBe(1);
    expect(list.state?.total).toBe(430);
  });

  test('the list from its end begins with the last rows', async () => {
    const stored = new Stored(200);
    stored.annotate('n', 199);
    let first: readonly { id: string; annotationCount: number }[] | undefined;
    const list = stored.open(true, () => {
      first ??= list.state?.head;
    });
    await list.settled();
    expect(ids(first)).toEqual(ids(stored.expected()).reverse().slice(0, HEAD));
    expect(first?.[0]?.annotationCount).toBe(1);
    expect(list.state).toMatchObject({ complete: true, head: [] });
  });

  test('in an order of which nothing is remembered it still says that there are articles', async () => {
    const stored = new Stored(200);
    stored.remembered = [];
    const seen: number[] = [];
    const list = stored.open(
      false,
      () => seen.push((list.state?.rows.length ?? 0) + (list.state?.head.length ?? 0)),
      'date',
    );
    await list.settled();
    expect(seen[0]).toBe(HEAD);
    expect(list.state?.rows).toEqual(stored.expected());
    stored.remembered = [idOf(9), idOf(7)];
    let first: string[] | undefined;
    const again = stored.open(
      false,
      () => {
        first ??= ids(again.state?.head);
      },
      'date',
    );
    await again.settled();
    expect(first).toEqual([idOf(9), idOf(7)]);
    expect(again.state?.rows).toEqual(stored.expected());
  });

  test('what is deleted, changed and added while rows arrive is followed', async () => {
    for (const descending of [false, true]) {
      const stored = new Stored(400);
      for (let number = 0; number < 120; number += 1) stored.annotate(`n${idOf(number)}`, number);
      stored.tag('t', '旧名');
      stored.article(7, { tagIds: ['t'] });
      stored.meanwhile = (piece) => {
        if (piece === 1) stored.removeArticle(0);
        if (piece === 2) stored.removeArticle(399);
        if (piece === 3) stored.removeAnnotation(`n${idOf(5)}`);
        if (piece === 5) stored.article(1000);
        if (piece === 6) stored.removeArticle(60);
        if (piece === 7) stored.article(2, { title: '改了' });
        if (piece === 8) stored.annotate('new', 390, ['t']);
        if (piece === 9) stored.tag('t', '新名');
        if (piece === 10) stored.removeArticle(395);
      };
      const list = stored.open(descending, () => {
        const shown = ids([...(list.state?.rows ?? []), ...(list.state?.head ?? [])]);
        expect(new Set(shown).size).toBe(shown.length);
      });
      await list.settled();
      expect(list.state?.rows).toEqual(stored.expected());
    }
  });

  test('a highlight reads its own row again and no other; other rows stay the same objects', async () => {
    const stored = new Stored(300);
    const list = stored.open();
    await list.settled();
    const before = list.state?.rows ?? [];
    const pieces = stored.pieces;
    stored.annotate('n', 17);
    await list.settled();
    const after = list.state?.rows ?? [];
    expect(after[17]?.annotationCount).toBe(1);
    expect(after.filter((row, index) => row !== before[index])).toHaveLength(1);
    expect(stored.pieces).toBe(pieces);
    expect(stored.reread).toEqual({ articles: 0, annotations: 1 });
  });

  test('when it is not known what was written, all is read again and what was shown stays', async () => {
    const stored = new Stored(300);
    const list = stored.open();
    await list.settled();
    stored.articles.clear();
    stored.articles.set('x', { id: 'x', title: '新', outlet: '', date: '' });
    const completeness: (boolean | undefined)[] = [];
    list.changed(written({ articles: null }));
    completeness.push(list.state?.complete);
    await list.settled();
    expect(ids(list.state?.rows)).toEqual(['x']);
    expect(completeness).toEqual([true]);
  });

  test('after any writes at any moment it shows what is stored', async () => {
    const number = fc.nat({ max: 160 });
    const tagIds = fc.subarray(['s', 't', 'u']);
    const write = fc.oneof(
      fc.record({ kind: fc.constant('article' as const), number, tagIds }),
      fc.record({ kind: fc.constant('annotate' as const), number, on: number, tagIds }),
      fc.record({ kind: fc.constant('remove' as const), number }),
      fc.record({ kind: fc.constant('unmark' as const), number }),
      fc.record({ kind: fc.constant('tag' as const), tagIds, name: fc.string() }),
      fc.record({ kind: fc.constant('untag' as const), tagIds }),
    );
    const writes = fc.array(fc.record({ piece: fc.nat({ max: 12 }), write }));
    await fc.assert(
      fc.asyncProperty(writes, fc.boolean(), async (all, descending) => {
        const stored = new Stored(120);
        stored.tag('s', '甲');
        for (let at = 0; at < 60; at += 1) stored.annotate(`n${at}`, at * 2, at % 3 ? [] : ['s']);
        const apply = ({ write: one }: (typeof all)[number]) => {
          if (one.kind === 'article') stored.article(one.number, { tagIds: one.tagIds });
          if (one.kind === 'annotate') stored.annotate(`n${one.number}`, one.on, one.tagIds);
          if (one.kind === 'remove') stored.removeArticle(one.number);
          if (one.kind === 'unmark') stored.removeAnnotation(`n${one.number}`);
          if (one.kind === 'tag') for (const id of one.tagIds) stored.tag(id, one.name);
          if (one.kind === 'untag') for (const id of one.tagIds) stored.removeTag(id);
        };
        stored.meanwhile = (piece) => all.filter((one) => one.piece === piece).map(apply);
        const list = stored.open(descending);
        await list.settled();
        for (const one of all.filter(({ piece }) => piece > stored.pieces)) apply(one);
        await list.settled();
        expect(list.state?.rows).toEqual(stored.expected());
        const used = [...stored.annotations.values()].filter((one) => one.tagIds.includes('s'));
        expect(list.state?.tagCounts?.get('s') ?? 0).toBe(used.length);
      }),
      { numRuns: 60 },
    );
  });
});
