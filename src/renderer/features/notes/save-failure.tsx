import type { NoteTarget } from '@renderer/archive/notes';
import { useT } from '@renderer/i18n';
import { Button } from '@renderer/ui/button';
import { Icon } from '@renderer/ui/icon';
import { errorCodeOf } from '@shared/errors';
import styles from './note-frame.module.css';
import { noteSaverOf, useSaveFailure } from './note-savers';

/** Says that the note is not stored and why, and lets the user try again at once. */
export function SaveFailure({ target }: { target: NoteTarget }) {
  const t = useT();
  const error = useSaveFailure(target.id);
  if (error === null) return null;
  // Another failure is shown here as well.
  const retry = () =>
    void noteSaverOf(target)
      .flush()
      .catch(() => undefined);
  return (
    <div className={styles.failure} role="alert">
      <Icon name="warning" />
      <span>{t('notes.notSaved', { why: t(`error.${errorCodeOf(error)}`) })}</span>
      <Button onPress={retry} variant="quiet">
        {t('notes.retry')}
      </Button>
    </div>
  );
}
