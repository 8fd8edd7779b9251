import type { NoteView } from '@renderer/archive/queries';

/** How much of a note the list can show. */
const EXCERPT = 240;

/** The notes that contain what was typed, in themselves or in what they are on. */
export function filterNotes(views: readonly NoteView[], query: string): NoteView[] {
  const wanted = query.trim().toLowerCase();
  if (wanted === '') return [...views];
  return views.filter(({ note, annotation, article }) =>
    [note.plain, annotation?.exact ?? '', article?.title ?? ''].some((text) =>
      text.toLowerCase().includes(wanted),
    ),
  );
}

/** The first words of a note on one line, for a list. Whole characters only. */
export function excerptOf(plain: string): string {
  const flat = plain
    .slice(0, EXCERPT * 2)
    .replace(/\s+/gu, ' ')
    .trim();
  return [...flat].slice(0, EXCERPT).join('');
}
