import type { HighlightColor } from '@domain/model';
import styles from './color-sign.module.css';

/** A colour as the text shows it: its fill and its kind of line. Decoration only. */
export function ColorSign({ color }: { color: HighlightColor }) {
  return (
    <span aria-hidden="true" className={`${styles.sign} ${styles[color]}`} lang="zh-CN">
      文
    </span>
  );
}
