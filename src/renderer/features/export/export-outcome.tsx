import type { ExportOutcome } from '@renderer/archive/export-markdown';
import { useT } from '@renderer/i18n';
import { VirtualList } from '@renderer/ui/virtual-list';
import styles from './export-dialog.module.css';

/** What was written, kept and failed. */
export function ExportOutcomeView({ outcome, folder }: { outcome: ExportOutcome; folder: string }) {
  const t = useT();
  const { written, skipped, failed } = outcome;
  const rows = [
    ...failed.map(({ name, code }) => ({ name, why: t(`error.${code}`), bad: true })),
    ...skipped.map((name) => ({ name, why: t('export.kept'), bad: false })),
  ];
  const parts = [
    t('export.written', { count: written.length }),
    skipped.length > 0 ? t('export.skipped', { count: skipped.length }) : '',
    failed.length > 0 ? t('export.failed', { count: failed.length }) : '',
  ];
  return (
    <div className={styles.body}>
      <p className={styles.summary} role="status">
        {parts.filter((part) => part !== '').join(t('export.separator'))}
      </p>
      <p className={styles.chosen}>{folder}</p>
      {rows.length > 0 && (
        <VirtualList
          items={rows}
          keyOf={(row) => row.name}
          label={t('export.notWritten')}
          rowHeight={48}
        >
          {({ name, why, bad }) => (
            <div className={styles.name}>
              <p>{name}</p>
              <p className={bad ? styles.error : styles.label}>{why}</p>
            </div>
          )}
        </VirtualList>
      )}
    </div>
  );
}
