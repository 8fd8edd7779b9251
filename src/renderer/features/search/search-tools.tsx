import type { SearchOutcome, SortOrder } from '@renderer/archive/search';
import { useT } from '@renderer/i18n';
import { IconButton } from '@renderer/ui/button';
import { MenuButton, type MenuEntry } from '@renderer/ui/menu';
import { memo } from 'react';
import styles from './search-pane.module.css';
import { ask } from './search-state';

const SORTS: readonly SortOrder[] = ['relevance', 'date-down', 'date-up', 'outlet', 'title'];

/** What there is to do something with. */
export type ResultKind = 'unasked' | 'empty' | 'articles' | 'occurrences';

export function kindOf(outcome: SearchOutcome | null): ResultKind {
  if (outcome === null) return 'unasked';
  if (outcome.groups.length === 0) return 'empty';
  return outcome.total === 0 ? 'articles' : 'occurrences';
}

interface Props {
  result: ResultKind;
  sort: SortOrder;
  facetsOpen: boolean;
  onFacets: (open: boolean) => void;
  onConcordance: () => void;
  more: MenuEntry[];
}

/** How the result is looked at, and what can be done with it. Most keys change nothing of it. */
export const SearchTools = memo(function SearchTools(props: Props) {
  const { result, sort, facetsOpen, onFacets, onConcordance, more } = props;
  const t = useT();
  const none = result === 'unasked' || result === 'empty';
  return (
    <span className={styles.tools}>
      <IconButton
        icon="filter"
        isDisabled={result === 'unasked'}
        label={t('search.facets')}
        onPress={() => onFacets(!facetsOpen)}
        pressed={facetsOpen}
      />
      <MenuButton
        entries={SORTS.map((id) => ({
          id,
          label: t(`search.sort.${id}`),
          checked: id === sort,
          run: () => ask({ sort: id }),
        }))}
        label={t('search.sort')}
      >
        <IconButton icon="sort" isDisabled={none} label={t('search.sort')} />
      </MenuButton>
      <IconButton
        icon="table"
        isDisabled={result !== 'occurrences'}
        label={t('concordance.open')}
        onPress={onConcordance}
        shortcut="Mod+Shift+k"
      />
      <MenuButton entries={more} label={t('search.more')}>
        <IconButton icon="more" label={t('search.more')} />
      </MenuButton>
    </span>
  );
});
