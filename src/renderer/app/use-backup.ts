import { type AutoBackup, backUp, startAutoBackup } from '@renderer/archive/backup';
import { flushAll } from '@renderer/archive/flush';
import { bridge } from '@renderer/bridge';
import { showToast } from '@renderer/ui/toasts';
import type { BackupInfo } from '@shared/ipc';
import { useCallback, useEffect, useState } from 'react';
import { errorText } from './error-text';
import type { BackupState } from './status-bar';

/** Backs up by itself, and lets a closing window first store what is still held. */
export function useBackup() {
  const [state, setState] = useState<BackupState>({ kind: 'none' });
  const [backups, setBackups] = useState<BackupInfo[]>([]);

  const refresh = useCallback(async () => {
    const list = await bridge.listBackups();
    setBackups(list);
    const newest = list[0];
    if (newest !== undefined) setState({ kind: 'done', time: newest.time });
  }, []);

  const fail = useCallback((error: unknown) => {
    setState({ kind: 'failed' });
    showToast({ kind: 'error', text: errorText(error) });
  }, []);

  useEffect(() => {
    void refresh();
    const auto: AutoBackup = startAutoBackup(bridge, () => void refresh(), fail);
    const stopListening = bridge.onFlush(async () => {
      await flushAll();
      await bridge.saved();
      await auto.flush();
      await bridge.flushed();
    });
    return () => {
      auto.stop();
      stopListening();
    };
  }, [refresh, fail]);

  const backUpNow = useCallback(async () => {
    try {
      await flushAll();
      await backUp(bridge);
      await refresh();
    } catch (error) {
      fail(error);
    }
  }, [refresh, fail]);

  return { state, backups, backUpNow };
}
