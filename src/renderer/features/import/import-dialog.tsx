import type { ImportProgress } from '@renderer/archive/import-files';
import { useT } from '@renderer/i18n';
import { Button } from '@renderer/ui/button';
import { Dialog } from '@renderer/ui/dialog';
import { Progress } from '@renderer/ui/progress';
import { useLate } from '@renderer/ui/use-late';
import { formatBytes } from './format-bytes';
import styles from './import-dialog.module.css';
import { useImport } from './import-provider';
import { ImportReport } from './import-report';

/** How the import is going, once it takes long enough to be noticed, and what came of it. */
export function ImportDialog({ onOpen }: { onOpen: (articleId: string) => void }) {
  const { state, cancel, close } = useImport();
  const late = useLate(state.phase === 'running');
  if (state.phase === 'running' && late) {
    return <RunningImport onCancel={cancel} progress={state.progress} />;
  }
  if (state.phase === 'done') {
    return (
      <ImportReport
        cancelled={state.cancelled}
        lines={state.lines}
        onClose={close}
        onOpen={(articleId) => {
          close();
          onOpen(articleId);
        }}
      />
    );
  }
  return null;
}

function RunningImport({ progress, onCancel }: { progress: ImportProgress; onCancel: () => void }) {
  const t = useT();
  const { filesDone, filesTotal, bytesDone, bytesTotal, current } = progress;
  return (
    <Dialog
      dismissable={false}
      footer={
        <Button autoFocus onPress={onCancel}>
          {t('app.cancel')}
        </Button>
      }
      onClose={onCancel}
      title={t('import.running')}
    >
      <Progress
        label={t('import.running')}
        max={bytesTotal}
        text={t('import.progress', {
          done: filesDone,
          total: filesTotal,
          bytes: formatBytes(bytesDone),
          bytesTotal: formatBytes(bytesTotal),
        })}
        value={bytesDone}
      />
      <p className={styles.current}>{current}</p>
    </Dialog>
  );
}
