import type { Repair } from '@domain/ingest/settings';
import type { SessionFile } from '@renderer/archive/import-session';
import { useT } from '@renderer/i18n';
import { Button } from '@renderer/ui/button';
import { Checkbox } from '@renderer/ui/checkbox';
import { showToast } from '@renderer/ui/toasts';
import { useLate } from '@renderer/ui/use-late';
import { EncodingMenu } from './encoding-menu';
import styles from './file-bar.module.css';
import type { Review } from './use-review';

/** How the file as a whole is read. */
export function FileBar({ review, file }: { review: Review; file: SessionFile }) {
  const t = useT();
  const isLate = useLate(review.isPending);
  const { settings } = file;
  const repair = (changes: Repair) =>
    review.change({ ...settings, repair: { ...settings.repair, ...changes } });
  const applyToAll = async () => {
    await review.applyToAll();
    showToast({ kind: 'done', text: t('review.applyToAll.done') });
  };
  return (
    <div className={styles.bar}>
      {file.format !== null && (
        <span className={styles.format}>
          {t('review.format', { format: file.format.toUpperCase() })}
        </span>
      )}
      {file.encoding !== null && <EncodingMenu file={file} review={review} />}
      <Checkbox
        onChange={(single) => review.change({ ...settings, single })}
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
      {review.state.files.length > 1 && (
        <Button onPress={() => void applyToAll()} variant="quiet">
          {t('review.applyToAll')}
        </Button>
      )}
    </div>
  );
}
