import type { ImportSource } from '@renderer/archive/import-files';
import {
  type ImportSession,
  type StartOptions,
  startImport,
} from '@renderer/archive/import-session';
import type { PathProblem } from '@shared/ipc';
import { createContext, type ReactNode, useContext, useMemo, useRef, useState } from 'react';

interface ImportControl {
  /** The import that is going on, from the reading of its files to its report. */
  session: ImportSession | null;
  /** Imports; what is given while an import goes on is begun after it. */
  start: (
    sources: ImportSource[],
    problems: PathProblem[],
    options?: Pick<StartOptions, 'reviewed' | 'others'>,
  ) => void;
  /** Takes up a session that was begun elsewhere, such as a file that is read again. */
  review: (session: ImportSession) => void;
  /** The session is over and its report was seen. */
  close: () => void;
}

const ImportContext = createContext<ImportControl | null>(null);

/** The one import that goes on in this window, whoever started it. */
export function ImportProvider({ children }: { children: ReactNode }) {
  const [session, setSession] = useState<ImportSession | null>(null);
  const waiting = useRef<(() => ImportSession)[]>([]);
  const isBusy = useRef(false);

  const control = useMemo(() => {
    const next = () => {
      const begin = waiting.current.shift();
      isBusy.current = begin !== undefined;
      setSession(begin?.() ?? null);
    };
    const take = (begin: () => ImportSession) => {
      waiting.current.push(begin);
      if (!isBusy.current) next();
    };
    return {
      review: (session: ImportSession) => take(() => session),
      start(
        sources: ImportSource[],
        problems: PathProblem[],
        options: Pick<StartOptions, 'reviewed' | 'others'> = {},
      ) {
        if (sources.length === 0 && problems.length === 0) return;
        take(() => startImport(sources, problems, options));
      },
      close: next,
    };
  }, []);

  const value = useMemo(() => ({ ...control, session }), [control, session]);
  return <ImportContext value={value}>{children}</ImportContext>;
}

export function useImport(): ImportControl {
  const control = useContext(ImportContext);
  if (control === null) throw new Error('useImport needs an ImportProvider around it');
  return control;
}
