import type { ImportSettings } from '@domain/ingest/settings';
import type { MetadataField } from '@domain/model';
import type { ImportSession, SessionFile, SessionState } from '@renderer/archive/import-session';
import { type RefObject, useEffect, useMemo, useRef, useState } from 'react';
import { articleAt } from './article-at';
import { type Cursor, type LineAct, settingsAfter, withMetadata } from './corrections';
import { joinsOf, type OwnJoin } from './joins-of';
import { nextPlace, uncertainLines } from './places';
import type { ReadingIndex } from './reading-index';
import type { DuplicateChoice } from './types';
import { orderByUrgency, urgencyOf } from './urgency';
import { useReviewHistory } from './use-history';
import { useReading } from './use-reading';
import { useSessionState } from './use-session';

/** What can be done; the same functions as long as the screen is there. */
export interface ReviewCommands {
  open: (id: number) => void;
  moveTo: (cursor: Cursor) => void;
  /** To the next or previous uncertain place of the file, and on to the next file that has one. */
  goToPlace: (step: 1 | -1) => void;
  act: (act: LineAct) => void;
  change: (update: (settings: ImportSettings) => ImportSettings) => void;
  setField: (firstLine: number, field: MetadataField, value: string) => void;
  choose: (firstLine: number, choice: DuplicateChoice) => void;
  exclude: (id: number, excluded: boolean) => void;
  setApart: (key: string, apart: boolean) => void;
  /** Gives the other files what is chosen for this one as a whole. */
  applyToAll: () => Promise<void>;
  undo: () => void;
  redo: () => void;
}

export interface Review {
  state: SessionState;
  /** Ids of all files, those that need a look first, as it was when the review began. */
  order: readonly number[];
  /** The file that is being looked at. */
  file: SessionFile | null;
  /** Its settings as they were asked for last. */
  settings: ImportSettings;
  index: ReadingIndex | null;
  isPending: boolean;
  cursor: Cursor;
  /** Lines of the file with something uncertain, in order. */
  places: readonly number[];
  /** What of the article at the cursor goes on in other files. */
  joins: readonly OwnJoin[];
  canUndo: boolean;
  canRedo: boolean;
  /** The settings that an act would lead to, `null` when it has no meaning here. */
  outcomeOf: (act: LineAct) => ImportSettings | null;
  commands: ReviewCommands;
}

const NO_SETTINGS: ImportSettings = {};
const START: Cursor = { line: 1, row: null };

/** Everything that the review screen knows and can do. */
export function useReview(session: ImportSession): Review {
  const state = useSessionState(session);
  const { files } = state;
  const order = useRef<readonly number[]>([]);
  if (order.current.length !== files.length) order.current = orderByUrgency(files);
  const byId = useMemo(() => new Map(files.map((file) => [file.id, file])), [files]);
  // Of what failed there is little to see: the first that can be read is shown.
  const first = order.current.find((id) => byId.get(id)?.status === 'ready') ?? order.current[0];
  const reading = useReading(session, first ?? null);
  const { fileId, index } = reading;
  const file = fileId === null ? null : (byId.get(fileId) ?? null);
  const history = useReviewHistory();
  const [cursor, setCursor] = useState<Cursor>(START);
  const places = useMemo(() => (index === null ? [] : uncertainLines(index)), [index]);
  const article = index === null ? undefined : index.reading.full[articleAt(index, cursor)];
  const joins = useMemo(
    () => joinsOf(state.joins, fileId, article?.firstLine),
    [state.joins, fileId, article],
  );
  // Keys may come faster than the answers: each builds on the settings that were asked for last.
  const asked = useRef(new Map<number, ImportSettings>());
  const settingsOf = (id: number) => asked.current.get(id) ?? byId.get(id)?.settings ?? NO_SETTINGS;

  // A file that was just opened shows what needs a look first.
  const shownId = useRef<number | null>(null);
  const fileShown = index === null ? null : fileId;
  useEffect(() => {
    if (fileShown === null || index === null || shownId.current === fileShown) return;
    shownId.current = fileShown;
    const line = places[0] ?? index.rows[0]?.firstLine ?? 1;
    setCursor({ line, row: null });
  }, [fileShown, index, places]);

  const apply = async (id: number, settings: ImportSettings, at: Cursor) => {
    asked.current.set(id, settings);
    if (id !== fileId) reading.open(id);
    else setCursor({ line: at.line, row: null });
    const isDone = await reading.change(id, settings);
    if (!isDone) asked.current.delete(id);
  };
  const change = (update: (settings: ImportSettings) => ImportSettings) => {
    if (fileId === null) return;
    const before = settingsOf(fileId);
    const settings = update(before);
    history.perform({
      redo: () => void apply(fileId, settings, cursor),
      undo: () => void apply(fileId, before, cursor),
    });
  };
  const outcomeOf = (act: LineAct) =>
    index === null || fileId === null
      ? null
      : settingsAfter(act, index, cursor, settingsOf(fileId));

  const latest = useRef<ReviewCommands>(null);
  latest.current = {
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
    act(act) {
      const settings = outcomeOf(act);
      if (settings !== null) change(() => settings);
    },
    change,
    setField: (firstLine, field, value) =>
      change((settings) => withMetadata(settings, firstLine, field, value)),
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
    setApart: (key, apart) =>
      history.perform({
        redo: () => session.setApart(key, apart),
        undo: () => session.setApart(key, !apart),
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
  return {
    state,
    order: order.current,
    file,
    settings: fileId === null ? NO_SETTINGS : settingsOf(fileId),
    index,
    isPending: reading.isPending,
    cursor,
    places,
    joins,
    canUndo: history.canUndo,
    canRedo: history.canRedo,
    outcomeOf,
    commands: useStableCommands(latest),
  };
}

/** The same functions for as long as the screen is there, so that its parts need not be drawn anew. */
function useStableCommands(latest: RefObject<ReviewCommands | null>): ReviewCommands {
  return useMemo(
    () => ({
      open: (id) => latest.current?.open(id),
      moveTo: (cursor) => latest.current?.moveTo(cursor),
      goToPlace: (step) => latest.current?.goToPlace(step),
      act: (act) => latest.current?.act(act),
      change: (update) => latest.current?.change(update),
      setField: (firstLine, field, value) => latest.current?.setField(firstLine, field, value),
      choose: (firstLine, choice) => latest.current?.choose(firstLine, choice),
      exclude: (id, excluded) => latest.current?.exclude(id, excluded),
      setApart: (key, apart) => latest.current?.setApart(key, apart),
      applyToAll: async () => latest.current?.applyToAll(),
      undo: () => latest.current?.undo(),
      redo: () => latest.current?.redo(),
    }),
    [latest],
  );
}

function isUncertain(file: SessionFile | undefined): boolean {
  return file !== undefined && !file.excluded && urgencyOf(file) === 'uncertain';
}
