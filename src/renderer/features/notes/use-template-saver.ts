import type { NoteTemplate } from '@domain/model-history';
import { registerFlush } from '@renderer/archive/flush';
import { closeTemplate, writeTemplate } from '@renderer/archive/note-templates';
import { t } from '@renderer/i18n';
import { showToast } from '@renderer/ui/toasts';
import { errorCodeOf } from '@shared/errors';
import { useEffect, useState } from 'react';
import { NoteSaver } from './note-saver';

type Content = Pick<NoteTemplate, 'name' | 'doc'>;

/**
 * Writes behind what is typed into a form; when the writing ends, what it changed becomes one step of
 * undo. `before` is the form as it was, `null` for a new one; `row` what the words are put into.
 */
export function useTemplateSaver(
  before: NoteTemplate | null,
  row: NoteTemplate,
): NoteSaver<Content> {
  const [saver] = useState(() => {
    const made = new NoteSaver<Content>({
      write: (content) => writeTemplate({ ...row, ...content }),
      onFailure: (error) => {
        if (error !== null) tell(error);
      },
    });
    made.loaded({ name: row.name, doc: row.doc });
    return made;
  });
  const [begun] = useState({ before, row });
  useEffect(() => {
    const forget = registerFlush(() => saver.flush());
    return () => {
      forget();
      const { latest } = saver;
      const close = async () => {
        await saver.flush();
        if (latest !== null) await closeTemplate(begun.before, { ...begun.row, ...latest });
      };
      close().catch(tell);
    };
  }, [saver, begun]);
  return saver;
}

function tell(error: unknown): void {
  showToast({ kind: 'error', text: t(`error.${errorCodeOf(error)}`) });
}
