import type { ImportProgress } from '@renderer/archive/import-files';
import { useT } from '@renderer/i18n';
import { Button } from '@renderer/ui/button';
import { Dialog } from '@renderer/ui/dialog';
import { Progress } from '@renderer/ui/progress';
import { formatBytes } from './format-bytes';
import styles from './import-dialog.module.css';
import { secondsLeft } from './time-left';

interface Props {
  title: string;
  progress: ImportProgress;
  onCancel: () => void;
  cancelLabel?: string;
}

/** How far an import has come, and how long the rest will take. */
export function RunningImport({ title, progress, onCancel, cancelLabel }: Props) {
  const t = useT();
  const { filesDone, filesTotal, bytesDone, bytesTotal, current, elapsed } = progress;
  // Where the sizes are not known, the files are counted.
  const [done, total] = bytesTotal > 0 ? [bytesDone, bytesTotal] : [filesDone, filesTotal];
  const seconds = secondsLeft(done, total, elapsed);
  const isLong = seconds !== null && seconds >= 120;
  return (
    <Dialog
      dismissable={false}
      footer={
        <Button autoFocus onPress={onCancel}>
          {cancelLabel ?? t('app.cancel')}
        </Button>
      }
      onClose={onCancel}
      title={title}
    >
      <Progress
        label={title}
        max={total}
        text={t(bytesTotal > 0 ? 'import.progress' : 'import.progress.files', {
          done: filesDone,
          total: filesTotal,
          bytes: formatBytes(bytesDone),
          bytesTotal: formatBytes(bytesTotal),
        })}
        value={done}
      />
      <p className={styles.current}>{current}</p>
      <p className={styles.left}>
        {seconds === null
          ? ''
          : isLong
            ? t('import.timeLeft.minutes', { count: Math.round(seconds / 60) })
            : t('import.timeLeft.seconds', { count: seconds })}
      </p>
    </Dialog>
  );
}
