import { ENCODINGS, type Encoding } from '@domain/model';
import type { ImportSession, SessionFile } from '@renderer/archive/import-session';
import { useT } from '@renderer/i18n';
import { Button } from '@renderer/ui/button';
import { Icon } from '@renderer/ui/icon';
import { Loading } from '@renderer/ui/loading';
import { showToast } from '@renderer/ui/toasts';
import { errorCodeOf } from '@shared/errors';
import { useEffect, useState } from 'react';
import { Dialog, DialogTrigger, ListBox, ListBoxItem, Popover } from 'react-aria-components';
import styles from './file-bar.module.css';
import type { ReviewCommands } from './use-review';

type Candidates = Awaited<ReturnType<ImportSession['encodings']>>;

interface MenuProps {
  session: ImportSession;
  file: SessionFile;
  onChange: ReviewCommands['change'];
}

/** The file's encoding, and the others with the beginning of the text as it would be in them. */
export function EncodingMenu({ session, file, onChange }: MenuProps) {
  const t = useT();
  const [isOpen, setOpen] = useState(false);
  if (file.encoding === null) return null;
  const choose = (encoding: Encoding) => {
    setOpen(false);
    if (encoding !== file.encoding) onChange((settings) => ({ ...settings, encoding }));
  };
  return (
    <DialogTrigger isOpen={isOpen} onOpenChange={setOpen}>
      <Button>
        {t('review.encoding.menu', { name: t(`review.encoding.${file.encoding}`) })}
        <span aria-hidden="true">▾</span>
      </Button>
      <Popover className={styles.popover ?? ''} placement="bottom start">
        <Dialog aria-label={t('review.encoding.choose')} className={styles.dialog ?? ''}>
          <Encodings current={file.encoding} fileId={file.id} onChoose={choose} session={session} />
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

interface Props {
  session: ImportSession;
  fileId: number;
  current: Encoding;
  onChoose: (encoding: Encoding) => void;
}

function Encodings({ session, fileId, current, onChoose }: Props) {
  const t = useT();
  const [candidates, setCandidates] = useState<Candidates | null>(null);
  useEffect(() => {
    let isWanted = true;
    session
      .encodings(fileId)
      .then((found) => isWanted && setCandidates(found))
      .catch((error) => showToast({ kind: 'error', text: t(`error.${errorCodeOf(error)}`) }));
    return () => {
      isWanted = false;
    };
  }, [session, fileId, t]);
  if (candidates === null) return <Loading />;
  // A guess may be wrong about what is unlikely, too: every encoding can be tried.
  const shown = [...candidates, ...restOf(candidates)];
  return (
    <ListBox
      aria-label={t('review.encoding')}
      autoFocus
      className={styles.encodings ?? ''}
      onAction={(key) => {
        const chosen = shown.find(({ encoding }) => encoding === key);
        if (chosen !== undefined) onChoose(chosen.encoding);
      }}
    >
      {shown.map(({ encoding, preview }) => (
        <ListBoxItem
          className={styles.encoding ?? ''}
          id={encoding}
          key={encoding}
          textValue={t(`review.encoding.${encoding}`)}
        >
          <span className={styles.name}>
            {encoding === current ? <Icon name="check" /> : <span className={styles.blank} />}
            {t(`review.encoding.${encoding}`)}
            {encoding === current && (
              <span className={styles.inUse}>{t('review.encoding.current')}</span>
            )}
          </span>
          <span className={styles.preview} lang="zh-CN">
            {preview ?? t('review.encoding.unlikely')}
          </span>
        </ListBoxItem>
      ))}
    </ListBox>
  );
}

function restOf(candidates: Candidates): { encoding: Encoding; preview?: string }[] {
  return ENCODINGS.filter(
    (encoding) => !candidates.some((candidate) => candidate.encoding === encoding),
  ).map((encoding) => ({ encoding }));
}
