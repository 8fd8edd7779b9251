import { markdownToNote, noteToMarkdown } from '@domain/note/markdown';
import { type NoteRecord, noteRecord, noteRecords, setNote } from '@renderer/archive/note-records';
import type { Bridge } from '@shared/bridge';
import type { ExitCode, Request } from './run-import';

/** `notes list`, `notes show ID` and `notes set ID --note MARKDOWN`. */
export async function runNotes(request: Request<'notes'>, bridge: Bridge): Promise<ExitCode> {
  switch (request.action) {
    case 'list':
      for (const record of await noteRecords()) await bridge.cliResult(noteJson(record));
      return 0;
    case 'show':
      await bridge.cliResult(noteJson(await noteRecord(request.id)));
      return 0;
    case 'set': {
      const record = await setNote(request.id, markdownToNote(request.note));
      if (record !== null) await bridge.cliResult(noteJson(record));
      return 0;
    }
  }
}

/** Links in `markdown` are addresses like `zhaiji:article/ID`, which `notes set` reads again. */
function noteJson({ note, about, links }: NoteRecord) {
  const { id, targetKind, targetId, created, modified, plain } = note;
  return {
    id,
    targetKind,
    targetId,
    target: about,
    created,
    modified,
    markdown: noteToMarkdown(note.doc).replace(/\n$/, ''),
    plain,
    links,
  };
}
