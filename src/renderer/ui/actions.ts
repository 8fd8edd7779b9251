import { createContext, useContext, useEffect, useRef, useSyncExternalStore } from 'react';
import { afterPaint } from './after-paint';
import { isEditable, matchesShortcut } from './shortcuts';

export type ActionGroup = 'file' | 'edit' | 'view' | 'article' | 'annotation' | 'go' | 'help';

/** Something the user can do. Menu, palette, buttons and shortcuts all read the same list. */
export interface Action {
  id: string;
  /** In the user's language. */
  label: string;
  group: ActionGroup;
  shortcut?: string;
  enabled?: boolean;
  /** For an action that switches something on and off. */
  checked?: boolean;
  /** The shortcut also works while a text is being edited. */
  whileTyping?: boolean;
  /** Not listed in menu and palette, only under its shortcut. */
  hidden?: boolean;
  run: () => unknown;
}

/** Whether the actions below it are there: of several panes that offer the same, only one's are. */
export const ActionsHere = createContext(true);

const owners = new Map<symbol, Action[]>();
const listeners = new Set<() => void>();
let all: Action[] = [];

let isTelling = false;

/** Keys reach what there is now at once; menus follow when what it came with is on the screen. */
function publish(): void {
  all = [...owners.values()].flat();
  if (isTelling) return;
  isTelling = true;
  void afterPaint().then(() => {
    isTelling = false;
    for (const listener of listeners) listener();
  });
}

/** Registers actions while the component is on the screen. */
export function useActions(actions: Action[]): void {
  const here = useContext(ActionsHere);
  const latest = useRef(actions);
  latest.current = actions;
  const owner = useRef(Symbol('actions'));
  // What the menus show decides when they are told; the functions are always the latest.
  const shown = JSON.stringify(actions.map(({ run, ...rest }) => rest));
  // biome-ignore lint/correctness/useExhaustiveDependencies: `shown` stands for the actions' look
  useEffect(() => {
    if (!here) return;
    const key = owner.current;
    owners.set(
      key,
      latest.current.map((action, index) => ({
        ...action,
        run: () => latest.current[index]?.run(),
      })),
    );
    publish();
    return () => {
      owners.delete(key);
      publish();
    };
  }, [shown, here]);
}

/** Every action that is registered now. */
export function useAllActions(): Action[] {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => all,
  );
}

/** Runs an action by its id; nothing happens when it is not there or not enabled. */
export function runAction(id: string): void {
  const action = all.find((candidate) => candidate.id === id);
  if (action !== undefined && action.enabled !== false) action.run();
}

/** Lets the keyboard run actions. Call once, at the root. */
export function useShortcuts(): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented) return;
      const typing = isEditable(event.target);
      // Later ones are nearer to what is on the screen.
      const action = all.findLast(
        ({ shortcut, enabled, whileTyping }) =>
          shortcut !== undefined &&
          enabled !== false &&
          (!typing || whileTyping === true) &&
          matchesShortcut(event, shortcut),
      );
      if (action === undefined || isInModal(event.target)) return;
      event.preventDefault();
      action.run();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
}

/** Dialogs and menus have their own keys. */
function isInModal(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('[role=dialog], [role=menu]') !== null;
}
