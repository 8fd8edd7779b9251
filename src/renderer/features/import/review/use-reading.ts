import type { ImportSettings } from '@domain/ingest/settings';
import type { ImportSession } from '@renderer/archive/import-session';
import { t } from '@renderer/i18n';
import { showToast } from '@renderer/ui/toasts';
import { errorCodeOf } from '@shared/errors';
import { useEffect, useMemo, useRef, useState } from 'react';
import { indexReading, type ReadingIndex } from './reading-index';
import type { FileReading } from './types';

export interface ReadingControl {
  fileId: number | null;
  /** `null` until the file was read. */
  index: ReadingIndex | null;
  /** The file is being read again with other settings; what is shown is the reading before. */
  isPending: boolean;
  open: (fileId: number) => void;
  /** Gives a file other settings; the last ones that were given win. False when that failed. */
  change: (fileId: number, settings: ImportSettings) => Promise<boolean>;
  /** Reads the open file again, after its settings were changed elsewhere. */
  refresh: () => void;
}

/** The file that is being looked at, as it is understood with its settings. */
export function useReading(session: ImportSession, firstId: number | null): ReadingControl {
  const [fileId, setFileId] = useState(firstId);
  const [version, setVersion] = useState(0);
  const [reading, setReading] = useState<{ id: number; value: FileReading } | null>(null);
  const [isPending, setPending] = useState(false);
  const openId = useRef(fileId);
  openId.current = fileId;
  // What was asked for last; an answer to anything before it comes too late.
  const ticket = useRef(0);

  // biome-ignore lint/correctness/useExhaustiveDependencies: `version` asks for it once more
  useEffect(() => {
    if (fileId === null) return;
    ticket.current += 1;
    const mine = ticket.current;
    session
      .read(fileId)
      .then((value) => mine === ticket.current && setReading({ id: fileId, value }))
      .catch(sayError);
  }, [session, fileId, version]);

  const index = useMemo(() => {
    return reading === null || reading.id !== fileId ? null : indexReading(reading.value);
  }, [reading, fileId]);

  const actions = useMemo(
    () => ({
      open: setFileId,
      refresh: () => setVersion((before) => before + 1),
      async change(id: number, settings: ImportSettings) {
        ticket.current += 1;
        const mine = ticket.current;
        setPending(true);
        let isDone = true;
        try {
          const value = await session.change(id, settings);
          if (mine === ticket.current && id === openId.current) setReading({ id, value });
        } catch (error) {
          isDone = false;
          sayError(error);
        }
        if (mine === ticket.current) setPending(false);
        return isDone;
      },
    }),
    [session],
  );
  return { ...actions, fileId, index, isPending };
}

function sayError(error: unknown): void {
  showToast({ kind: 'error', text: t(`error.${errorCodeOf(error)}`) });
}
