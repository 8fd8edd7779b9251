/** What a key does in a field with a list under it. */
export type PickerCommand =
  | { type: 'move'; index: number }
  | { type: 'choose' }
  | { type: 'close' }
  | null;

interface Key {
  key: string;
  isComposing: boolean;
  keyCode: number;
}

const PAGE = 8;

/**
 * What a key does. The keys of an input method, such as the Enter that takes a candidate or the
 * arrows that go through them, do nothing; Chromium reports them as composing, or by the code 229.
 *
 * @param active the row that is marked, of `count`
 */
export function pickerCommand(event: Key, active: number, count: number): PickerCommand {
  if (event.isComposing || event.keyCode === 229) return null;
  const move = (index: number): PickerCommand => (count === 0 ? null : { type: 'move', index });
  switch (event.key) {
    case 'ArrowDown':
      return move((active + 1) % count);
    case 'ArrowUp':
      return move((active - 1 + count) % count);
    case 'PageDown':
      return move(Math.min(count - 1, active + PAGE));
    case 'PageUp':
      return move(Math.max(0, active - PAGE));
    case 'Enter':
      return { type: 'choose' };
    case 'Escape':
      return { type: 'close' };
    default:
      return null;
  }
}
