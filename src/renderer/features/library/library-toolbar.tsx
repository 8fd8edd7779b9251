import type { LibraryRow } from '@renderer/archive/library';
import { type Settings, saveSetting } from '@renderer/archive/settings';
import { useT } from '@renderer/i18n';
import { IconButton } from '@renderer/ui/button';
import { Field } from '@renderer/ui/field';
import { MenuButton, type MenuEntry } from '@renderer/ui/menu';
import { memo, type RefObject } from 'react';
import type { LibraryFilter } from './filter-articles';
import { FilterButton } from './filter-button';
import styles from './library-pane.module.css';
import type { LibrarySort } from './sort-articles';

const SORTS: LibrarySort[] = ['imported', 'date', 'title', 'outlet', 'annotations'];

interface Props {
  articles: readonly LibraryRow[];
  filter: LibraryFilter;
  onFilter: (filter: LibraryFilter) => void;
  settings: Settings;
  inputRef: RefObject<HTMLInputElement | null>;
  /** From the field into the list. */
  onEnterList: () => void;
}

/** How the list is narrowed and sorted. */
export const LibraryToolbar = memo(function LibraryToolbar(props: Props) {
  const { articles, filter, onFilter, settings, inputRef, onEnterList } = props;
  const t = useT();
  return (
    <div className={styles.toolbar}>
      <Field
        hideLabel
        icon="search"
        inputRef={inputRef}
        label={t('library.filter.text')}
        onArrowDown={onEnterList}
        onChange={(text) => onFilter({ ...filter, text })}
        onEnter={onEnterList}
        onEscape={() => (filter.text === '' ? onEnterList() : onFilter({ ...filter, text: '' }))}
        placeholder={t('library.filter.text')}
        value={filter.text}
      />
      <FilterButton articles={articles} filter={filter} onFilter={onFilter} />
      <MenuButton entries={sortEntries(settings, t)} label={t('library.sort')}>
        <IconButton icon="sort" label={t('library.sort')} />
      </MenuButton>
    </div>
  );
});

function sortEntries(settings: Settings, t: ReturnType<typeof useT>): MenuEntry[] {
  const { librarySort, librarySortDescending } = settings;
  return [
    ...SORTS.map((sort) => ({
      id: sort,
      label: t(`library.sort.${sort}`),
      checked: librarySort === sort,
      run: () => saveSetting('librarySort', sort),
    })),
    {
      id: 'ascending',
      label: t('library.sort.ascending'),
      checked: !librarySortDescending,
      separated: true,
      run: () => saveSetting('librarySortDescending', false),
    },
    {
      id: 'descending',
      label: t('library.sort.descending'),
      checked: librarySortDescending,
      run: () => saveSetting('librarySortDescending', true),
    },
  ];
}
