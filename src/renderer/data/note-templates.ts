import type { NoteTemplate } from '@domain/model-history';
import { db } from './database';
import type { Tables } from './tables';

export function allTemplates(from: Tables = db): Promise<NoteTemplate[]> {
  return from.table<NoteTemplate, string>('noteTemplates').toArray();
}

export async function putTemplate(template: NoteTemplate, to: Tables = db): Promise<void> {
  await to.table<NoteTemplate, string>('noteTemplates').put(template);
}

/** Makes a row what it was, or takes it away, past the journal. */
export async function resetTemplate(
  id: string,
  row: NoteTemplate | null,
  to: Tables,
): Promise<void> {
  if (row === null) await to.table<NoteTemplate, string>('noteTemplates').delete(id);
  else await putTemplate(row, to);
}
