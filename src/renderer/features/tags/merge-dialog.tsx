import type { Tag } from '@domain/model';
import type { TagView } from '@renderer/archive/queries';
import { mergeTags } from '@renderer/archive/tags';
import { useT } from '@renderer/i18n';
import { Button } from '@renderer/ui/button';
import { Dialog } from '@renderer/ui/dialog';
import { useSettledText } from '@renderer/ui/use-settled-text';
import { errorCodeOf } from '@shared/errors';
import { useMemo, useState } from 'react';
import { pickerRows } from './picker-rows';
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
  const [error, setError] = useState<string | null>(null);
  const { settled, handlers } = useSettledText(query);
  const rows = useMemo(() => {
    const others = views.filter((view) => view.tag.id !== tag.id);
    return pickerRows(others, settled, [], false);
  }, [views, settled, tag.id]);

  const merge = async (intoId: string) => {
    try {
      await mergeTags(tag.id, intoId);
      onMerged?.(intoId);
      onClose();
    } catch (failure) {
      setError(t(`error.${errorCodeOf(failure)}`));
    }
  };
  return (
    <Dialog
      footer={
        <>
          <Button onPress={onClose} variant="quiet">
            {t('app.cancel')}
          </Button>
          <Button
            isDisabled={into === null}
            onPress={() => into !== null && void merge(into.id)}
            variant="primary"
          >
            {into === null ? t('tags.merge.do') : t('tags.merge.into', { name: into.name })}
          </Button>
        </>
      }
      onClose={onClose}
      title={t('tags.merge.title', { name: tag.name })}
    >
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
    </Dialog>
  );
}
