import type { NoteTemplate } from '@domain/model-history';
import { db } from './database';
import type { Tables } from './tables';

export function allTemplates(from: Tables = db): Promise<NoteTemplate[]> {
  return from.table<NoteTemplate, string>('noteTemplates').toArray();
}
