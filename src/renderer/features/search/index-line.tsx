import { useIndexProgress } from '@renderer/archive/index-progress';
import { useT } from '@renderer/i18n';
import styles from './search-pane.module.css';

/** While the index is being made: how far it is, and that nothing is missing meanwhile. */
export function IndexLine() {
  const t = useT();
  const percent = useIndexProgress();
  if (percent === null) return null;
  return <p className={styles.indexing}>{t('search.indexing', { percent })}</p>;
}
