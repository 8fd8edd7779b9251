import { useT } from '@renderer/i18n';
import { ARCHIVE_TARGET_ID } from '@shared/ids';
import styles from './archive-note-page.module.css';
import { NoteEditor } from './note-editor';

const target = { kind: 'archive', id: ARCHIVE_TARGET_ID } as const;

/** The archive's own note on a page of its own. */
export function ArchiveNotePage({ onOpenLink }: { onOpenLink?: (href: string) => unknown }) {
  const t = useT();
  return (
    <article className={styles.page}>
      <div className={styles.sheet}>
        <h1 className={styles.title}>{t('notes.archive')}</h1>
        <NoteEditor
          label={t('notes.archive')}
          placeholder={t('notes.archive.placeholder')}
          target={target}
          {...(onOpenLink === undefined ? {} : { onOpenLink })}
        />
      </div>
    </article>
  );
}
