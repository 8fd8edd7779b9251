import type { ImportSession, SessionState } from '@renderer/archive/import-session';
import { useCallback, useSyncExternalStore } from 'react';

/** A session's state, followed. */
export function useSessionState(session: ImportSession): SessionState {
  const subscribe = useCallback((listener: () => void) => session.subscribe(listener), [session]);
  return useSyncExternalStore(subscribe, () => session.state());
}
