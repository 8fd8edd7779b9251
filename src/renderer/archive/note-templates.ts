import type { NoteDoc } from '@domain/model';
import type { NoteTemplate } from '@domain/model-history';
import { markdownToNote } from '@domain/note/markdown';
import { emptyNote, isEmptyNote } from '@domain/note/plain';
import { useLive } from '@renderer/data/live';
import { allTemplates, putTemplate, resetTemplate } from '@renderer/data/note-templates';
import { newStamp } from '@renderer/data/records';
import { commit } from './history';

const SUMMARY_ID = '0198f000-0000-7000-8000-000000000001';

/** The form that comes along, until a stored one with its id takes its place (also an empty one). */
export function summaryTemplate(name: string, markdown: string): NoteTemplate {
  const stamp = { created: '', modified: '', authorId: '' };
  return { ...stamp, id: SUMMARY_ID, name, doc: withRoom(markdownToNote(markdown)) };
}

/** A line to write on below every heading, which Markdown cannot say. */
function withRoom({ type, content = [] }: NoteDoc): NoteDoc {
  return { type, content: content.flatMap((block) => [block, { type: 'paragraph' }]) };
}

/** The forms a note can begin with, by name: those that come along and the researcher's own. */
async function noteTemplates(builtIn: NoteTemplate): Promise<NoteTemplate[]> {
  const stored = await allTemplates();
  const own = stored.some(({ id }) => id === builtIn.id);
  return [...(own ? [] : [builtIn]), ...stored]
    .filter(({ id, doc }) => id !== builtIn.id || !isEmptyNote(doc))
    .sort((a, b) => a.name.localeCompare(b.name, 'zh-CN'));
}

/** As `noteTemplates`, for the screen; `undefined` while it reads. */
export function useNoteTemplates(builtIn: NoteTemplate): NoteTemplate[] | undefined {
  return useLive(() => noteTemplates(builtIn), [builtIn]);
}

/** Keeps a document as a form, in the place of `replaced` if that is given. Reversible. */
export function saveTemplate(
  name: string,
  doc: NoteDoc,
  replaced: NoteTemplate | null,
): Promise<void> {
  return commit({ name: 'save-template', count: 1 }, async (journal) => {
    const row = replaced === null ? newStamp() : { ...replaced, ...freshTimes(replaced) };
    await journal.put('noteTemplates', { ...row, name, doc });
  });
}

/** A form that is not stored yet. */
export function newTemplate(): NoteTemplate {
  return { ...newStamp(), name: '', doc: emptyNote() };
}

/** Stores what is being typed into a form. `closeTemplate` makes it a step of undo. */
export function writeTemplate(template: NoteTemplate): Promise<void> {
  return putTemplate({ ...template, ...freshTimes(template) });
}

/**
 * Ends the writing of a form: all that changed since `before` (`null` for a new one) becomes one
 * reversible step. The form that comes along is deleted by emptying it.
 */
export async function closeTemplate(
  before: NoteTemplate | null,
  after: NoteTemplate,
): Promise<void> {
  const known = before?.name === after.name && sameDoc(before.doc, after.doc);
  const gone = after.id === SUMMARY_ID && isEmptyNote(after.doc);
  const name = gone && !known ? 'delete-template' : 'save-template';
  await commit({ name, count: 1 }, async (journal) => {
    // Undo leads to what was there before the first letter, not to what was stored while typing.
    const stored = before === null || before.created === '' ? null : before;
    await resetTemplate(after.id, stored, journal.tables);
    if (known || (before === null && after.name === '' && isEmptyNote(after.doc))) return;
    await journal.put('noteTemplates', { ...after, ...freshTimes(after) });
  });
}

function sameDoc(a: NoteDoc, b: NoteDoc): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** Deletes a form, reversibly. */
export function deleteTemplate(template: NoteTemplate): Promise<void> {
  return commit({ name: 'delete-template', count: 1 }, async (journal) => {
    if (template.id !== SUMMARY_ID) return journal.remove('noteTemplates', template.id);
    const empty = { type: 'doc' as const };
    await journal.put('noteTemplates', { ...template, ...freshTimes(template), doc: empty });
  });
}

function freshTimes({ created }: NoteTemplate) {
  const { created: now, modified, authorId } = newStamp();
  return { created: created === '' ? now : created, modified, authorId };
}
