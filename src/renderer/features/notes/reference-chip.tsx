import { type LinkKind, linkHref } from '@domain/note/links';
import { useLinkLabel } from '@renderer/archive/note-links';
import { useT } from '@renderer/i18n';
import { Icon, type IconName } from '@renderer/ui/icon';
import styles from './note-links.module.css';

export const linkIcons: Record<LinkKind, IconName> = {
  article: 'articles',
  annotation: 'highlighter',
  note: 'note',
  tag: 'tag',
};

interface Props {
  kind: LinkKind;
  id: string;
  /** What its target was called when it was made; shown when the target is gone. */
  label: string;
  onOpen: ((href: string) => unknown) | undefined;
  /** In a text that is written, a plain click only sets the cursor. */
  writing?: boolean;
}

/** A link to something of the archive, by the name that this has now. */
export function ReferenceChip({ kind, id, label, onOpen, writing = false }: Props) {
  const t = useT();
  const now = useLinkLabel(kind, id);
  const href = linkHref({ kind, id });
  const name = now ?? label;
  return (
    <a
      className={styles.reference}
      data-gone={now === null || undefined}
      href={href}
      onClick={(event) => {
        event.preventDefault();
        if (!writing) onOpen?.(href);
      }}
      tabIndex={writing ? -1 : undefined}
      title={now === null ? t('notes.link.gone') : name}
    >
      <Icon name={linkIcons[kind]} size={12} />
      <span className={styles.referenceName}>{name}</span>
    </a>
  );
}

/** A passage as its words are now, with the way to its place. */
export function QuotationBlock({ id, label, onOpen }: Omit<Props, 'kind'>) {
  const t = useT();
  const now = useLinkLabel('annotation', id);
  return (
    <figure className={styles.quotation} data-gone={now === null || undefined}>
      <div className={styles.quoted} lang="zh-CN">
        {now ?? label}
      </div>
      {now === null ? (
        <figcaption>{t('notes.link.gone')}</figcaption>
      ) : (
        <button
          onClick={() => onOpen?.(linkHref({ kind: 'annotation', id }))}
          onMouseDown={(event) => event.preventDefault()}
          type="button"
        >
          {t('notes.quotation.open')}
        </button>
      )}
    </figure>
  );
}
