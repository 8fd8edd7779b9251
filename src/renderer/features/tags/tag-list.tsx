import type { Tag } from '@domain/model';
import type { TagView } from '@renderer/archive/queries';
import { useT } from '@renderer/i18n';
import { useActions } from '@renderer/ui/actions';
import { Button, IconButton } from '@renderer/ui/button';
import { EmptyState } from '@renderer/ui/empty-state';
import { Field } from '@renderer/ui/field';
import { RovingList } from '@renderer/ui/roving-list';
import { useSettledText } from '@renderer/ui/use-settled-text';
import { useMemo, useState } from 'react';
import { MergeDialog } from './merge-dialog';
import { NewTag } from './new-tag';
import { sortTagViews } from './picker-rows';
import styles from './tag-list.module.css';
import { TagRow } from './tag-row';
import type { TagField } from './use-tag-tools';

interface Props {
  views: TagView[];
  onSelectTag: (tagId: string) => void;
  onExportTag: (tagId: string) => void;
}

/** The codebook: every tag by pinyin, with how often it is used. */
export function TagList({ views, onSelectTag, onExportTag }: Props) {
  const t = useT();
  const [query, setQuery] = useState('');
  const { settled, handlers } = useSettledText(query);
  const [making, setMaking] = useState(false);
  const [editing, setEditing] = useState<{ id: string; field: TagField } | null>(null);
  const [merging, setMerging] = useState<Tag | null>(null);
  const shown = useMemo(() => sortTagViews(views, settled), [views, settled]);
  const startMaking = () => setMaking(true);

  useActions([{ id: 'tag.new', label: t('tags.new'), group: 'annotation', run: startMaking }]);

  return (
    <>
      <div className={styles.head} {...handlers}>
        <Field
          hideLabel
          icon="search"
          label={t('tags.filter')}
          onChange={setQuery}
          onEscape={() => setQuery('')}
          placeholder={t('tags.filter')}
          value={query}
        />
        <IconButton
          icon="plus"
          label={t('tags.new')}
          onPress={() => setMaking(!making)}
          pressed={making}
        />
      </div>
      {making && (
        <div className={styles.head}>
          <NewTag onClose={() => setMaking(false)} />
        </div>
      )}
      {views.length === 0 && !making && (
        <EmptyState text={t('tags.none')}>
          <Button onPress={startMaking}>{t('tags.new')}</Button>
        </EmptyState>
      )}
      {views.length > 0 && shown.length === 0 && (
        <EmptyState text={t('tags.noMatch')}>
          <Button onPress={() => setQuery('')}>{t('tags.noMatch.action')}</Button>
        </EmptyState>
      )}
      {shown.length > 0 && (
        <RovingList items={shown} keyOf={({ tag }) => tag.id} label={t('tags.list')} rowHeight={36}>
          {(view, tabIndex) => (
            <TagRow
              editing={editing?.id === view.tag.id ? editing.field : null}
              onEdit={(field) => setEditing(field === null ? null : { id: view.tag.id, field })}
              onExport={() => onExportTag(view.tag.id)}
              onMerge={() => setMerging(view.tag)}
              onSelect={() => onSelectTag(view.tag.id)}
              tabIndex={tabIndex}
              view={view}
            />
          )}
        </RovingList>
      )}
      {merging !== null && (
        <MergeDialog onClose={() => setMerging(null)} tag={merging} views={views} />
      )}
    </>
  );
}
