import { createContext, type RefObject, useContext, useMemo, useState } from 'react';
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
  /** To be called before the text goes elsewhere without `reveal`, for the way back. */
  jump(): void;
  /** Tells the first character in view while there is a text; UTF-16 offset. */
  top: RefObject<(() => number) | null>;
}

const Context = createContext<ReaderState | null>(null);

/**
 * One text's state, to be handed to a `ReaderProvider` around the text and to one around its panel.
 * `onJump` is called before the text goes elsewhere by itself, with what `top` tells still true.
 */
export function useReaderState(top: ReaderState['top'], onJump: () => void): ReaderState {
  const [selectedId, select] = useState<string | null>(null);
  const [place, setPlace] = useState<Passage | null>(null);
  const [opening, open] = useState<Opening | null>(null);
  return useMemo(() => {
    const reveal = (next: Passage | null) => {
      if (next !== null) onJump();
      setPlace(next);
    };
    return { selectedId, select, place, reveal, opening, open, jump: onJump, top };
  }, [selectedId, place, opening, top, onJump]);
}

/** Wraps a reader or its panel. */
export const ReaderProvider = Context;

/** @throws Error outside of a `ReaderProvider`. */
export function useReader(): ReaderState {
  const state = useContext(Context);
  if (state === null) throw new Error('useReader needs a ReaderProvider around it');
  return state;
}
