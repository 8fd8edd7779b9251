import { storeImage } from '@renderer/archive/images';
import { t } from '@renderer/i18n';
import { showToast } from '@renderer/ui/toasts';
import { errorCodeOf } from '@shared/errors';
import type { EditorView } from '@tiptap/pm/view';

/**
 * Puts pasted or dropped pictures into a note. Answers whether there were any; `at` is where they were
 * dropped, in window coordinates.
 */
export function takePictures(
  view: EditorView,
  data: DataTransfer | null,
  at: { left: number; top: number } | null,
): boolean {
  const files = [...(data?.files ?? [])].filter((file) => file.type.startsWith('image/'));
  // Words copied from a word processor come with a picture of themselves.
  if (files.length === 0 || (at === null && data?.getData('text/plain'))) return false;
  const pos = at === null ? null : (view.posAtCoords(at)?.pos ?? null);
  void putIn(view, files, pos);
  return true;
}

async function putIn(view: EditorView, files: File[], pos: number | null): Promise<void> {
  for (const file of files) {
    try {
      const { id } = await storeImage(file);
      const node = view.state.schema.nodes.image?.create({ id, alt: '' });
      if (view.isDestroyed || node === undefined) return;
      const { tr } = view.state;
      view.dispatch(pos === null ? tr.replaceSelectionWith(node) : tr.insert(pos, node));
    } catch (error) {
      showToast({ kind: 'error', text: t(`error.${errorCodeOf(error)}`) });
    }
  }
}
