import { useArticleCount } from '@renderer/archive/queries';
import { formatTime, useT } from '@renderer/i18n';
import { Button } from '@renderer/ui/button';
import { dismissUndoToasts, showToast } from '@renderer/ui/toasts';
import { VirtualList } from '@renderer/ui/virtual-list';
import { errorCodeOf } from '@shared/errors';
import type { BackupInfo } from '@shared/ipc';
import { useState } from 'react';
import styles from './settings-page.module.css';
import { SettingsSection } from './settings-section';

interface Props {
  backups: BackupInfo[];
  onBackUp: () => unknown;
  /** Rejects when the backup could not be restored. */
  onRestore: (name: string) => Promise<void>;
}

/** The copies of the archive. One is restored only where nothing could be lost by it. */
export function BackupSection({ backups, onBackUp, onRestore }: Props) {
  const t = useT();
  const isEmpty = useArticleCount() === 0;
  const [busy, setBusy] = useState(false);

  const restore = async (name: string) => {
    await onRestore(name);
    // What could be undone before is of another archive.
    dismissUndoToasts();
    showToast({ kind: 'done', text: t('settings.restore.done') });
  };

  const run = async (work: () => unknown) => {
    setBusy(true);
    try {
      await work();
    } catch (error) {
      showToast({ kind: 'error', text: t(`error.${errorCodeOf(error)}`) });
    } finally {
      setBusy(false);
    }
  };

  return (
    <SettingsSection title={t('settings.backups')}>
      <div className={styles.hint}>
        <p>{t('settings.backups.text')}</p>
        <p>{t(isEmpty ? 'settings.restore.now' : 'settings.restore.when')}</p>
      </div>
      <div>
        <Button isDisabled={busy} onPress={() => run(onBackUp)}>
          {t('action.backUp')}
        </Button>
      </div>
      {backups.length === 0 ? (
        <p className={styles.hint}>{t('settings.backups.none')}</p>
      ) : (
        <VirtualList
          items={backups}
          keyOf={(backup) => backup.name}
          label={t('settings.backups.list')}
          rowHeight={45}
        >
          {({ name, time, size }) => (
            <div className={styles.backup}>
              <span>{formatTime(time)}</span>
              <span className={styles.size}>
                {t('settings.backups.size', { size: Math.max(1, Math.round(size / 1000)) })}
              </span>
              {isEmpty && (
                <Button
                  aria-label={t('settings.restore.named', { time: formatTime(time) })}
                  isDisabled={busy}
                  onPress={() => run(() => restore(name))}
                  variant="quiet"
                >
                  {t('settings.restore')}
                </Button>
              )}
            </div>
          )}
        </VirtualList>
      )}
    </SettingsSection>
  );
}
