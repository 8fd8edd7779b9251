import type { ExportScope, ExportTarget } from '@renderer/archive/export-markdown';
import { useLanguage, useT } from '@renderer/i18n';
import { Button } from '@renderer/ui/button';
import { Checkbox } from '@renderer/ui/checkbox';
import { Dialog } from '@renderer/ui/dialog';
import { Progress } from '@renderer/ui/progress';
import { showToast } from '@renderer/ui/toasts';
import { VirtualList } from '@renderer/ui/virtual-list';
import { errorCodeOf } from '@shared/errors';
import type { PickedFolder } from '@shared/ipc';
import styles from './export-dialog.module.css';
import { ExportOutcomeView } from './export-outcome';
import { useExport } from './use-export';

interface Props {
  scope: ExportScope;
  /** Where files are written: the bridge to the main process. */
  target: ExportTarget;
  pickFolder: () => Promise<PickedFolder | null>;
  /** Shows a folder, given by its handle, in the system's file manager. */
  reveal: (folder: string) => Promise<void>;
  onClose: () => void;
}

/** Hands articles, a tag or the whole archive out as Markdown files. */
export function ExportDialog({ scope, target, pickFolder, reveal, onClose }: Props) {
  const t = useT();
  const language = useLanguage();
  const work = useExport({ scope, language, target });
  const { step, plan, folder, error } = work;
  const title = t(`export.title.${scope.kind}`);

  if (step.kind === 'running') {
    const { done, total, current } = step.progress;
    return (
      <Dialog
        dismissable={false}
        footer={
          <Button autoFocus onPress={work.cancel}>
            {t('app.cancel')}
          </Button>
        }
        onClose={work.cancel}
        title={t('export.running')}
      >
        <Progress
          label={t('export.running')}
          max={total}
          text={t('export.progress', { done, total })}
          value={done}
        />
        <p className={styles.current}>{current}</p>
      </Dialog>
    );
  }

  if (step.kind === 'conflicts') {
    return (
      <Dialog
        footer={
          <>
            <Button onPress={work.back}>{t('app.cancel')}</Button>
            <Button onPress={() => work.write(true)} variant="danger">
              {t('export.overwrite')}
            </Button>
            <Button autoFocus onPress={() => work.write(false)} variant="primary">
              {t('export.keep')}
            </Button>
          </>
        }
        onClose={work.back}
        title={t('export.conflicts')}
      >
        <p className={styles.text}>
          {t('export.conflicts.text', { count: step.names.length, folder: folder?.path ?? '' })}
        </p>
        <VirtualList
          items={step.names}
          keyOf={(name) => name}
          label={t('export.conflicts')}
          rowHeight={29}
        >
          {(name) => <p className={styles.name}>{name}</p>}
        </VirtualList>
      </Dialog>
    );
  }

  if (step.kind === 'done') {
    const open = async () => {
      try {
        if (folder !== null) await reveal(folder.handle);
      } catch (reason) {
        showToast({ kind: 'error', text: t(`error.${errorCodeOf(reason)}`) });
      }
    };
    return (
      <Dialog
        footer={
          <>
            <Button icon="folder" onPress={open}>
              {t('export.openFolder')}
            </Button>
            <Button autoFocus onPress={onClose} variant="primary">
              {t('app.done')}
            </Button>
          </>
        }
        onClose={onClose}
        title={t(step.outcome.cancelled ? 'export.cancelled' : 'export.done')}
      >
        <ExportOutcomeView folder={folder?.path ?? ''} outcome={step.outcome} />
      </Dialog>
    );
  }

  return (
    <Dialog
      footer={
        <>
          <Button onPress={onClose}>{t('app.cancel')}</Button>
          <Button
            icon="export"
            isDisabled={plan === null || plan.names.length === 0 || folder === null}
            onPress={work.begin}
            variant="primary"
          >
            {t('export.begin')}
          </Button>
        </>
      }
      onClose={onClose}
      title={title}
    >
      <div className={styles.body}>
        <p className={styles.text}>
          {plan === null ? t('app.loading') : t('export.files', { count: plan.names.length })}
        </p>
        <div className={styles.folder}>
          <span className={styles.path}>
            <span className={styles.label}>{t('export.folder')}</span>
            <span className={folder === null ? styles.none : styles.chosen}>
              {folder?.path ?? t('export.folder.none')}
            </span>
          </span>
          <Button
            autoFocus={folder === null}
            icon="folder"
            onPress={() => work.chooseFolder(pickFolder)}
          >
            {t('export.folder.choose')}
          </Button>
        </div>
        <Checkbox onChange={work.setIncludeText} selected={work.includeText}>
          {t('export.includeText')}
        </Checkbox>
        <p aria-live="assertive" className={styles.error}>
          {error !== null && t(`error.${error}`)}
        </p>
      </div>
    </Dialog>
  );
}
