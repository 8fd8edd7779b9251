import {
  failedOutcome,
  type ImportLine,
  type ImportProgress,
  type ImportSource,
  importFiles,
} from '@renderer/archive/import-files';
import { t } from '@renderer/i18n';
import { showToast } from '@renderer/ui/toasts';
import { errorCodeOf } from '@shared/errors';
import type { PathProblem } from '@shared/ipc';
import { createContext, type ReactNode, useContext, useMemo, useRef, useState } from 'react';

export type ImportState =
  | { phase: 'idle' }
  | { phase: 'running'; progress: ImportProgress }
  | { phase: 'done'; lines: ImportLine[]; cancelled: boolean };

interface ImportControl {
  state: ImportState;
  /** Imports; what is given while an import runs is done after it, in the same report. */
  start: (sources: ImportSource[], problems: PathProblem[]) => void;
  cancel: () => void;
  /** Puts the report away. */
  close: () => void;
}

const ImportContext = createContext<ImportControl | null>(null);

/** The one import that runs in this window, whoever started it. */
export function ImportProvider({ children }: { children: ReactNode }) {
  const [state, setState] = useState<ImportState>({ phase: 'idle' });
  const waiting = useRef<ImportSource[][]>([]);
  const refused = useRef<ImportLine[]>([]);
  const running = useRef<AbortController | null>(null);

  const control = useMemo(() => {
    const run = async () => {
      const abort = new AbortController();
      running.current = abort;
      const lines: ImportLine[] = [];
      let cancelled = false;
      try {
        for (let next = waiting.current.shift(); next && !cancelled; ) {
          const report = await importFiles(next, {
            signal: abort.signal,
            onProgress: (progress) => setState({ phase: 'running', progress }),
          });
          lines.push(...report.lines);
          cancelled = report.cancelled;
          next = waiting.current.shift();
        }
      } catch (error) {
        showToast({ kind: 'error', text: t(`error.${errorCodeOf(error)}`) });
      }
      running.current = null;
      const all = [...refused.current, ...lines];
      waiting.current = [];
      refused.current = [];
      setState(all.length > 0 ? { phase: 'done', lines: all, cancelled } : { phase: 'idle' });
    };

    return {
      start: (sources: ImportSource[], problems: PathProblem[]) => {
        if (sources.length === 0 && problems.length === 0) return;
        refused.current.push(
          ...problems.map(({ path, code }) => ({ file: path, ...failedOutcome(code) })),
        );
        waiting.current.push(sources);
        if (running.current === null) void run();
      },
      cancel: () => running.current?.abort(),
      close: () => setState({ phase: 'idle' }),
    };
  }, []);

  const value = useMemo(() => ({ ...control, state }), [control, state]);
  return <ImportContext value={value}>{children}</ImportContext>;
}

export function useImport(): ImportControl {
  const control = useContext(ImportContext);
  if (control === null) throw new Error('useImport needs an ImportProvider around it');
  return control;
}
