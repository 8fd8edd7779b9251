import { useT } from '@renderer/i18n';
import { Button } from '@renderer/ui/button';
import { Dialog } from '@renderer/ui/dialog';
import { useState } from 'react';
import styles from './concordance.module.css';

interface Props {
  count: number;
  /** Markdown. */
  onNote: (markdown: string) => void;
  onClose: () => void;
}

/** The same note for all chosen lines. */
export function NoteLinesDialog({ count, onNote, onClose }: Props) {
  const t = useT();
  const [text, setText] = useState('');
  return (
    <Dialog
      footer={
        <Button isDisabled={text.trim() === ''} onPress={() => onNote(text)} variant="primary">
          {t('concordance.note.do', { count })}
        </Button>
      }
      onClose={onClose}
      title={t('concordance.note.title')}
    >
      <textarea
        aria-label={t('concordance.note.title')}
        autoFocus
        className={styles.note}
        onChange={(event) => setText(event.target.value)}
        placeholder={t('concordance.note.placeholder')}
        value={text}
      />
    </Dialog>
  );
}
