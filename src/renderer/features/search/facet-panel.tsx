import {
  type FacetChoice,
  type Facets,
  type SearchOutcome,
  searchFacets,
} from '@renderer/archive/search';
import { formatNumber, useT } from '@renderer/i18n';
import { Button } from '@renderer/ui/button';
import { Checkbox } from '@renderer/ui/checkbox';
import { Icon } from '@renderer/ui/icon';
import { VirtualList } from '@renderer/ui/virtual-list';
import { useEffect, useState } from 'react';
import { Button as AriaButton, Disclosure, DisclosurePanel, Heading } from 'react-aria-components';
import styles from './facet-panel.module.css';
import { chosenOf, FACETS, type FacetName, toggled, useValueNames } from './facet-values';
import { ask } from './search-state';

interface Props {
  outcome: SearchOutcome;
  facets: FacetChoice;
}

/** A result by outlet, year, tag and kind, to be narrowed. */
export function FacetPanel({ outcome, facets }: Props) {
  const t = useT();
  const counts = useFacets(outcome);
  return (
    <section aria-label={t('search.facets')} className={styles.panel}>
      {FACETS.map((facet) => (
        <Facet chosen={facets} counts={counts?.[facet] ?? []} facet={facet} key={facet} />
      ))}
    </section>
  );
}

/** The counts of the result before stay until those of this one are there, which takes all of it. */
function useFacets({ resultId, isWhole }: SearchOutcome): Facets | null {
  const [counts, setCounts] = useState<Facets | null>(null);
  useEffect(() => {
    if (!isWhole) return;
    const wanted = new AbortController();
    void searchFacets(resultId, wanted.signal).then((next) => {
      if (!wanted.signal.aborted && next !== null) setCounts(next);
    });
    return () => wanted.abort();
  }, [resultId, isWhole]);
  return counts;
}

/** How many values are shown before one asks for all. */
const FEW = 6;

interface FacetProps {
  facet: FacetName;
  counts: Facets[FacetName];
  chosen: FacetChoice;
}

function Facet({ facet, counts, chosen }: FacetProps) {
  const t = useT();
  const names = useValueNames();
  const [all, setAll] = useState(false);
  const values = chosenOf(chosen, facet);
  const rows = all ? counts : counts.slice(0, FEW);
  const row = ({ value, articles, places }: Facets[FacetName][number]) => (
    <div className={styles.value}>
      <Checkbox
        onChange={() => ask({ facets: toggled(chosen, facet, value) })}
        selected={values.includes(value)}
      >
        <span className={styles.name} lang="zh-CN">
          {names(facet, value)}
        </span>
      </Checkbox>
      <span className={styles.count} title={t('search.total', { total: places, articles })}>
        {formatNumber(facet === 'kinds' ? places : articles)}
      </span>
    </div>
  );
  if (counts.length === 0 && values.length === 0) return null;
  return (
    <Disclosure className={styles.facet ?? ''} defaultExpanded>
      <Heading className={styles.heading ?? ''} level={3}>
        <AriaButton className={styles.toggle ?? ''} slot="trigger">
          <Icon name="forward" size={12} />
          {t(`search.facet.${facet}`)}
          {values.length > 0 && <span className={styles.chosen}>{values.length}</span>}
        </AriaButton>
      </Heading>
      <DisclosurePanel>
        {rows.length > FEW ? (
          <VirtualList
            items={rows}
            keyOf={({ value }) => value}
            label={t(`search.facet.${facet}`)}
            rowHeight={26}
          >
            {row}
          </VirtualList>
        ) : (
          rows.map((each) => <div key={each.value}>{row(each)}</div>)
        )}
        {counts.length > FEW && (
          <Button onPress={() => setAll(!all)} variant="quiet">
            {all ? t('search.facet.fewer') : t('search.facet.all', { count: counts.length })}
          </Button>
        )}
      </DisclosurePanel>
    </Disclosure>
  );
}
