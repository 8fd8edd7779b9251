import { useMemo, useRef, useState } from 'react';

/** Something done in the review, with its ways back and forth again. */
export interface Step {
  redo: () => unknown;
  undo: () => unknown;
}

export interface ReviewHistory {
  canUndo: boolean;
  canRedo: boolean;
  /** Does the step and remembers it. */
  perform: (step: Step) => void;
  undo: () => void;
  redo: () => void;
}

/** What was done in this review; nothing of it is in the archive yet, so it has its own undo. */
export function useReviewHistory(): ReviewHistory {
  const steps = useRef<{ past: Step[]; future: Step[] }>({ past: [], future: [] });
  const [, setVersion] = useState(0);
  const actions = useMemo(() => {
    const shown = () => setVersion((version) => version + 1);
    return {
      perform(step: Step) {
        steps.current = { past: [...steps.current.past, step], future: [] };
        shown();
        step.redo();
      },
      undo() {
        const { past, future } = steps.current;
        const step = past.at(-1);
        if (step === undefined) return;
        steps.current = { past: past.slice(0, -1), future: [step, ...future] };
        shown();
        step.undo();
      },
      redo() {
        const [step, ...future] = steps.current.future;
        if (step === undefined) return;
        steps.current = { past: [...steps.current.past, step], future };
        shown();
        step.redo();
      },
    };
  }, []);
  const { past, future } = steps.current;
  return { ...actions, canUndo: past.length > 0, canRedo: future.length > 0 };
}
