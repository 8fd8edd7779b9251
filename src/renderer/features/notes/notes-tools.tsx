import { NOTE_TARGET_KINDS } from '@domain/model';
import { useTags } from '@renderer/archive/queries';
import { useT } from '@renderer/i18n';
import { IconButton } from '@renderer/ui/button';
import { MenuButton } from '@renderer/ui/menu';
import { Select } from '@renderer/ui/select';
import type { NotesChoice } from './notes-list';
import styles from './notes-pane.module.css';

interface Props {
  choice: NotesChoice;
  onChoice: (choice: NotesChoice) => void;
}

const SORTS = ['time', 'title'] as const;

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
      <MenuButton
        entries={SORTS.map((id) => ({
          id,
          label: t(`notes.sort.${id}`),
          checked: choice.sort === id,
          run: () => onChoice({ ...choice, sort: id }),
        }))}
        label={t('notes.sort')}
      >
        <IconButton icon="sort" label={t('notes.sort')} />
      </MenuButton>
    </div>
  );
}
