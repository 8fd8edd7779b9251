import { NO_FACETS, type SearchScope, searchArticleIds } from '@renderer/archive/search';
import { useT } from '@renderer/i18n';
import type { MenuEntry } from '@renderer/ui/menu';
import { useMemo, useRef } from 'react';
import { ask, type SearchState } from './search-state';

/** What other parts of the program do with a result. */
export interface ResultUses {
  /** To tag what was found. */
  onAutoTag: (scope: SearchScope) => void;
  /** To count words in what was found. */
  onAnalyse: (scope: SearchScope) => void;
  /** To hand out the articles that were found. */
  onExport: (articleIds: string[]) => void;
}

interface PaneUses {
  /** The next query searches within this result. */
  onWithin: () => void;
  onSave: (query: string) => void;
}

/** What can be done with the result; the same entries as before unless what they say changes. */
export function useResultActions(
  state: SearchState,
  uses: ResultUses,
  { onWithin, onSave }: PaneUses,
): MenuEntry[] {
  const t = useT();
  const latest = useRef({ state, uses, onWithin, onSave });
  latest.current = { state, uses, onWithin, onSave };
  const found = state.outcome !== null && state.outcome.groups.length > 0;
  const asked = state.query.trim() !== '';
  return useMemo(() => {
    const scope = (): SearchScope => {
      const { query, facets, within } = latest.current.state;
      return { query, facets, within };
    };
    return [
      {
        id: 'within',
        label: t('search.within'),
        icon: 'filter',
        enabled: found,
        run: () => {
          const { query, within } = scope();
          ask({ within: [...within, query], query: '', facets: NO_FACETS });
          latest.current.onWithin();
        },
      },
      {
        id: 'save',
        label: t('search.save'),
        icon: 'plus',
        enabled: asked,
        run: () => latest.current.onSave(scope().query),
      },
      {
        id: 'tag',
        label: t('search.autoTag'),
        icon: 'tag',
        enabled: found,
        separated: true,
        run: () => latest.current.uses.onAutoTag(scope()),
      },
      {
        id: 'analyse',
        label: t('search.analyse'),
        icon: 'chart',
        enabled: found,
        run: () => latest.current.uses.onAnalyse(scope()),
      },
      {
        id: 'export',
        label: t('search.export'),
        icon: 'export',
        enabled: found,
        run: async () => {
          const { outcome } = latest.current.state;
          const ids = outcome === null ? null : await searchArticleIds(outcome.resultId);
          if (ids !== null) latest.current.uses.onExport(ids);
        },
      },
    ];
  }, [t, found, asked]);
}
