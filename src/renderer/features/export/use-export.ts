import {
  type ExportOutcome,
  type ExportPlan,
  type ExportProgress,
  type ExportScope,
  type ExportTarget,
  findConflicts,
  planExport,
  runExport,
} from '@renderer/archive/export-markdown';
import { type ErrorCode, errorCodeOf } from '@shared/errors';
import type { Language, PickedFolder } from '@shared/ipc';
import { useEffect, useRef, useState } from 'react';

export type ExportStep =
  | { kind: 'choose' }
  | { kind: 'conflicts'; names: string[] }
  | { kind: 'running'; progress: ExportProgress }
  | { kind: 'done'; outcome: ExportOutcome };

interface Options {
  scope: ExportScope;
  language: Language;
  target: ExportTarget;
}

/** The folder chosen last in this window: whoever exports twice means the same place. */
let lastFolder: PickedFolder | null = null;

/** The way of an export: choose, perhaps decide about files that exist, write, and the outcome. */
export function useExport({ scope, language, target }: Options) {
  const [plan, setPlan] = useState<ExportPlan | null>(null);
  const [folder, setFolder] = useState(lastFolder);
  const [includeText, setIncludeText] = useState(true);
  const [step, setStep] = useState<ExportStep>({ kind: 'choose' });
  const [error, setError] = useState<ErrorCode | null>(null);
  const running = useRef<AbortController | null>(null);
  const fail = (reason: unknown) => setError(errorCodeOf(reason));

  useEffect(() => {
    let stale = false;
    planExport(scope, language).then(
      (made) => !stale && setPlan(made),
      (reason: unknown) => !stale && setError(errorCodeOf(reason)),
    );
    return () => {
      stale = true;
    };
  }, [scope, language]);

  useEffect(() => () => running.current?.abort(), []);

  const write = async (overwrite: boolean) => {
    if (plan === null || folder === null) return;
    const abort = new AbortController();
    running.current = abort;
    const total = plan.names.length;
    setStep({ kind: 'running', progress: { done: 0, total, current: '' } });
    try {
      const outcome = await runExport(plan, folder.handle, target, {
        includeText,
        language,
        overwrite,
        signal: abort.signal,
        onProgress: (progress) => setStep({ kind: 'running', progress }),
      });
      setStep({ kind: 'done', outcome });
    } catch (reason) {
      fail(reason);
      setStep({ kind: 'choose' });
    }
  };

  return {
    plan,
    folder,
    includeText,
    step,
    error,
    setIncludeText,
    chooseFolder: async (pick: () => Promise<PickedFolder | null>) => {
      setError(null);
      try {
        const picked = await pick();
        if (picked === null) return;
        lastFolder = picked;
        setFolder(picked);
      } catch (reason) {
        fail(reason);
      }
    },
    /** Writes, but asks first when there are files of these names. */
    begin: async () => {
      if (plan === null || folder === null) return;
      setError(null);
      try {
        const names = await findConflicts(plan, folder.handle, target);
        if (names.length > 0) setStep({ kind: 'conflicts', names });
        else await write(false);
      } catch (reason) {
        fail(reason);
      }
    },
    write,
    back: () => setStep({ kind: 'choose' }),
    cancel: () => running.current?.abort(),
  };
}
