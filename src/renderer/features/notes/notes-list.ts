import type { NoteTargetKind } from '@domain/model';
import type { NoteView } from '@renderer/archive/queries';

/** Which notes are listed, and in which order. */
export interface NotesChoice {
  /** `null`: on whatever. */
  kind: NoteTargetKind | null;
  /** On passages with this tag, or on the tag itself. */
  tagId: string | null;
  sort: 'time' | 'title';
}

export const everyNote: NotesChoice = { kind: null, tagId: null, sort: 'time' };

/** How much of a note the list can show. */
const EXCERPT = 240;

/** The notes that contain what was typed, in themselves or in what they are on. */
export function filterNotes(views: readonly NoteView[], query: string): NoteView[] {
  const wanted = query.trim().toLowerCase();
  if (wanted === '') return [...views];
  return views.filter(({ note, annotation, article, tag }) =>
    [note.plain, annotation?.exact ?? '', article?.title ?? '', tag?.name ?? ''].some((text) =>
      text.toLowerCase().includes(wanted),
    ),
  );
}

/** The notes that were chosen, in the order that was. */
export function chooseNotes(views: readonly NoteView[], choice: NotesChoice): NoteView[] {
  const { kind, tagId, sort } = choice;
  const chosen = views.filter(
    ({ note, annotation }) =>
      (kind === null || note.targetKind === kind) &&
      (tagId === null || note.targetId === tagId || annotation?.tagIds.includes(tagId) === true),
  );
  // As they come they are in the order of time.
  if (sort === 'time') return chosen;
  const titles = new Intl.Collator('zh-CN');
  return chosen.sort((a, b) => titles.compare(titleOf(a), titleOf(b)));
}

/** What a note is on, by name. */
export function titleOf({ article, tag }: NoteView): string {
  return article?.title ?? tag?.name ?? '';
}

/** The first words of a note on one line, for a list. Whole characters only. */
export function excerptOf(plain: string): string {
  const flat = plain
    .slice(0, EXCERPT * 2)
    .replace(/\s+/gu, ' ')
    .trim();
  return [...flat].slice(0, EXCERPT).join('');
}
