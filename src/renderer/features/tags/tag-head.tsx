import type { TagView } from '@renderer/archive/queries';
import { editTag } from '@renderer/archive/tags';
import { useT } from '@renderer/i18n';
import { IconButton } from '@renderer/ui/button';
import { ColorDot } from '@renderer/ui/color-dot';
import { MenuButton } from '@renderer/ui/menu';
import { useState } from 'react';
import { InlineEdit } from './inline-edit';
import { type TagDialog, TagDialogs } from './tag-dialogs';
import styles from './tag-head.module.css';
import { type TagField, useTagTools } from './use-tag-tools';

interface Props {
  view: TagView;
  views: TagView[];
  onBack: () => void;
  onExport: () => void;
  onBrowse: () => void;
  onMerged: (intoId: string) => void;
}

/** The tag whose passages are shown: its name, what it stands for, and what can be done with it. */
export function TagHead({ view, views, onBack, onExport, onBrowse, onMerged }: Props) {
  const t = useT();
  const { tag, count } = view;
  const { menuOf } = useTagTools();
  const [editing, setEditing] = useState<TagField | null>(null);
  const [dialog, setDialog] = useState<TagDialog['kind'] | null>(null);
  const edit = (field: TagField) => (
    <InlineEdit
      label={t(`tags.${field}Of`, { name: tag.name })}
      multiline={field === 'description'}
      onClose={() => setEditing(null)}
      onSave={(value) => editTag(tag.id, { [field]: value })}
      value={tag[field]}
    />
  );
  const entries = menuOf(tag, {
    onEdit: setEditing,
    onDialog: setDialog,
    onExport,
    onBrowse,
    onDelete: onBack,
  });

  return (
    <header className={styles.head}>
      <div className={styles.line}>
        <IconButton icon="back" label={t('tags.backToList')} onPress={onBack} />
        <ColorDot color={tag.color} />
        {editing === 'name' ? (
          edit('name')
        ) : (
          <h2 className={styles.name} lang="zh-CN">
            {tag.name}
          </h2>
        )}
        <span className={styles.count}>{t('tags.passages', { count })}</span>
        <MenuButton entries={entries} label={tag.name}>
          <IconButton icon="more" label={t('tags.menuOf', { name: tag.name })} />
        </MenuButton>
      </div>
      {editing === 'description' && <div className={styles.description}>{edit('description')}</div>}
      {editing !== 'description' && tag.description !== '' && (
        <p className={styles.description} lang="zh-CN">
          {tag.description}
        </p>
      )}
      {dialog !== null && (
        <TagDialogs
          dialog={{ kind: dialog, tag }}
          onClose={() => setDialog(null)}
          onMerged={onMerged}
          views={views}
        />
      )}
    </header>
  );
}
