import { registerFlush } from '@renderer/archive/flush';
import { type NoteTarget, saveNote } from '@renderer/archive/notes';
import { t } from '@renderer/i18n';
import { showToast } from '@renderer/ui/toasts';
import { errorCodeOf } from '@shared/errors';
import { useCallback, useSyncExternalStore } from 'react';
import { NoteSaver } from './note-saver';

/** One for each note that was edited: two views of a note must not write past each other. */
const savers = new Map<string, NoteSaver>();
const failures = new Map<string, unknown>();
const watchers = new Map<string, Set<() => void>>();

/** The saver of a target's note, the same for whoever asks. */
export function noteSaverOf(target: NoteTarget): NoteSaver {
  const known = savers.get(target.id);
  if (known !== undefined) return known;
  const saver = new NoteSaver({
    write: (doc) => saveNote(target, doc),
    onFailure: (error) => tellFailure(target.id, error),
  });
  savers.set(target.id, saver);
  registerFlush(() => saver.flush());
  return saver;
}

/** Why a note could not be stored; `null` while all is well. */
export function useSaveFailure(targetId: string): unknown {
  const subscribe = useCallback(
    (listener: () => void) => {
      const listeners = watchers.get(targetId) ?? new Set();
      watchers.set(targetId, listeners.add(listener));
      return () => {
        listeners.delete(listener);
        if (listeners.size === 0) watchers.delete(targetId);
      };
    },
    [targetId],
  );
  return useSyncExternalStore(subscribe, () => failures.get(targetId) ?? null);
}

function tellFailure(targetId: string, error: unknown): void {
  const again = failures.has(targetId);
  if (error === null) failures.delete(targetId);
  else failures.set(targetId, error);
  const listeners = watchers.get(targetId);
  for (const listener of listeners ?? []) listener();
  // A note that is no longer on the screen cannot show it itself.
  if (error !== null && !again && listeners === undefined) {
    showToast({
      kind: 'error',
      text: t('notes.notSaved', { why: t(`error.${errorCodeOf(error)}`) }),
    });
  }
}
