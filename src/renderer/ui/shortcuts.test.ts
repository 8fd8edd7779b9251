import { describe, expect, it } from 'vitest';
import { matchesShortcut, shortcutLabels, toAccelerator } from './shortcuts';

function press(key: string, held: Partial<KeyboardEvent> = {}): KeyboardEvent {
  const none = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false };
  return { ...none, isComposing: false, keyCode: 0, key, ...held } as KeyboardEvent;
}

describe('matchesShortcut', () => {
  it('wants exactly the keys that are written', () => {
    expect(matchesShortcut(press('k', { ctrlKey: true }), 'Mod+k')).toBe(true);
    expect(matchesShortcut(press('k'), 'Mod+k')).toBe(false);
    expect(matchesShortcut(press('K', { ctrlKey: true, shiftKey: true }), 'Mod+k')).toBe(false);
    expect(matchesShortcut(press('Z', { ctrlKey: true, shiftKey: true }), 'Mod+Shift+z')).toBe(
      true,
    );
    expect(matchesShortcut(press('h'), 'h')).toBe(true);
  });

  it('takes a sign for itself, whatever keys type it', () => {
    expect(matchesShortcut(press('?', { shiftKey: true }), '?')).toBe(true);
    expect(matchesShortcut(press(']'), ']')).toBe(true);
  });

  it('leaves an input method alone while it composes', () => {
    expect(matchesShortcut(press('h', { isComposing: true }), 'h')).toBe(false);
    expect(matchesShortcut(press('h', { keyCode: 229 }), 'h')).toBe(false);
  });
});

describe('shortcut names', () => {
  it('shows the keys and writes accelerators', () => {
    expect(shortcutLabels('Mod+Shift+f')).toEqual(['Ctrl', 'Shift', 'F']);
    expect(shortcutLabels('Alt+ArrowLeft')).toEqual(['Alt', '←']);
    expect(toAccelerator('Mod+Shift+f')).toBe('CommandOrControl+Shift+F');
    expect(toAccelerator('Alt+ArrowLeft')).toBe('Alt+Left');
  });
});
