import type { ReactNode } from 'react';
import styles from './empty-state.module.css';

/** What a screen shows when it has nothing: one sentence, and what to do about it. */
export function EmptyState({ text, children }: { text: string; children?: ReactNode }) {
  return (
    <div className={styles.empty}>
      <p>{text}</p>
      {children}
    </div>
  );
}
