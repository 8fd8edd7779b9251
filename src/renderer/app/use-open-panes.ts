import { type OpenPanes, readOpenPanes, saveOpenPanes } from '@renderer/archive/open-panes';
import { useEffect, useState } from 'react';
import { type Location, shownBeside } from './navigation';

/** What lay side by side when the window was closed; `undefined` while it is read. */
export function useLeftPanes(): OpenPanes | null | undefined {
  const [left, setLeft] = useState<OpenPanes | null>();
  useEffect(() => {
    // Whatever is wrong with it, the articles can be opened again by hand.
    readOpenPanes().then(setLeft, () => setLeft(null));
  }, []);
  return left;
}

/** Remembers what lies side by side for the next start. */
export function useRememberedPanes(location: Location, left: OpenPanes | null): void {
  const second = shownBeside(location);
  const first = location.page.kind === 'article' && second !== null ? location.page.id : null;
  const { active } = location;
  const [known, setKnown] = useState(left === null ? '' : keyOf(left));
  useEffect(() => {
    const panes = first === null || second === null ? null : { first, second, active };
    const key = panes === null ? '' : keyOf(panes);
    if (key === known) return;
    setKnown(key);
    saveOpenPanes(panes).catch(() => undefined);
  }, [first, second, active, known]);
}

/** Where the user is then. */
export function locationOf({ first, second, active }: OpenPanes): Partial<Location> {
  return { page: { kind: 'article', id: first }, beside: second, active };
}

function keyOf({ first, second, active }: OpenPanes): string {
  return `${first} ${second} ${active}`;
}
