import { type ReactNode, useId } from 'react';
import styles from './settings-page.module.css';

/** Settings that belong together, under their heading. */
export function SettingsSection({ title, children }: { title: string; children: ReactNode }) {
  const id = useId();
  return (
    <section aria-labelledby={id} className={styles.section}>
      <h2 className={styles.heading} id={id}>
        {title}
      </h2>
      <div className={styles.fields}>{children}</div>
    </section>
  );
}
