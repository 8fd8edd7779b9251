import type { Tag } from '@domain/model';
import { untagAnnotations } from '@renderer/archive/annotate';
import type { AnnotationView } from '@renderer/archive/queries';
import { useT } from '@renderer/i18n';
import { ColorDot } from '@renderer/ui/color-dot';
import { Icon } from '@renderer/ui/icon';
import { showToast } from '@renderer/ui/toasts';
import { errorCodeOf } from '@shared/errors';
import { useRef } from 'react';
import { Button, Dialog, DialogTrigger, Popover } from 'react-aria-components';
import styles from './tag-chips.module.css';
import { TagPicker } from './tag-picker';

interface TagChipsProps {
  view: AnnotationView;
  /** Whether the list to choose tags from is open. */
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** A tag's name was clicked. */
  onOpenTag?: (tagId: string) => void;
}

/** An annotation's tags, each to be followed or taken off, and the way to put on more. */
export function TagChips({ view, open, onOpenChange, onOpenTag }: TagChipsProps) {
  const t = useT();
  const { annotation, tags } = view;
  const add = useRef<HTMLButtonElement>(null);

  const remove = async (tag: Tag) => {
    // The button that has the focus is about to go.
    add.current?.focus();
    try {
      await untagAnnotations([annotation.id], tag.id);
    } catch (error) {
      showToast({ kind: 'error', text: t(`error.${errorCodeOf(error)}`) });
    }
  };

  return (
    <div className={styles.chips}>
      {tags.map((tag) => (
        <span className={styles.chip} key={tag.id}>
          <button
            className={styles.name}
            lang="zh-CN"
            onClick={() => onOpenTag?.(tag.id)}
            type="button"
          >
            <ColorDot color={tag.color} />
            <span className={styles.text}>{tag.name}</span>
          </button>
          <button
            aria-label={t('tags.remove', { name: tag.name })}
            className={styles.remove}
            onClick={() => void remove(tag)}
            type="button"
          >
            <Icon name="close" size={10} />
          </button>
        </span>
      ))}
      <DialogTrigger isOpen={open} onOpenChange={onOpenChange}>
        <Button aria-label={t('tags.add')} className={styles.add ?? ''} ref={add}>
          <Icon name="plus" size={12} />
          {t('tags.tag')}
        </Button>
        <Popover className={styles.popover ?? ''} offset={4} placement="bottom start">
          <Dialog aria-label={t('tags.add')} className={styles.dialog ?? ''}>
            <TagPicker
              annotationIds={[annotation.id]}
              current={tags}
              onDone={() => onOpenChange(false)}
            />
          </Dialog>
        </Popover>
      </DialogTrigger>
    </div>
  );
}
