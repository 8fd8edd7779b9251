/**
 * A shortcut is written like `Mod+Shift+K`, `h` or `?`; `Mod` is Ctrl, on a Mac ⌘. A single
 * character stands for what the key types, whatever Shift did for it.
 */
const isMac = /Mac/.test(globalThis.navigator?.userAgent ?? '');

/** Whether a key press is this shortcut. Never while an input method is composing. */
export function matchesShortcut(event: KeyboardEvent, shortcut: string): boolean {
  if (event.isComposing || event.keyCode === 229) return false;
  const parts = shortcut.split('+');
  const key = parts.at(-1) === '' ? '+' : (parts.at(-1) ?? '');
  const mod = parts.includes('Mod');
  const pressedMod = isMac ? event.metaKey : event.ctrlKey;
  const otherMod = isMac ? event.ctrlKey : event.metaKey;
  if (mod !== pressedMod || otherMod || parts.includes('Alt') !== event.altKey) return false;
  // The key that deletes on a Mac calls itself Backspace.
  const pressed = isMac && event.key === 'Backspace' ? 'Delete' : event.key;
  const typed = pressed.toLowerCase() === key.toLowerCase();
  // `?` and its like need Shift on most keyboards, so Shift is part of the character.
  const characterItself = key.length === 1 && !/[a-z0-9]/i.test(key);
  return typed && (characterItself || parts.includes('Shift') === event.shiftKey);
}

/** The keys of a shortcut as the user knows them. */
export function shortcutLabels(shortcut: string): string[] {
  const names: Record<string, string> = isMac
    ? { Mod: '⌘', Shift: '⇧', Alt: '⌥', Delete: '⌫' }
    : { Mod: 'Ctrl', Delete: 'Del', ArrowUp: '↑', ArrowDown: '↓', ArrowLeft: '←', ArrowRight: '→' };
  return shortcut
    .split('+')
    .map((part) => names[part] ?? (part.length === 1 ? part.toUpperCase() : part));
}

/** A shortcut as Electron's menus write it. */
export function toAccelerator(shortcut: string): string {
  return shortcut
    .replace('Mod', 'CommandOrControl')
    .replace(/Arrow(Up|Down|Left|Right)/, '$1')
    .replace(/\+([a-z])$/, (_, letter: string) => `+${letter.toUpperCase()}`);
}

/** Whether keys typed here belong to a text that is being edited. */
export function isEditable(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  // They take no text, and undo is not theirs.
  if (target instanceof HTMLInputElement && /^(?:radio|checkbox|button)$/.test(target.type)) {
    return false;
  }
  return target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName);
}
