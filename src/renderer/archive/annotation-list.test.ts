import type { Annotation, Note, Tag } from '@domain/model';
import type { ChangedRows } from '@renderer/data/changed-rows';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { AnnotationList } from './annotation-list';
import type { AnnotationView } from './queries';

const stamp = { created: '', modified: '', authorId: '' };

/** Rows as they would lie in storage, and what was read of them. */
class Stored {
  annotations = new Map<string, Annotation>();
  notes = new Map<string, Note>();
  tags = new Map<string, Tag>();
  readAll = 0;
  readSome: string[][] = [];

  annotate(id: string, start: number, tagIds: string[] = [], articleId = 'here'): void {
    const place = { start, end: start + 2, exact: '', prefix: '', suffix: '' };
    this.annotations.set(id, { ...stamp, id, articleId, ...place, color: null, tagIds });
  }
  note(id: string, targetId: string, plain = ''): void {
    const doc = { type: 'doc' as const, content: [] };
    this.notes.set(id, { ...stamp, id, targetKind: 'annotation', targetId, doc, plain });
  }
  tag(id: string, name: string): void {
    const rest = { color: 'blue', description: '', parentId: null } as const;
    this.tags.set(id, { ...stamp, id, name, ...rest });
  }
  views(): AnnotationView[] {
    return [...this.annotations.values()]
      .filter(({ articleId }) => articleId === 'here')
      .sort((a, b) => a.start - b.start || a.end - b.end || (a.id < b.id ? -1 : 1))
      .map((annotation) => ({
        annotation,
        tags: annotation.tagIds.map((id) => this.tags.get(id)).filter((tag) => tag !== undefined),
        note: [...this.notes.values()].find(({ targetId }) => targetId === annotation.id) ?? null,
      }));
  }
  list(onChange: () => void = () => undefined): AnnotationList {
    return new AnnotationList(
      {
        all: async () => {
          this.readAll += 1;
          return this.views();
        },
        some: async (ids) => {
          this.readSome.push(ids);
          return this.views().filter(({ annotation }) => ids.includes(annotation.id));
        },
        targetsOf: async (ids) => ids.flatMap((id) => this.notes.get(id)?.targetId ?? []),
      },
      onChange,
    );
  }
}

function rows(changed: Partial<Record<'annotations' | 'notes' | 'tags', string[] | null>>) {
  return new Map(Object.entries(changed)) as ChangedRows;
}

async function opened(stored: Stored): Promise<AnnotationList> {
  const list = stored.list();
  await list.settled();
  return list;
}

describe('AnnotationList', () => {
  test('one more annotation is read alone; the others stay the same objects', async () => {
    const stored = new Stored();
    stored.annotate('a', 0);
    stored.annotate('c', 9);
    const list = await opened(stored);
    const before = list.views;
    stored.annotate('b', 4);
    list.changed(rows({ annotations: ['b'] }));
    await list.settled();
    expect(list.views?.map(({ annotation }) => annotation.id)).toEqual(['a', 'b', 'c']);
    expect(list.views?.[0]).toBe(before?.[0]);
    expect(list.views?.[2]).toBe(before?.[1]);
    expect(stored.readAll).toBe(1);
    expect(stored.readSome).toEqual([['b']]);
  });

  test('a renamed tag, a new, a changed and a deleted note are followed', async () => {
    const stored = new Stored();
    stored.tag('t', '旧名');
    stored.annotate('a', 0, ['t']);
    stored.annotate('b', 4);
    const list = await opened(stored);
    stored.tag('t', '新名');
    stored.note('n', 'b', '初稿');
    list.changed(rows({ tags: ['t'], notes: ['n'] }));
    await list.settled();
    expect(list.views?.[0]?.tags[0]?.name).toBe('新名');
    expect(list.views?.[1]?.note?.plain).toBe('初稿');
    stored.notes.delete('n');
    list.changed(rows({ notes: ['n'] }));
    await list.settled();
    expect(list.views?.[1]?.note).toBeNull();
  });

  test('what concerns other articles changes nothing and tells nobody', async () => {
    const stored = new Stored();
    stored.annotate('a', 0);
    let told = 0;
    const list = stored.list(() => {
      told += 1;
    });
    await list.settled();
    const before = list.views;
    stored.annotate('z', 0, [], 'elsewhere');
    list.changed(rows({ annotations: ['z'] }));
    await list.settled();
    expect(list.views).toBe(before);
    expect(told).toBe(1);
  });

  test('all is read anew when it is not told which rows changed', async () => {
    const stored = new Stored();
    stored.annotate('a', 0);
    const list = await opened(stored);
    stored.annotate('b', 4);
    list.changed(rows({ annotations: null }));
    await list.settled();
    expect(list.views).toHaveLength(2);
    expect(stored.readAll).toBe(2);
  });

  test('whatever is written and told, also while it reads, it ends as storage is', async () => {
    const id = fc.constantFrom('a', 'b', 'c', 'd');
    const write = fc.oneof(
      fc.record({ kind: fc.constant('put' as const), id, start: fc.nat(9), tagged: fc.boolean() }),
      fc.record({ kind: fc.constant('remove' as const), id }),
      fc.record({ kind: fc.constant('note' as const), id, plain: fc.string({ maxLength: 3 }) }),
      fc.record({ kind: fc.constant('unnote' as const), id }),
      fc.record({ kind: fc.constant('tag' as const), id: fc.string({ maxLength: 3 }) }),
      fc.record({ kind: fc.constant('wait' as const), id }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(write, { maxLength: 25 }), async (writes) => {
        const stored = new Stored();
        const list = stored.list();
        for (const one of writes) {
          if (one.kind === 'wait') await Promise.resolve();
          if (one.kind === 'put') stored.annotate(one.id, one.start, one.tagged ? ['t'] : []);
          if (one.kind === 'remove') stored.annotations.delete(one.id);
          if (one.kind === 'put' || one.kind === 'remove')
            list.changed(rows({ annotations: [one.id] }));
          if (one.kind === 'note') stored.note(`n${one.id}`, one.id, one.plain);
          if (one.kind === 'unnote') stored.notes.delete(`n${one.id}`);
          if (one.kind === 'note' || one.kind === 'unnote')
            list.changed(rows({ notes: [`n${one.id}`] }));
          if (one.kind === 'tag') stored.tag('t', one.id);
          if (one.kind === 'tag') list.changed(rows({ tags: ['t'] }));
        }
        await list.settled();
        expect(list.views).toEqual(stored.views());
      }),
    );
  });
});
