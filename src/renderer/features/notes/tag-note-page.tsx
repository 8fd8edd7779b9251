import { useLinkLabel } from '@renderer/archive/note-links';
import { useT } from '@renderer/i18n';
import { EmptyState } from '@renderer/ui/empty-state';
import { Loading } from '@renderer/ui/loading';
import styles from './archive-note-page.module.css';
import { NoteEditor } from './note-editor';

interface Props {
  tagId: string;
  onOpenLink: (href: string) => unknown;
}

/** The memo on a tag on a page of its own. */
export function TagNotePage({ tagId, onOpenLink }: Props) {
  const t = useT();
  const name = useLinkLabel('tag', tagId);
  if (name === undefined) return <Loading />;
  if (name === null) return <EmptyState text={t('error.tag-missing')} />;
  return (
    <article className={styles.page}>
      <div className={styles.sheet}>
        <h1 className={styles.title} lang="zh-CN">
          {t('notes.tagMemo', { name })}
        </h1>
        <NoteEditor
          label={t('notes.memo')}
          onOpenLink={onOpenLink}
          placeholder={t('notes.tagMemo.placeholder')}
          target={{ kind: 'tag', id: tagId }}
        />
      </div>
    </article>
  );
}
