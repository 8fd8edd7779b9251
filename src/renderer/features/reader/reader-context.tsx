import { createContext, type ReactNode, useContext, useMemo, useState } from 'react';
import type { Passage } from './text-offsets';

/** What is to be opened on an annotation's card in the panel. */
export interface Opening {
  annotationId: string;
  what: 'tags' | 'note';
}

/** What the text and the panel beside it have in common. */
export interface ReaderState {
  /** Stays when the annotation goes, so that undoing its deletion selects it again. */
  selectedId: string | null;
  select(id: string | null): void;
  /** A place that the text has yet to scroll to. */
  place: Passage | null;
  /** Asks the text to scroll to a place; `null` when it has. */
  reveal(place: Passage | null): void;
  /** What the panel has yet to open. */
  opening: Opening | null;
  /** Asks the panel to open something; `null` when it has. */
  open(opening: Opening | null): void;
}

const Context = createContext<ReaderState | null>(null);

/** Wraps the reader and its panel, which may be anywhere inside. */
export function ReaderProvider({ children }: { children: ReactNode }) {
  const [selectedId, select] = useState<string | null>(null);
  const [place, reveal] = useState<Passage | null>(null);
  const [opening, open] = useState<Opening | null>(null);
  const state = useMemo(
    () => ({ selectedId, select, place, reveal, opening, open }),
    [selectedId, place, opening],
  );
  return <Context value={state}>{children}</Context>;
}

/** @throws Error outside of a `ReaderProvider`. */
export function useReader(): ReaderState {
  const state = useContext(Context);
  if (state === null) throw new Error('useReader needs a ReaderProvider around it');
  return state;
}
