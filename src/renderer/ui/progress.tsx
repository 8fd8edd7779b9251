import { ProgressBar } from 'react-aria-components';
import styles from './progress.module.css';

interface Props {
  label: string;
  value: number;
  max: number;
  /** How far it is, in words. */
  text: string;
}

/** How far something has come. */
export function Progress({ label, value, max, text }: Props) {
  const share = max === 0 ? 1 : value / max;
  return (
    <ProgressBar
      aria-label={label}
      className={styles.progress ?? ''}
      maxValue={Math.max(1, max)}
      value={max === 0 ? 1 : value}
      valueLabel={text}
    >
      <div className={styles.track}>
        <div className={styles.bar} style={{ width: `${share * 100}%` }} />
      </div>
      <span className={styles.text}>{text}</span>
    </ProgressBar>
  );
}
