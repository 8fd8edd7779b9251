import { describe, expect, it } from 'vitest';
import { pickerCommand } from './picker-keys';

const key = (name: string) => ({ key: name, isComposing: false, keyCode: 0 });

describe('pickerCommand', () => {
  it('leaves every key to an input method that is composing', () => {
    for (const name of ['Enter', 'Escape', 'ArrowDown', 'ArrowUp', 'PageDown']) {
      expect(pickerCommand({ ...key(name), isComposing: true }, 0, 3)).toBeNull();
      expect(pickerCommand({ ...key(name), keyCode: 229 }, 0, 3)).toBeNull();
    }
  });

  it('goes round at the ends', () => {
    expect(pickerCommand(key('ArrowDown'), 2, 3)).toEqual({ type: 'move', index: 0 });
    expect(pickerCommand(key('ArrowUp'), 0, 3)).toEqual({ type: 'move', index: 2 });
  });

  it('stops at the ends page by page', () => {
    expect(pickerCommand(key('PageDown'), 1, 30)).toEqual({ type: 'move', index: 9 });
    expect(pickerCommand(key('PageDown'), 1, 3)).toEqual({ type: 'move', index: 2 });
    expect(pickerCommand(key('PageUp'), 1, 3)).toEqual({ type: 'move', index: 0 });
  });

  it('chooses and closes', () => {
    expect(pickerCommand(key('Enter'), 0, 3)).toEqual({ type: 'choose' });
    expect(pickerCommand(key('Escape'), 0, 3)).toEqual({ type: 'close' });
  });

  it('does not move in an empty list, nor on other keys', () => {
    expect(pickerCommand(key('ArrowDown'), 0, 0)).toBeNull();
    expect(pickerCommand(key('a'), 0, 3)).toBeNull();
  });
});
