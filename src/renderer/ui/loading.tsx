import { useT } from '@renderer/i18n';
import styles from './loading.module.css';
import { useLate } from './use-late';

/** Says that something is being read, once that has taken long enough to be noticed. */
export function Loading() {
  const t = useT();
  const late = useLate(true);
  return (
    <p className={styles.loading} role="status">
      {late ? t('app.loading') : ''}
    </p>
  );
}
