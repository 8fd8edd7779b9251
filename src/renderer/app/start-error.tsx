import { t } from '@renderer/i18n';
import { errorText } from './error-text';
import styles from './start-error.module.css';

/** The one screen of an archive that could not be opened: why, and what to do. */
export function StartError({ error }: { error: unknown }) {
  return (
    <main className={styles.page}>
      <h1>{t('app.startFailed')}</h1>
      <p role="alert">{errorText(error)}</p>
    </main>
  );
}
