import { countCodePoints } from '@domain/text/segments';
import { formatTime, useT } from '@renderer/i18n';
import { Button } from '@renderer/ui/button';
import { Dialog } from '@renderer/ui/dialog';
import { Field } from '@renderer/ui/field';
import { useState } from 'react';
import styles from './paste-dialog.module.css';

interface Props {
  text: string;
  onImport: (name: string) => void;
  onClose: () => void;
}

const PREVIEW_LINES = 8;
/** UTF-16 units; a pasted line may be a whole book. */
const PREVIEW_LENGTH = 400;

/** Asks before a pasted text becomes part of the archive. */
export function PasteDialog({ text, onImport, onClose }: Props) {
  const t = useT();
  const [name, setName] = useState(() =>
    t('import.paste.defaultName', { time: formatTime(new Date().toISOString()) }),
  );
  const submit = () => {
    const given = name.trim();
    onImport(given === '' ? t('import.paste') : given);
  };
  return (
    <Dialog
      footer={
        <>
          <Button onPress={onClose}>{t('app.cancel')}</Button>
          <Button onPress={submit} variant="primary">
            {t('import.paste.submit')}
          </Button>
        </>
      }
      onClose={onClose}
      title={t('import.paste')}
    >
      <div className={styles.body}>
        <Field
          autoFocus
          label={t('import.paste.name')}
          onChange={setName}
          onEnter={submit}
          value={name}
        />
        <div className={styles.preview} lang="zh-CN">
          {previewOf(text)}
        </div>
        <p className={styles.length}>
          {t('import.paste.length', { count: countCodePoints(text.replace(/\s/g, '')) })}
        </p>
      </div>
    </Dialog>
  );
}

function previewOf(text: string): string {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '');
  const preview = lines.slice(0, PREVIEW_LINES).join('\n').slice(0, PREVIEW_LENGTH);
  return preview.length < lines.join('\n').length ? `${preview}…` : preview;
}
