import { NOTE_TARGET_KINDS } from '@domain/model';
import { useTags } from '@renderer/archive/queries';
import { useT } from '@renderer/i18n';
import { Select } from '@renderer/ui/select';
import type { NotesChoice } from './notes-list';
import styles from './notes-pane.module.css';

interface Props {
  choice: NotesChoice;
  onChoice: (choice: NotesChoice) => void;
}

/** What of the notes is listed, and in which order. */
export function NotesTools({ choice, onChoice }: Props) {
  const t = useT();
  const tags = useTags() ?? [];
  const kinds = NOTE_TARGET_KINDS.filter((kind) => kind !== 'archive');
  return (
    <div className={styles.tools}>
      <Select
        hideLabel
        label={t('notes.kind')}
        onChange={(id) => onChoice({ ...choice, kind: kinds.find((kind) => kind === id) ?? null })}
        options={[
          { id: '', label: t('notes.kind.all') },
          ...kinds.map((kind) => ({ id: kind, label: t(`notes.link.${kind}`) })),
        ]}
        value={choice.kind ?? ''}
      />
      <Select
        hideLabel
        label={t('notes.tag')}
        onChange={(id) => onChoice({ ...choice, tagId: id === '' ? null : id })}
        options={[
          { id: '', label: t('notes.tag.all') },
          ...tags.map(({ tag }) => ({ id: tag.id, label: tag.name })),
        ]}
        value={choice.tagId ?? ''}
      />
      <Select
        hideLabel
        label={t('notes.sort')}
        onChange={(id) => onChoice({ ...choice, sort: id === 'title' ? 'title' : 'time' })}
        options={[
          { id: 'time', label: t('notes.sort.time') },
          { id: 'title', label: t('notes.sort.title') },
        ]}
        value={choice.sort}
      />
    </div>
  );
}
