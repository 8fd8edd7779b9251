import { useNote } from '@renderer/archive/queries';
import { useT } from '@renderer/i18n';
import { Icon } from '@renderer/ui/icon';
import { Backlinks } from './backlinks';
import { excerptOf } from './notes-list';
import styles from './notes-pane.module.css';

interface Props {
  tagId: string;
  onOpen: () => void;
  onOpenLink: (href: string) => unknown;
}

/** A tag's memo at a glance, the way to it, and what links to the tag. */
export function TagMemoBar({ tagId, onOpen, onOpenLink }: Props) {
  const t = useT();
  const note = useNote(tagId);
  if (note === undefined) return null;
  return (
    <footer className={styles.memo}>
      <button className={styles.pinned} onClick={onOpen} type="button">
        <Icon name="note" />
        <span className={styles.pinnedText}>
          <span className={styles.pinnedTitle}>{t('notes.memo')}</span>
          <span className={styles.excerpt} lang="zh-CN">
            {note === null ? t('notes.memo.empty') : excerptOf(note.plain)}
          </span>
        </span>
      </button>
      <div className={styles.memoLinks}>
        <Backlinks onOpen={onOpenLink} target={{ kind: 'tag', id: tagId }} />
      </div>
    </footer>
  );
}
