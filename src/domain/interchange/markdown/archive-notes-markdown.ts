import type { Note } from '@domain/model';
import type { PictureAddress } from '@domain/note/markdown-forms';
import { fileOf, heading, noteBlocks } from './blocks';
import { frontMatter } from './front-matter';
import type { ExportStrings } from './strings';

/** The notes on the archive itself, in the order given, as one file; empty notes are left out. */
export function archiveNotesToMarkdown(
  notes: readonly Note[],
  strings: ExportStrings,
  pictures?: PictureAddress,
): string {
  const blocks = notes.flatMap((note) => noteBlocks(note, 1, pictures) ?? []);
  const head = frontMatter({ title: strings.archiveNotes, 'exported-by': 'zhaiji' });
  return fileOf(head, [heading(1, strings.archiveNotes), blocks.join('\n\n***\n\n')]);
}
