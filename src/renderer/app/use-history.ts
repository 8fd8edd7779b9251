import { type ChangeLabel, historyState, onHistory, redo, undo } from '@renderer/archive/history';
import { type Translate, useT } from '@renderer/i18n';
import { useActions } from '@renderer/ui/actions';
import { dismissUndoToasts, showToast } from '@renderer/ui/toasts';
import { useEffect, useRef, useSyncExternalStore } from 'react';
import { errorText } from './error-text';

/** Changes that take something away are told with their undo; the others are plain to see. */
const TOLD = new Set([
  'correct-text',
  'restore-text',
  'delete-annotations',
  'delete-articles',
  'delete-note',
  'restore-note',
  'delete-template',
  'delete-tag',
  'merge-tags',
  're-import',
  'replace-article',
  'retag',
  'auto-tag',
  'note-places',
  'delete-search',
  'split-tag',
  'import-codebook',
]);

function changeName({ name, count }: ChangeLabel, t: Translate): string {
  return t(`change.${name}`, { count });
}

/** Undo and redo: their actions, and a toast after what was deleted. */
export function useHistory(): void {
  const t = useT();
  const state = useSyncExternalStore(onHistory, historyState);
  const told = useRef(state.serial);

  const move = async (step: typeof undo, done: 'app.done.undone' | 'app.done.redone') => {
    try {
      const label = await step();
      dismissUndoToasts();
      if (label !== null)
        showToast({ kind: 'done', text: t(done, { name: changeName(label, t) }) });
    } catch (error) {
      showToast({ kind: 'error', text: errorText(error) });
    }
  };

  useEffect(() => {
    if (state.serial === told.current) return;
    told.current = state.serial;
    if (state.undo === null || !TOLD.has(state.undo.name)) return;
    const action = { label: t('app.undo'), run: () => move(undo, 'app.done.undone') };
    showToast({
      kind: 'done',
      text: t('app.done.did', { name: changeName(state.undo, t) }),
      action,
    });
  });

  useActions([
    {
      id: 'edit.undo',
      label:
        state.undo === null
          ? t('app.undo')
          : t('app.undo.named', { name: changeName(state.undo, t) }),
      group: 'edit',
      shortcut: 'Mod+z',
      enabled: state.undo !== null,
      run: () => move(undo, 'app.done.undone'),
    },
    {
      id: 'edit.redo',
      label:
        state.redo === null
          ? t('app.redo')
          : t('app.redo.named', { name: changeName(state.redo, t) }),
      group: 'edit',
      shortcut: 'Mod+Shift+z',
      enabled: state.redo !== null,
      run: () => move(redo, 'app.done.redone'),
    },
  ]);
}
