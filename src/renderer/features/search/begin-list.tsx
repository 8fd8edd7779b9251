import type { SavedSearch } from '@domain/model-history';
import {
  deleteSearch,
  forgetQueries,
  useQueryHistory,
  useSavedSearches,
  useSearchCount,
} from '@renderer/archive/saved-searches';
import { formatNumber, useT } from '@renderer/i18n';
import { Button, IconButton } from '@renderer/ui/button';
import { EmptyState } from '@renderer/ui/empty-state';
import { MenuButton } from '@renderer/ui/menu';
import { RovingList } from '@renderer/ui/roving-list';
import { memo, useMemo, useState } from 'react';
import styles from './begin-list.module.css';
import { SaveDialog } from './save-dialog';

type Row =
  | { kind: 'head'; key: 'saved' | 'recent' }
  | { kind: 'saved'; key: string; saved: SavedSearch }
  | { kind: 'recent'; key: string; query: string };

interface Props {
  /** Whether it is seen; otherwise its rows wait, which costs the first key less than to take them away. */
  isShown: boolean;
  onQuery: (query: string) => void;
}

/** What is there before anything is typed: saved searches with their counts, and those asked last. */
export const BeginList = memo(function BeginList({ isShown, onQuery }: Props) {
  const t = useT();
  const saved = useSavedSearches();
  const history = useQueryHistory();
  const [renamed, setRenamed] = useState<SavedSearch | null>(null);
  const rows = useMemo(() => rowsOf(saved ?? [], history), [saved, history]);
  if (saved === undefined) return null;
  if (rows.length === 0) return isShown ? <EmptyState text={t('search.intro')} /> : null;
  return (
    <div className={styles.box} hidden={!isShown}>
      <RovingList
        isHead={(row) => row.kind === 'head'}
        items={rows}
        keyOf={(row) => row.key}
        label={t('search.begin')}
        rowHeight={34}
      >
        {(row, tabIndex) => {
          if (row.kind === 'head') {
            return (
              <div className={styles.head}>
                <h3>{t(`search.begin.${row.key}`)}</h3>
                {row.key === 'recent' && (
                  <Button
                    excludeFromTabOrder={tabIndex === -1}
                    onPress={() => void forgetQueries()}
                    variant="quiet"
                  >
                    {t('search.begin.forget')}
                  </Button>
                )}
              </div>
            );
          }
          const query = row.kind === 'saved' ? row.saved.query : row.query;
          return (
            <div className={styles.row}>
              <button
                className={styles.main}
                data-row-main=""
                onClick={() => onQuery(query)}
                tabIndex={tabIndex}
                type="button"
              >
                {row.kind === 'saved' ? (
                  <Saved isShown={isShown} saved={row.saved} />
                ) : (
                  <span>{row.query}</span>
                )}
              </button>
              {row.kind === 'saved' && (
                <MenuButton
                  entries={[
                    { id: 'rename', label: t('search.rename'), run: () => setRenamed(row.saved) },
                    {
                      id: 'delete',
                      label: t('search.delete'),
                      icon: 'trash',
                      run: () => deleteSearch(row.saved),
                    },
                  ]}
                  label={t('search.savedMenu', { name: row.saved.name })}
                >
                  <IconButton
                    excludeFromTabOrder={tabIndex === -1}
                    icon="more"
                    label={t('search.savedMenu', { name: row.saved.name })}
                  />
                </MenuButton>
              )}
            </div>
          );
        }}
      </RovingList>
      {renamed !== null && (
        <SaveDialog onClose={() => setRenamed(null)} query={renamed.query} saved={renamed} />
      )}
    </div>
  );
});

function Saved({ isShown, saved }: { isShown: boolean; saved: SavedSearch }) {
  const t = useT();
  const counts = useSearchCount(saved.query, isShown);
  return (
    <>
      <span className={styles.name} lang="zh-CN">
        {saved.name}
      </span>
      {saved.name !== saved.query && (
        <span className={styles.query} lang="zh-CN">
          {saved.query}
        </span>
      )}
      {counts !== null && (
        <span className={styles.count} title={t('search.total', counts)}>
          {formatNumber(counts.total > 0 ? counts.total : counts.articles)}
        </span>
      )}
    </>
  );
}

function rowsOf(saved: readonly SavedSearch[], history: readonly string[]): Row[] {
  const rows: Row[] = [];
  if (saved.length > 0) rows.push({ kind: 'head', key: 'saved' });
  for (const each of saved) rows.push({ kind: 'saved', key: each.id, saved: each });
  if (history.length > 0) rows.push({ kind: 'head', key: 'recent' });
  for (const query of history) rows.push({ kind: 'recent', key: `recent ${query}`, query });
  return rows;
}
