import { useArticleCount } from '@renderer/archive/queries';
import { formatClock, useT } from '@renderer/i18n';
import { runAction } from '@renderer/ui/actions';
import { memo } from 'react';
import { Button } from 'react-aria-components';
import styles from './status-bar.module.css';

export type BackupState = { kind: 'none' } | { kind: 'done'; time: string } | { kind: 'failed' };

/** How much there is, and that it is safe. */
export const StatusBar = memo(function StatusBar({ backup }: { backup: BackupState }) {
  const t = useT();
  const count = useArticleCount();
  return (
    <footer className={styles.bar}>
      {count !== undefined && <span>{t('app.status.articles', { count })}</span>}
      {backup.kind === 'done' && (
        <span>{t('app.status.backup', { time: formatClock(backup.time) })}</span>
      )}
      {backup.kind === 'failed' && (
        <span className={styles.failed}>{t('app.status.backupFailed')}</span>
      )}
      <span className={styles.gap} />
      <Button
        aria-label={t('app.language.switchLabel')}
        className={styles.language ?? ''}
        onPress={() => runAction('view.language')}
      >
        {t('app.language.switch')}
      </Button>
    </footer>
  );
});
