interface Held {
  text: string;
  stop: () => void;
}

let held: Held | null = null;

/**
 * Keeps what is typed until a field that was asked for is there, instead of taking it for commands:
 * between a key that opens a field and the field itself lie a write and a drawing. Escape, a click or
 * another field ends it.
 *
 * @returns how to say that no field will come
 */
export function holdKeys(): () => void {
  held?.stop();
  const keep = (event: KeyboardEvent) => {
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Escape') return mine.stop();
    const next = typed(mine.text, event.key);
    if (next === null) return;
    mine.text = next;
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  const leave = ({ target }: Event) => {
    // Not at once: it may be the field that was asked for, and about to take them.
    if (isField(target)) queueMicrotask(mine.stop);
  };
  const mine: Held = {
    text: '',
    stop() {
      window.removeEventListener('keydown', keep, true);
      window.removeEventListener('pointerdown', mine.stop, true);
      window.removeEventListener('focusin', leave);
      if (held === mine) held = null;
    },
  };
  window.addEventListener('keydown', keep, true);
  window.addEventListener('pointerdown', mine.stop, true);
  window.addEventListener('focusin', leave);
  held = mine;
  return mine.stop;
}

/** What was typed ahead, for the field that takes the focus now. */
export function takeKeys(): string {
  const text = held?.text ?? '';
  held?.stop();
  return text;
}

/** The text after a key; null when the key means nothing in a text. */
export function typed(text: string, key: string): string | null {
  if (key === 'Enter') return `${text}\n`;
  if (key === 'Backspace') return [...text].slice(0, -1).join('');
  return [...key].length === 1 ? text + key : null;
}

function isField(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || target.matches('input, textarea, select');
}
