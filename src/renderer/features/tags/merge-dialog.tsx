import type { Tag } from '@domain/model';
import type { TagView } from '@renderer/archive/queries';
import { mergeTags } from '@renderer/archive/tags';
import { useT } from '@renderer/i18n';
import { useSettledText } from '@renderer/ui/use-settled-text';
import { useMemo, useState } from 'react';
import { pickerRows } from './picker-rows';
import { TagChangeDialog } from './tag-change-dialog';
import { TagCombobox } from './tag-combobox';

interface Props {
  /** The tag that goes. */
  tag: Tag;
  views: TagView[];
  onClose: () => void;
  onMerged?: (intoId: string) => void;
}

/** Asks into which tag another one is merged. */
export function MergeDialog({ tag, views, onClose, onMerged }: Props) {
  const t = useT();
  const [query, setQuery] = useState('');
  const [into, setInto] = useState<Tag | null>(null);
  const { settled, handlers } = useSettledText(query);
  const rows = useMemo(() => {
    const others = views.filter((view) => view.tag.id !== tag.id);
    return pickerRows(others, settled, [], false);
  }, [views, settled, tag.id]);

  const merge = async (intoId: string) => {
    await mergeTags(tag.id, intoId);
    onMerged?.(intoId);
  };
  return (
    <TagChangeDialog
      action={into === null ? t('tags.merge.do') : t('tags.merge.into', { name: into.name })}
      onClose={onClose}
      run={into === null ? null : () => merge(into.id)}
      title={t('tags.merge.title', { name: tag.name })}
    >
      {(error) => (
        <div {...handlers}>
          <TagCombobox
            error={error}
            isChosen={(row) => row.kind === 'tag' && row.tag.id === into?.id}
            label={t('tags.merge.pick')}
            onChoose={(row) => {
              if (row.kind === 'tag') setInto(row.tag);
            }}
            onClose={onClose}
            onQuery={setQuery}
            placeholder={t('tags.merge.pick')}
            query={query}
            rows={rows}
          />
        </div>
      )}
    </TagChangeDialog>
  );
}
