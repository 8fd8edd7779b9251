import styles from './shortcut-keys.module.css';
import { shortcutLabels } from './shortcuts';

/** The keys of a shortcut, drawn as keys. */
export function ShortcutKeys({ shortcut }: { shortcut: string }) {
  return (
    <span className={styles.keys}>
      {shortcutLabels(shortcut).map((label) => (
        <kbd className={styles.key} key={label}>
          {label}
        </kbd>
      ))}
    </span>
  );
}
