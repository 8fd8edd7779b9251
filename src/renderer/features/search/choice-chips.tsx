import type { Narrowing } from '@renderer/archive/search';
import { useT } from '@renderer/i18n';
import { Icon } from '@renderer/ui/icon';
import { chosenValues, toggled, useValueNames } from './facet-values';
import styles from './search-pane.module.css';

interface Props {
  narrowing: Narrowing;
  onChange: (changes: Partial<Narrowing>) => void;
}

/** What narrows a search, each to be taken away. */
export function ChoiceChips({ narrowing: { facets, within }, onChange }: Props) {
  const t = useT();
  const names = useValueNames();
  const chips = [
    ...within.map((query, index) => ({
      key: `within ${query}`,
      name: t('search.withinChip', { query }),
      remove: () => onChange({ within: within.filter((_, at) => at !== index) }),
    })),
    ...chosenValues(facets).map(({ facet, value }) => ({
      key: `${facet} ${value}`,
      name: names(facet, value),
      remove: () => onChange({ facets: toggled(facets, facet, value) }),
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
