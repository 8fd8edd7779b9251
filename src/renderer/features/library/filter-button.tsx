import type { LibraryRow } from '@renderer/archive/library';
import { useTags } from '@renderer/archive/queries';
import { collator, useT } from '@renderer/i18n';
import { Button, IconButton } from '@renderer/ui/button';
import { Choice } from '@renderer/ui/choice';
import { Select } from '@renderer/ui/select';
import { useMemo } from 'react';
import { Dialog, DialogTrigger, Popover } from 'react-aria-components';
import { hasConditions, type LibraryFilter, NO_FILTER, outletsOf } from './filter-articles';
import styles from './filter-button.module.css';

interface Props {
  articles: readonly LibraryRow[];
  filter: LibraryFilter;
  onFilter: (filter: LibraryFilter) => void;
}

/** Opens the conditions: annotated or not, a tag, an outlet. */
export function FilterButton({ articles, filter, onFilter }: Props) {
  const t = useT();
  const active = hasConditions(filter);
  return (
    <DialogTrigger>
      <IconButton
        icon="filter"
        label={active ? t('library.filter.active') : t('library.filter')}
        pressed={active}
      />
      <Popover className={styles.popover ?? ''} crossOffset={32} offset={4} placement="bottom end">
        <Dialog aria-label={t('library.filter')} className={styles.dialog ?? ''}>
          {({ close }) => (
            <>
              <Conditions articles={articles} filter={filter} onFilter={onFilter} />
              <Button
                isDisabled={!active}
                onPress={() => {
                  onFilter({ ...NO_FILTER, text: filter.text });
                  close();
                }}
                variant="quiet"
              >
                {t('library.filter.clear')}
              </Button>
            </>
          )}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

/** An option that stands for any value; ids are UUIDs and outlets are never empty here. */
const ANY = '';

function Conditions({ articles, filter, onFilter }: Props) {
  const t = useT();
  const tags = useTags() ?? [];
  const outlets = useMemo(() => outletsOf(articles), [articles]);
  const sorted = [...tags].sort((a, b) => collator.compare(a.tag.name, b.tag.name));
  return (
    <>
      <Choice
        label={t('library.filter.annotated')}
        onChange={(annotated) => onFilter({ ...filter, annotated })}
        options={[
          { id: 'any', label: t('library.filter.annotated.any') },
          { id: 'yes', label: t('library.filter.annotated.yes') },
          { id: 'no', label: t('library.filter.annotated.no') },
        ]}
        value={filter.annotated}
      />
      <Select
        label={t('library.filter.tag')}
        onChange={(id) => onFilter({ ...filter, tagId: id === ANY ? null : id })}
        options={[
          { id: ANY, label: t('library.filter.tag.any') },
          ...sorted.map(({ tag }) => ({ id: tag.id, label: tag.name })),
        ]}
        value={filter.tagId ?? ANY}
      />
      <Select
        label={t('library.filter.outlet')}
        onChange={(id) => onFilter({ ...filter, outlet: id === ANY ? null : id })}
        options={[
          { id: ANY, label: t('library.filter.outlet.any') },
          ...outlets.map((outlet) => ({ id: outlet, label: outlet })),
        ]}
        value={filter.outlet ?? ANY}
      />
    </>
  );
}
