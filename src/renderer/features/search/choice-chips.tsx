import type { SearchRequest } from '@renderer/archive/search';
import { useT } from '@renderer/i18n';
import { Icon } from '@renderer/ui/icon';
import { chosenValues, toggled, useValueNames } from './facet-values';
import styles from './search-pane.module.css';
import { ask } from './search-state';

/** What narrows the search, each to be taken away. */
export function ChoiceChips({ facets, within }: Pick<SearchRequest, 'facets' | 'within'>) {
  const t = useT();
  const names = useValueNames();
  const chips = [
    ...within.map((query, index) => ({
      key: `within ${query}`,
      name: t('search.withinChip', { query }),
      remove: () => ask({ within: within.filter((_, at) => at !== index) }),
    })),
    ...chosenValues(facets).map(({ facet, value }) => ({
      key: `${facet} ${value}`,
      name: names(facet, value),
      remove: () => ask({ facets: toggled(facets, facet, value) }),
    })),
  ];
  if (chips.length === 0) return null;
  return (
    <ul aria-label={t('search.narrowed')} className={styles.chips}>
      {chips.map(({ key, name, remove }) => (
        <li className={styles.chip} key={key}>
          <span className={styles.chipName} lang="zh-CN">
            {name}
          </span>
          <button aria-label={t('search.removeChip', { name })} onClick={remove} type="button">
            <Icon name="close" size={12} />
          </button>
        </li>
      ))}
    </ul>
  );
}
