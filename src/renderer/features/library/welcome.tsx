import { useT } from '@renderer/i18n';
import { Button } from '@renderer/ui/button';
import styles from './welcome.module.css';

interface Props {
  onImportFiles: () => unknown;
  onImportFolder: () => unknown;
  onSample: () => unknown;
}

/** The first screen of an empty archive: what this is, and how to begin. */
export function Welcome({ onImportFiles, onImportFolder, onSample }: Props) {
  const t = useT();
  return (
    <section aria-labelledby="welcome-title" className={styles.page}>
      <div className={styles.inner}>
        <div aria-hidden="true" className={styles.seal} lang="zh-CN">
          摘记
        </div>
        <h1 className={styles.title} id="welcome-title">
          {t('app.name')}
        </h1>
        <p className={styles.purpose}>{t('library.welcome.purpose')}</p>
        <div className={styles.actions}>
          <Button icon="import" onPress={() => onImportFiles()} variant="primary">
            {t('action.importFiles')}
          </Button>
          <Button icon="folder" onPress={() => onImportFolder()}>
            {t('action.importFolder')}
          </Button>
        </div>
        <p className={styles.hint}>{t('library.welcome.hint')}</p>
        <p className={styles.sample}>
          <span className={styles.question}>{t('library.welcome.sample')}</span>
          <Button onPress={() => onSample()} variant="quiet">
            {t('action.sample')}
          </Button>
        </p>
      </div>
    </section>
  );
}
