import { tagKey } from '@domain/codebook/tags';
import type { Tag } from '@domain/model';
import { tagAnnotations, untagAnnotations } from '@renderer/archive/annotate';
import { tagViews, useSettings, useTags } from '@renderer/archive/queries';
import { readSettings, saveSetting } from '@renderer/archive/settings';
import { useT } from '@renderer/i18n';
import { takeKeys } from '@renderer/ui/held-keys';
import { useSettledText } from '@renderer/ui/use-settled-text';
import { errorCodeOf } from '@shared/errors';
import { useLayoutEffect, useMemo, useRef, useState } from 'react';
import { afterUse, type PickerRow, pickerRows } from './picker-rows';
import { TagCombobox } from './tag-combobox';

interface TagPickerProps {
  annotationIds: string[];
  /** The tags that all of them carry. */
  current: Tag[];
  /** Escape was pressed. */
  onDone: () => void;
}

/** Puts tags on annotations and takes them off, known ones and new ones, one after the other. */
export function TagPicker({ annotationIds, current, onDone }: TagPickerProps) {
  const t = useT();
  const views = useTags();
  const recent = useRecentTags();
  const [query, setQuery] = useState('');
  const [error, setError] = useState<string | null>(null);
  const { settled, handlers } = useSettledText(query);
  const rows = useMemo(
    () => (views === undefined ? [] : pickerRows(views, settled, recent ?? [])),
    [views, settled, recent],
  );
  useLayoutEffect(() => {
    const ahead = takeKeys().replaceAll('\n', '');
    if (ahead !== '') setQuery(ahead);
  }, []);

  const carried = new Set(current.map((tag) => tag.id));
  const isChosen = (row: PickerRow) => row.kind === 'tag' && carried.has(row.tag.id);
  const toggle = async (row: PickerRow) => {
    const name = row.kind === 'tag' ? row.tag.name : row.name;
    // At once, so that the next tag can be typed while this one is being stored.
    setQuery('');
    setError(null);
    try {
      if (row.kind === 'tag' && isChosen(row)) await untagAnnotations(annotationIds, row.tag.id);
      else await putOn(annotationIds, name);
    } catch (failure) {
      setQuery(name);
      setError(t(`error.${errorCodeOf(failure)}`));
    }
  };
  return (
    <div {...handlers}>
      <TagCombobox
        error={error}
        isChosen={isChosen}
        label={t('tags.pick')}
        multiple
        onChoose={(row) => void toggle(row)}
        onClose={onDone}
        onQuery={(typed) => {
          setQuery(typed);
          setError(null);
        }}
        pending={views === undefined}
        placeholder={t('tags.pick.placeholder')}
        query={query}
        rows={rows}
      />
    </div>
  );
}

/** As they were when the list opened: what is chosen must not move its row. */
function useRecentTags(): string[] | undefined {
  const settings = useSettings();
  const first = useRef<string[]>(undefined);
  first.current ??= settings?.recentTags;
  return first.current;
}

async function putOn(annotationIds: string[], name: string): Promise<void> {
  await tagAnnotations(annotationIds, name);
  const used = (await tagViews()).find(({ tag }) => tagKey(tag.name) === tagKey(name));
  if (used === undefined) return;
  const { recentTags } = await readSettings();
  await saveSetting('recentTags', afterUse(recentTags, used.tag.id));
}
