import type { NoteDoc } from '@domain/model';
import type { NoteTemplate } from '@domain/model-history';
import { markdownToNote } from '@domain/note/markdown';
import { isEmptyNote } from '@domain/note/plain';
import { useLive } from '@renderer/data/live';
import { allTemplates } from '@renderer/data/note-templates';
import { changed, newStamp } from '@renderer/data/records';
import { t } from '@renderer/i18n';
import { commit } from './history';

/** The form that comes along, until a stored one with its id takes its place (also an empty one). */
const SUMMARY_ID = '0198f000-0000-7000-8000-000000000001';

function builtIn(): NoteTemplate[] {
  const doc = markdownToNote(t('notes.template.summary.markdown'));
  const stamp = { created: '', modified: '', authorId: '' };
  return [{ ...stamp, id: SUMMARY_ID, name: t('notes.template.summary'), doc }];
}

/** The forms a note can begin with, by name. */
export async function noteTemplates(): Promise<NoteTemplate[]> {
  const stored = await allTemplates();
  const ids = new Set(stored.map(({ id }) => id));
  return [...builtIn().filter(({ id }) => !ids.has(id)), ...stored]
    .filter(({ doc }) => !isEmptyNote(doc))
    .sort((a, b) => a.name.localeCompare(b.name, 'zh-CN'));
}

/** As `noteTemplates`, for the screen; `undefined` while it reads. */
export function useNoteTemplates(): NoteTemplate[] | undefined {
  return useLive(noteTemplates, []);
}

/** Keeps a document as a form; one of the same name is replaced. Reversible. */
export function saveTemplate(name: string, doc: NoteDoc): Promise<void> {
  return commit({ name: 'save-template', count: 1 }, async (journal) => {
    const known = [...(await allTemplates(journal.tables)), ...builtIn()];
    const same = known.find((template) => template.name === name);
    const row = same?.created === '' ? { ...newStamp(), id: same.id, name, doc } : null;
    const next = row ?? (same ? changed(same, { doc }) : { ...newStamp(), name, doc });
    await journal.put('noteTemplates', next);
  });
}

/** Gives a form another name. Reversible. */
export function renameTemplate(template: NoteTemplate, name: string): Promise<void> {
  return commit({ name: 'save-template', count: 1 }, async (journal) => {
    await journal.put('noteTemplates', { ...template, ...freshTimes(template), name });
  });
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
