import type { ImportSettings, Repair } from '@domain/ingest/settings';
import type { ImportSession, SessionFile } from '@renderer/archive/import-session';
import { useT } from '@renderer/i18n';
import { Button } from '@renderer/ui/button';
import { Checkbox } from '@renderer/ui/checkbox';
import { showToast } from '@renderer/ui/toasts';
import { useLate } from '@renderer/ui/use-late';
import { memo } from 'react';
import { EncodingMenu } from './encoding-menu';
import styles from './file-bar.module.css';
import type { ReviewCommands } from './use-review';

interface Props {
  session: ImportSession;
  file: SessionFile;
  settings: ImportSettings;
  isPending: boolean;
  /** There are other files to give the same choices. */
  hasOthers: boolean;
  commands: ReviewCommands;
}

/** How the file as a whole is read. */
export const FileBar = memo(function FileBar(props: Props) {
  const { session, file, settings, isPending, hasOthers, commands } = props;
  const t = useT();
  const isLate = useLate(isPending);
  const repair = (changes: Repair) =>
    commands.change((before) => ({ ...before, repair: { ...before.repair, ...changes } }));
  const applyToAll = async () => {
    await commands.applyToAll();
    showToast({ kind: 'done', text: t('review.applyToAll.done') });
  };
  return (
    <div className={styles.bar}>
      {file.format !== null && (
        <span className={styles.format}>
          {t('review.format', { format: file.format.toUpperCase() })}
        </span>
      )}
      {file.encoding !== null && (
        <EncodingMenu file={file} onChange={commands.change} session={session} />
      )}
      <Checkbox
        onChange={(single) => commands.change((before) => ({ ...before, single }))}
        selected={settings.single === true}
      >
        {t('review.single')}
      </Checkbox>
      <Checkbox
        onChange={(punctuation) => repair({ punctuation })}
        selected={settings.repair?.punctuation === true}
      >
        {t('review.punctuation')}
      </Checkbox>
      <Checkbox
        onChange={(hanSpaces) => repair({ hanSpaces })}
        selected={settings.repair?.hanSpaces === true}
      >
        {t('review.hanSpaces')}
      </Checkbox>
      <span className={styles.pending} role="status">
        {isLate ? t('review.updating') : ''}
      </span>
      {hasOthers && (
        <Button isDisabled={isPending} onPress={() => void applyToAll()} variant="quiet">
          {t('review.applyToAll')}
        </Button>
      )}
    </div>
  );
});
