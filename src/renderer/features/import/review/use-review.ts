import type { ImportSettings } from '@domain/ingest/settings';
import type { MetadataField } from '@domain/model';
import type { ImportSession, SessionFile, SessionState } from '@renderer/archive/import-session';
import { useEffect, useMemo, useRef, useState } from 'react';
import { type Cursor, type LineAct, settingsAfter, withMetadata } from './corrections';
import { nextPlace, uncertainLines } from './places';
import type { ReadingIndex } from './reading-index';
import type { DuplicateChoice } from './types';
import { orderByUrgency, urgencyOf } from './urgency';
import { useReviewHistory } from './use-history';
import { useReading } from './use-reading';
import { useSessionState } from './use-session';

export interface Review {
  session: ImportSession;
  state: SessionState;
  /** Ids of all files, those that need a look first, as it was when the review began. */
  order: readonly number[];
  fileOf: (id: number) => SessionFile | undefined;
  /** The file that is being looked at. */
  file: SessionFile | null;
  index: ReadingIndex | null;
  isPending: boolean;
  cursor: Cursor;
  /** Lines of the file with something uncertain, in order. */
  places: readonly number[];
  canUndo: boolean;
  canRedo: boolean;
  open: (id: number) => void;
  moveTo: (cursor: Cursor) => void;
  /** To the next or previous uncertain place of the file, and on to the next file that has one. */
  goToPlace: (step: 1 | -1) => void;
  /** The settings that an act would lead to, `null` when it has no meaning here. */
  outcomeOf: (act: LineAct) => ImportSettings | null;
  act: (act: LineAct) => void;
  change: (settings: ImportSettings) => void;
  setField: (firstLine: number, field: MetadataField, value: string) => void;
  choose: (firstLine: number, choice: DuplicateChoice) => void;
  exclude: (id: number, excluded: boolean) => void;
  applyToAll: () => Promise<void>;
  undo: () => void;
  redo: () => void;
}

const START: Cursor = { line: 1, row: null };

/** Everything that the review screen knows and can do. */
export function useReview(session: ImportSession): Review {
  const state = useSessionState(session);
  const { files } = state;
  const order = useRef<readonly number[]>([]);
  if (order.current.length !== files.length) order.current = orderByUrgency(files);
  const byId = useMemo(() => new Map(files.map((file) => [file.id, file])), [files]);
  const reading = useReading(session, order.current[0] ?? null);
  const { fileId, index } = reading;
  const file = fileId === null ? null : (byId.get(fileId) ?? null);
  const history = useReviewHistory();
  const [cursor, setCursor] = useState<Cursor>(START);
  const places = useMemo(() => (index === null ? [] : uncertainLines(index)), [index]);
  // Keys may come faster than the answers: each builds on the settings that were asked for last.
  const asked = useRef(new Map<number, ImportSettings>());
  const settingsOf = (id: number) => asked.current.get(id) ?? byId.get(id)?.settings ?? {};

  // A file that was just opened shows what needs a look first.
  const shownId = useRef<number | null>(null);
  const fileShown = index === null ? null : fileId;
  useEffect(() => {
    if (fileShown === null || index === null || shownId.current === fileShown) return;
    shownId.current = fileShown;
    const line = places[0] ?? index.rows[0]?.firstLine ?? 1;
    setCursor({ line, row: null });
  }, [fileShown, index, places]);

  const apply = (id: number, settings: ImportSettings, at: Cursor) => {
    asked.current.set(id, settings);
    if (id !== fileId) reading.open(id);
    else setCursor({ line: at.line, row: null });
    void reading.change(id, settings);
  };
  const change = (settings: ImportSettings) => {
    if (fileId === null) return;
    const before = settingsOf(fileId);
    history.perform({
      redo: () => apply(fileId, settings, cursor),
      undo: () => apply(fileId, before, cursor),
    });
  };
  const outcomeOf = (act: LineAct) =>
    index === null || fileId === null
      ? null
      : settingsAfter(act, index, cursor, settingsOf(fileId));

  return {
    session,
    state,
    order: order.current,
    fileOf: (id) => byId.get(id),
    file,
    index,
    isPending: reading.isPending,
    cursor,
    places,
    canUndo: history.canUndo,
    canRedo: history.canRedo,
    open: reading.open,
    moveTo: setCursor,
    goToPlace(step) {
      const line = nextPlace(places, cursor.line, step);
      if (line !== null) return setCursor({ line, row: null });
      const here = order.current.indexOf(fileId ?? -1);
      const rest =
        step === 1 ? order.current.slice(here + 1) : order.current.slice(0, here).reverse();
      const next = rest.find((id) => isUncertain(byId.get(id)));
      if (next !== undefined) reading.open(next);
    },
    outcomeOf,
    act(act) {
      const settings = outcomeOf(act);
      if (settings !== null) change(settings);
    },
    change,
    setField: (firstLine, field, value) => {
      if (fileId !== null) change(withMetadata(settingsOf(fileId), firstLine, field, value));
    },
    choose(firstLine, choice) {
      if (file === null) return;
      const { id } = file;
      const before = file.choices.get(firstLine) ?? 'keep';
      history.perform({
        redo: () => session.choose(id, firstLine, choice),
        undo: () => session.choose(id, firstLine, before),
      });
    },
    exclude: (id, excluded) =>
      history.perform({
        redo: () => session.exclude(id, excluded),
        undo: () => session.exclude(id, !excluded),
      }),
    async applyToAll() {
      if (fileId === null) return;
      const before = files.map(({ id, settings }) => ({ id, settings }));
      const all = async () => {
        await session.applyToAll(fileId);
        asked.current.clear();
      };
      const back = async () => {
        asked.current.clear();
        const now = new Map(session.state().files.map((each) => [each.id, each.settings]));
        for (const { id, settings } of before) {
          if (now.get(id) !== settings) await session.change(id, settings);
        }
        reading.refresh();
      };
      await new Promise<void>((resolve) => {
        history.perform({ redo: () => void all().finally(resolve), undo: () => void back() });
      });
    },
    undo: history.undo,
    redo: history.redo,
  };
}

function isUncertain(file: SessionFile | undefined): boolean {
  return file !== undefined && !file.excluded && urgencyOf(file) === 'uncertain';
}
