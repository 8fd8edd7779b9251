import { byPlace } from '@renderer/data/annotations';
import type { ChangedRows } from '@renderer/data/changed-rows';
import type { AnnotationView } from './queries';

/** How a list's rows are read. */
export interface Reads {
  /** All of the article, in text order. */
  all(): Promise<AnnotationView[]>;
  /** Those of these annotations that exist and are the article's, in any order. */
  some(ids: string[]): Promise<AnnotationView[]>;
  /** What these notes are on; notes that do not exist are left out. */
  targetsOf(noteIds: string[]): Promise<string[]>;
}

/** From here on reading everything costs no more. */
const MANY = 200;

/**
 * An article's annotations in text order, kept true by reading again what was written and nothing else. A
 * row that did not change stays the same object.
 */
export class AnnotationList {
  views: readonly AnnotationView[] | undefined;
  /** Why it could not be read. */
  error: unknown = null;
  private waiting: ChangedRows[] = [];
  private work: Promise<void> | null = null;

  constructor(
    private readonly reads: Reads,
    private readonly onChange: () => void,
  ) {
    this.work = this.run(() => reads.all());
  }

  /** Tells of a write. */
  changed(rows: ChangedRows): void {
    this.waiting.push(rows);
    this.work ??= this.run(() => this.update());
  }

  /** Resolves when all that was told is in the list. */
  async settled(): Promise<void> {
    while (this.work !== null) await this.work;
  }

  private async run(read: () => Promise<readonly AnnotationView[]>): Promise<void> {
    try {
      const views = await read();
      const isOther = views !== this.views;
      this.views = views;
      if (isOther) this.onChange();
    } catch (error) {
      this.error = error;
      this.onChange();
    }
    // What was told meanwhile may have been read already or not: it is read again.
    this.work = this.waiting.length === 0 ? null : this.run(() => this.update());
  }

  private async update(): Promise<readonly AnnotationView[]> {
    const told = this.waiting;
    this.waiting = [];
    const views = this.views ?? [];
    const isUnclear = told.some((rows) => [...rows.values()].includes(null));
    if (isUnclear || this.views === undefined) return this.reads.all();
    const ids = await this.affected(told, views);
    if (ids.size > MANY) return this.reads.all();
    const now = await this.reads.some([...ids]);
    const kept = views.filter(({ annotation }) => !ids.has(annotation.id));
    if (now.length === 0 && kept.length === views.length) return views;
    return [...kept, ...now].sort((a, b) => byPlace(a.annotation, b.annotation));
  }

  /** The annotations that were written, or carry a tag or note that was. */
  private async affected(
    told: readonly ChangedRows[],
    views: readonly AnnotationView[],
  ): Promise<Set<string>> {
    const keysOf = (table: 'annotations' | 'notes' | 'tags') =>
      new Set(told.flatMap((rows) => rows.get(table) ?? []));
    const notes = keysOf('notes');
    const tags = keysOf('tags');
    const ids = keysOf('annotations');
    if (notes.size > 0) for (const id of await this.reads.targetsOf([...notes])) ids.add(id);
    for (const { annotation, note } of views) {
      const isNoted = note !== null && notes.has(note.id);
      if (isNoted || annotation.tagIds.some((id) => tags.has(id))) ids.add(annotation.id);
    }
    return ids;
  }
}
