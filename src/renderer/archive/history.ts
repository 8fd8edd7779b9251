import type { Journal, JournalTable, RowChange } from '@renderer/data/journal';
import { revert, writeJournaled } from '@renderer/data/write-journaled';
import { watched } from './long-change';

/** What a reversible write is called; `i18n` has a text for each. */
export type ChangeName =
  | 'highlight'
  | 'recolor'
  | 'resize'
  | 'split'
  | 'merge-annotations'
  | 'tag'
  | 'untag'
  | 'delete-annotations'
  | 'delete-articles'
  | 'edit-article'
  | 'correct-text'
  | 'restore-text'
  | 'place-annotation'
  | 'replace-article'
  | 're-import'
  | 'join-parts'
  | 'delete-note'
  | 'restore-note'
  | 'save-template'
  | 'delete-template'
  | 'create-tag'
  | 'edit-tag'
  | 'merge-tags'
  | 'delete-tag'
  | 'mark-example'
  | 'unmark-example'
  | 'move-tag'
  | 'split-tag'
  | 'retag'
  | 'auto-tag'
  | 'note-places'
  | 'save-search'
  | 'delete-search'
  | 'tag-articles'
  | 'untag-articles'
  | 'import-codebook';

export interface ChangeLabel {
  name: ChangeName;
  /** How many things it was about. */
  count: number;
}

interface Entry {
  label: ChangeLabel;
  changes: RowChange[];
}

export interface HistoryState {
  undo: ChangeLabel | null;
  redo: ChangeLabel | null;
  /** Counts up with every new reversible write, so that a toast can be shown for it. */
  serial: number;
}

/** What is counted of changes that may be of very many things and do not say how many rows they expect. */
const COUNTED: Partial<Record<ChangeName, JournalTable>> = {
  'delete-articles': 'articles',
  'delete-annotations': 'annotations',
};

const LIMIT = 100;
const done: Entry[] = [];
const undone: Entry[] = [];
const listeners = new Set<() => void>();
let state: HistoryState = { undo: null, redo: null, serial: 0 };

/** Undo and redo follow one another, never interleave. */
let queue: Promise<unknown> = Promise.resolve();

/**
 * Does a reversible write as one transaction and remembers it under its name.
 * A write that changed nothing is not remembered.
 */
export function commit<R>(label: ChangeLabel, work: (journal: Journal) => Promise<R>): Promise<R> {
  return inOrder(async () => {
    const counted = COUNTED[label.name];
    const { result, changes } = await watched(
      label,
      counted === undefined ? 0 : label.count,
      (table) => counted === undefined || table === counted,
      (watch) => writeJournaled(work, watch),
    );
    if (changes.length > 0) {
      done.push({ label, changes });
      if (done.length > LIMIT) done.shift();
      undone.length = 0;
      publish(1);
    }
    return result;
  });
}

/** Takes back the last reversible write. Answers what it was, or null when there is none. */
export function undo(): Promise<ChangeLabel | null> {
  return inOrder(() => step(done, undone));
}

/** Does again what was taken back last. */
export function redo(): Promise<ChangeLabel | null> {
  return inOrder(() => step(undone, done));
}

export function historyState(): HistoryState {
  return state;
}

export function onHistory(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Forgets everything, when the rows underneath were replaced. */
export function clearHistory(): void {
  done.length = 0;
  undone.length = 0;
  publish(0);
}

async function step(from: Entry[], to: Entry[]): Promise<ChangeLabel | null> {
  const entry = from.at(-1);
  if (entry === undefined) return null;
  // What reverting really changed is what the way back has to restore.
  const { label, changes: before } = entry;
  const changes = await watched(
    label,
    0,
    () => true,
    (watch) => revert(before, 'before', watch),
  );
  from.pop();
  to.push({ label: entry.label, changes });
  publish(0);
  return entry.label;
}

function publish(written: 0 | 1): void {
  state = {
    undo: done.at(-1)?.label ?? null,
    redo: undone.at(-1)?.label ?? null,
    serial: state.serial + written,
  };
  for (const listener of listeners) listener();
}

function inOrder<R>(work: () => Promise<R>): Promise<R> {
  const next = queue.then(work);
  queue = next.catch(() => undefined);
  return next;
}
