import { isReservedShortcut, isSameShortcut, tagShortcutOf } from '@domain/codebook/shortcut';
import type { Tag } from '@domain/model';
import { editTag } from '@renderer/archive/tags';
import { useT } from '@renderer/i18n';
import { useAllActions } from '@renderer/ui/actions';
import { Button } from '@renderer/ui/button';
import { Dialog } from '@renderer/ui/dialog';
import { shortcutLabels } from '@renderer/ui/shortcuts';
import { showToast } from '@renderer/ui/toasts';
import { errorCodeOf } from '@shared/errors';
import { type KeyboardEvent, useState } from 'react';
import styles from './tag-dialogs.module.css';

interface Props {
  tag: Tag;
  tags: readonly Tag[];
  onClose: () => void;
}

/** Takes the key that gives the selected passage this tag; one that is in use is refused. */
export function ShortcutDialog({ tag, tags, onClose }: Props) {
  const t = useT();
  const actions = useAllActions();
  const [chosen, setChosen] = useState(tag.shortcut ?? null);
  const [error, setError] = useState<string | null>(null);
  const shown = chosen === null ? '' : shortcutLabels(chosen).join(' + ');

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.keyCode === 229) return;
    if (/^(Tab|Escape|Enter|Control|Alt|Shift|Meta)$/.test(event.key)) return;
    event.preventDefault();
    const next = tagShortcutOf(event);
    if (next === null) return setError(t('tags.shortcut.unfit'));
    const owner =
      tags.find((other) => other.id !== tag.id && isSameShortcut(other.shortcut, next))?.name ??
      actions.find(
        ({ id, shortcut }) => id !== `tag.put.${tag.id}` && isSameShortcut(shortcut, next),
      )?.label;
    if (owner === undefined && !isReservedShortcut(next)) {
      setChosen(next);
      return setError(null);
    }
    const keys = shortcutLabels(next).join(' + ');
    setError(t('tags.shortcut.reserved', { keys, owner: owner ?? t('tags.shortcut.program') }));
  };
  const save = async (shortcut: string | null) => {
    try {
      if (shortcut !== (tag.shortcut ?? null)) await editTag(tag.id, { shortcut });
      onClose();
    } catch (failure) {
      showToast({ kind: 'error', text: t(`error.${errorCodeOf(failure)}`) });
    }
  };
  return (
    <Dialog
      footer={
        <>
          <Button isDisabled={tag.shortcut === undefined} onPress={() => save(null)}>
            {t('tags.shortcut.clear')}
          </Button>
          <Button
            isDisabled={chosen === null || error !== null}
            onPress={() => save(chosen)}
            variant="primary"
          >
            {t('tags.shortcut.save')}
          </Button>
        </>
      }
      onClose={onClose}
      title={t('tags.shortcut.title', { name: tag.name })}
    >
      <p className={styles.text}>{t('tags.shortcut.press')}</p>
      <input
        aria-describedby="tag-shortcut-error"
        aria-label={t('tags.shortcut.field')}
        autoFocus
        className={styles.keys}
        onKeyDown={onKeyDown}
        placeholder={t('tags.shortcut.none')}
        readOnly
        value={shown}
      />
      <p aria-live="assertive" className={styles.error} id="tag-shortcut-error">
        {error}
      </p>
    </Dialog>
  );
}
