import { useRef } from 'react';
import styles from './pane-resizer.module.css';

interface Props {
  label: string;
  /** Pixels. */
  value: number;
  min: number;
  max: number;
  /** Which pane it makes wider: the one before it or the one after it. */
  side: 'before' | 'after';
  onChange: (value: number) => void;
}

const STEP = 16;

/** The line between two panes, moved by pointer or by the arrow keys. */
export function PaneResizer({ label, value, min, max, side, onChange }: Props) {
  const start = useRef<{ x: number; value: number } | null>(null);
  const sign = side === 'before' ? 1 : -1;
  const set = (next: number) => onChange(Math.round(Math.min(max, Math.max(min, next))));
  return (
    // biome-ignore lint/a11y/useSemanticElements: an <hr> cannot take the focus and be moved
    <div
      aria-label={label}
      aria-orientation="vertical"
      aria-valuemax={max}
      aria-valuemin={min}
      aria-valuenow={value}
      className={styles.resizer}
      onKeyDown={(event) => {
        if (event.key === 'ArrowLeft') set(value - sign * STEP);
        else if (event.key === 'ArrowRight') set(value + sign * STEP);
        else return;
        event.preventDefault();
      }}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        start.current = { x: event.clientX, value };
      }}
      onPointerMove={(event) => {
        if (start.current === null) return;
        set(start.current.value + sign * (event.clientX - start.current.x));
      }}
      onPointerUp={() => {
        start.current = null;
      }}
      role="separator"
      tabIndex={0}
    />
  );
}
