import { linkHref } from '@domain/note/links';
import { useBacklinks } from '@renderer/archive/note-links';
import type { NoteTarget } from '@renderer/archive/notes';
import { useT } from '@renderer/i18n';
import styles from './note-links.module.css';
import { excerptOf } from './notes-list';

interface Props {
  target: NoteTarget;
  onOpen: ((href: string) => unknown) | undefined;
}

/** The notes that link to this one or to what it is on; nothing when there are none. */
export function Backlinks({ target, onOpen }: Props) {
  const t = useT();
  const links = useBacklinks(target);
  if (links === undefined || links.length === 0) return null;
  return (
    <section aria-label={t('notes.backlinks')} className={styles.backlinks}>
      <h3>{t('notes.backlinks.count', { count: links.length })}</h3>
      <ul>
        {links.map(({ note, about }) => (
          <li key={note.id}>
            <button
              className={styles.backlink}
              onClick={() => onOpen?.(linkHref({ kind: 'note', id: note.id }))}
              type="button"
            >
              <span className={styles.backlinkWords} lang="zh-CN">
                {excerptOf(note.plain)}
              </span>
              <span className={styles.backlinkAbout} lang="zh-CN">
                {about ?? t('notes.archive')}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
