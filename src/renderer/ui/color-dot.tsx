import type { ReactNode } from 'react';
import styles from './color-dot.module.css';

/** Each hue has a shape of its own, so that they are told apart without seeing colours. */
const shapes = {
  yellow: <circle cx="5" cy="5" r="4" />,
  red: <path d="M1.5 1.5h7v7h-7z" />,
  green: <path d="M5 1l4.5 8h-9z" />,
  blue: <path d="M5 .2L9.8 5L5 9.8L.2 5z" />,
  purple: <path d="M5 .6l4.4 3.2l-1.7 5.2H2.3L.6 3.8z" />,
} satisfies Record<string, ReactNode>;

/** A highlight colour as a small sign. Decoration only: what it belongs to carries the name. */
export function ColorDot({ color }: { color: keyof typeof shapes }) {
  return (
    <svg aria-hidden="true" className={styles.dot} data-color={color} viewBox="0 0 10 10">
      {shapes[color]}
    </svg>
  );
}
