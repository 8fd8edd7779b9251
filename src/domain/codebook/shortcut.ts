/** Keys that the reader and the window use themselves, whatever is on the screen. */
const RESERVED = new Set([
  ...[
    'h',
    't',
    'n',
    'c',
    'v',
    'j',
    'k',
    'p',
    'm',
    'e',
    's',
    'o',
    'g',
    'u',
    'x',
    'b',
    'l',
    'f',
    'r',
    'w',
    'd',
  ],
  ...['1', '2', '3', '4', '5', '[', ']', '?', '+', '-', '=', '/'],
  ...['Mod+1', 'Mod+2', 'Mod+3', 'Mod+4', 'Mod+a', 'Mod+c', 'Mod+e', 'Mod+f', 'Mod+k', 'Mod+n'],
  ...['Mod+o', 'Mod+p', 'Mod+q', 'Mod+r', 'Mod+s', 'Mod+v', 'Mod+w', 'Mod+x', 'Mod+z', 'Mod+0'],
  ...['Mod+m', 'Mod+h', 'Mod+g', 'Mod+d', 'Mod+b', 'Mod+i', 'Mod+u', 'Mod+y'],
]);

interface Pressed {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  shiftKey: boolean;
}

/**
 * A key press as the shortcut of a tag: one letter or digit, alone or with Ctrl (`Mod`), Alt and Shift
 * in this order. `null` for every other key.
 */
export function tagShortcutOf({ key, ctrlKey, metaKey, altKey, shiftKey }: Pressed): string | null {
  if (!/^[a-z0-9]$/i.test(key)) return null;
  const parts = [
    ...(ctrlKey || metaKey ? ['Mod'] : []),
    ...(altKey ? ['Alt'] : []),
    ...(shiftKey ? ['Shift'] : []),
  ];
  return [...parts, key.toLowerCase()].join('+');
}

/** Whether the program uses a shortcut by its nature, whatever is on the screen. */
export function isReservedShortcut(shortcut: string): boolean {
  return [...RESERVED].some((one) => isSameShortcut(one, shortcut));
}

/** Modifiers in any order and letters of any case are the same shortcut. */
export function isSameShortcut(a: string | undefined, b: string): boolean {
  return a !== undefined && formOf(a) === formOf(b);
}

function formOf(shortcut: string): string {
  return shortcut.toLowerCase().split('+').sort().join('+');
}
