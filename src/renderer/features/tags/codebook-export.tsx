import { type CodebookFormat, exportCodebook } from '@renderer/archive/codebook-files';
import { useT } from '@renderer/i18n';
import { Button } from '@renderer/ui/button';
import { Choice } from '@renderer/ui/choice';
import { Dialog } from '@renderer/ui/dialog';
import { showToast } from '@renderer/ui/toasts';
import { errorCodeOf } from '@shared/errors';
import { useState } from 'react';
import type { SaveFile } from './save-file';
import styles from './tag-dialogs.module.css';

/** Hands the codebook out as a table or for other programs of the field. */
export function CodebookExport({ saveFile, onClose }: { saveFile: SaveFile; onClose: () => void }) {
  const t = useT();
  const [format, setFormat] = useState<CodebookFormat>('csv');
  const save = async () => {
    try {
      const name = `${t('codes.export.name')}.${format}`;
      const path = await saveFile(name, await exportCodebook(format));
      if (path === null) return;
      showToast({ kind: 'done', text: t('codes.saved', { path }) });
      onClose();
    } catch (error) {
      showToast({ kind: 'error', text: t(`error.${errorCodeOf(error)}`) });
    }
  };
  return (
    <Dialog
      footer={
        <Button icon="export" onPress={save} variant="primary">
          {t('codes.export.do')}
        </Button>
      }
      onClose={onClose}
      title={t('codes.export.title')}
    >
      <p className={styles.text}>{t('codes.export.text')}</p>
      <Choice
        label={t('codes.export.format')}
        onChange={setFormat}
        options={[
          { id: 'csv', label: t('codes.export.csv') },
          { id: 'qdc', label: t('codes.export.qdc') },
        ]}
        value={format}
      />
    </Dialog>
  );
}
