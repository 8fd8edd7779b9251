import type { NoteTemplate } from '@domain/model-history';
import { registerFlush } from '@renderer/archive/flush';
import { closeTemplate, writeTemplate } from '@renderer/archive/note-templates';
import { t } from '@renderer/i18n';
import { showToast } from '@renderer/ui/toasts';
import { errorCodeOf } from '@shared/errors';
import { useEffect, useState } from 'react';
import { toStoredDoc } from './note-content';
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
    made.loaded(contentOf(row));
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
        if (latest === null) return;
        // The editor itself may have changed its document, which says the same still.
        const same = JSON.stringify(latest) === JSON.stringify(contentOf(begun.row));
        const after = same && begun.before !== null ? begun.before : { ...begun.row, ...latest };
        await closeTemplate(begun.before, after);
      };
      close().catch(tell);
    };
  }, [saver, begun]);
  return saver;
}

/** As the editor gives it back when nothing was changed. */
function contentOf({ name, doc }: NoteTemplate): Content {
  return { name, doc: toStoredDoc(doc) };
}

function tell(error: unknown): void {
  showToast({ kind: 'error', text: t(`error.${errorCodeOf(error)}`) });
}
