import type { CodebookPlan, CodeInFile } from '@domain/interchange/codebook/codebook-file';
import { importCodebook, previewCodebook, readCodebook } from '@renderer/archive/codebook-files';
import { useT } from '@renderer/i18n';
import { Button } from '@renderer/ui/button';
import { Dialog } from '@renderer/ui/dialog';
import { VirtualList } from '@renderer/ui/virtual-list';
import { errorCodeOf } from '@shared/errors';
import { useState } from 'react';
import styles from './tag-dialogs.module.css';

interface Props {
  pickFile: () => Promise<{ name: string; bytes: Uint8Array } | null>;
  onClose: () => void;
}

/** Brings a codebook in from a file, after showing what that would do. */
export function CodebookImport({ pickFile, onClose }: Props) {
  const t = useT();
  const [file, setFile] = useState<{ name: string; codes: CodeInFile[]; plan: CodebookPlan }>();
  const [error, setError] = useState<string | null>(null);
  const attempt = async (work: () => Promise<unknown>) => {
    setError(null);
    try {
      await work();
    } catch (failure) {
      setError(t(`error.${errorCodeOf(failure)}`));
    }
  };
  const pick = () =>
    attempt(async () => {
      const picked = await pickFile();
      if (picked === null) return;
      const codes = readCodebook(picked.bytes);
      setFile({ name: picked.name, codes, plan: await previewCodebook(codes) });
    });
  const bringIn = () =>
    attempt(async () => {
      // The history tells of it, with the way to undo it.
      await importCodebook(file?.codes ?? []);
      onClose();
    });
  const planned = file?.plan.codes ?? [];
  const nothing = planned.every((code) => code.kind === 'same');
  return (
    <Dialog
      footer={
        <>
          <Button icon="folder" onPress={pick}>
            {t('codes.import.pick')}
          </Button>
          <Button isDisabled={nothing} onPress={bringIn} variant="primary">
            {t('codes.import.do')}
          </Button>
        </>
      }
      onClose={onClose}
      title={t('codes.import.title')}
      wide
    >
      <p className={styles.text}>{t('codes.import.text')}</p>
      <p aria-live="polite" className={styles.error}>
        {error}
      </p>
      {file !== undefined && (
        <>
          <p role="status">
            {file.name}：
            {planned.length === 0
              ? t('codes.import.nothing')
              : t('codes.import.preview', counts(planned))}{' '}
            {file.plan.renamed > 0 && t('codes.import.renamed', { count: file.plan.renamed })}
          </p>
          <div className={styles.split}>
            <VirtualList
              items={planned}
              keyOf={(code) => code.name}
              label={t('codes.import.list')}
              rowHeight={32}
            >
              {({ name, parent, kind }) => (
                <p className={styles.code}>
                  <span lang="zh-CN">
                    {parent !== null && <span className={styles.quiet}>{parent} / </span>}
                    {name}
                  </span>
                  <span className={styles.quiet}>{t(`codes.import.${kind}`)}</span>
                </p>
              )}
            </VirtualList>
          </div>
        </>
      )}
    </Dialog>
  );
}

function counts(codes: CodebookPlan['codes']): { made: number; filled: number; same: number } {
  const count = (kind: string) => codes.filter((code) => code.kind === kind).length;
  return { made: count('made'), filled: count('filled'), same: count('same') };
}
