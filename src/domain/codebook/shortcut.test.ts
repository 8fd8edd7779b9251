import { describe, expect, it } from 'vitest';
import { isReservedShortcut, isSameShortcut, tagShortcutOf } from './shortcut';

const press = (key: string, mods: Partial<Record<'ctrlKey' | 'altKey' | 'shiftKey', true>> = {}) =>
  tagShortcutOf({ key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...mods });

describe('the shortcut of a tag', () => {
  it('is a letter or a digit, alone or with others', () => {
    expect(press('q')).toBe('q');
    expect(press('Q', { shiftKey: true, altKey: true })).toBe('Alt+Shift+q');
    expect(press('7', { ctrlKey: true })).toBe('Mod+7');
    expect(press('Enter')).toBeNull();
    expect(press('Process')).toBeNull();
  });

  it('is none that is used', () => {
    expect(isReservedShortcut('h')).toBe(true);
    expect(isReservedShortcut('Mod+z')).toBe(true);
    expect(isReservedShortcut('q')).toBe(false);
    expect(isSameShortcut('Shift+Alt+Q', 'Alt+Shift+q')).toBe(true);
    expect(isSameShortcut(undefined, 'q')).toBe(false);
  });
});
