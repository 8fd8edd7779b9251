import type { Article } from '@domain/model';
import { deleteArticles, readArticle } from '@renderer/archive/articles';
import { type LibraryState, useLibrary } from '@renderer/archive/library';
import type { Settings } from '@renderer/archive/settings';
import { useT } from '@renderer/i18n';
import { runAction, useActions } from '@renderer/ui/actions';
import { Button, IconButton } from '@renderer/ui/button';
import { EmptyState } from '@renderer/ui/empty-state';
import { Loading } from '@renderer/ui/loading';
import { ContextMenu, MenuButton, type MenuEntry } from '@renderer/ui/menu';
import { showToast } from '@renderer/ui/toasts';
import { useSettledText } from '@renderer/ui/use-settled-text';
import { errorCodeOf } from '@shared/errors';
import { useCallback, useMemo, useRef, useState } from 'react';
import { ArticleDetailsDialog } from './article-details-dialog';
import { ArticleList } from './article-list';
import { filterArticles, NO_FILTER } from './filter-articles';
import styles from './library-pane.module.css';
import { LibraryToolbar } from './library-toolbar';
import { useSelection } from './use-selection';
import { type SortedArticles, useSortedArticles } from './use-sorted-articles';

interface Props {
  /** The article that is open. */
  currentId: string | null;
  onOpen: (id: string) => void;
  /** Opens an article next to the one that is read. */
  onOpenBeside: (id: string) => void;
  /** Hands articles out as Markdown. */
  onExport: (ids: string[]) => void;
  /** Tags articles as a whole. */
  onTag: (ids: string[]) => void;
  /** Reads an article's source file again, with a review. */
  onReimport: (id: string) => void;
  settings: Settings;
}

/** The filter outlives the pane, so that a look at the search does not lose it. */
let lastFilter = NO_FILTER;

/** Every article of the archive, to be narrowed, sorted and opened. */
export function LibraryPane(props: Props) {
  const t = useT();
  const library = useLibrary();
  return (
    <section aria-label={t('view.library')} className={styles.pane}>
      {library === undefined ? <Loading /> : <InOrder {...props} library={library} />}
    </section>
  );
}

function InOrder(props: Props & { library: LibraryState }) {
  const { librarySort, librarySortDescending } = props.settings;
  const sorted = useSortedArticles(props.library, librarySort, librarySortDescending);
  return sorted === null ? <Loading /> : <Library {...props} {...sorted} />;
}

interface LibraryProps extends Props, SortedArticles {
  library: LibraryState;
}

function Library(props: LibraryProps) {
  const {
    library,
    rows: sorted,
    whole,
    currentId,
    onOpen,
    onOpenBeside,
    onExport,
    onReimport,
    onTag,
    settings,
  } = props;
  const { rows: articles, total } = library;
  const t = useT();
  const [filter, setFilter] = useState(lastFilter);
  lastFilter = filter;
  const [editing, setEditing] = useState<Article | null>(null);
  const [menuAt, setMenuAt] = useState<{ x: number; y: number } | null>(null);
  const inputRef = useRef<HTMLInputElement>(null);
  const listRef = useRef<HTMLDivElement>(null);
  const { settled, handlers } = useSettledText(filter.text);
  const shown = useMemo(
    () => filterArticles(sorted, { ...filter, text: settled }),
    [sorted, filter, settled],
  );
  const { selection, onSelect, onSelectAll, ids, arriving } = useSelection(shown, currentId, whole);
  // What is done to all is done when all are there.
  const hasChosen = ids.length > 0 && !arriving;

  const remove = async () => {
    if (!hasChosen) return;
    try {
      await deleteArticles(ids);
    } catch (error) {
      showToast({ kind: 'error', text: t(`error.${errorCodeOf(error)}`) });
    }
  };
  const chosen = ids[0];
  const only = ids.length === 1 && chosen !== undefined && !arriving;
  const edit = async (id: string) => setEditing(await readArticle(id));
  const menu: MenuEntry[] = [
    {
      id: 'open',
      label: t('library.open'),
      icon: 'articles',
      shortcut: 'Enter',
      enabled: only,
      run: () => chosen !== undefined && onOpen(chosen),
    },
    {
      id: 'beside',
      label: t('library.openBeside'),
      icon: 'panes',
      enabled: only,
      run: () => chosen !== undefined && onOpenBeside(chosen),
    },
    {
      id: 'edit',
      label: t('library.details.edit'),
      icon: 'edit',
      enabled: only,
      run: () => chosen !== undefined && edit(chosen),
    },
    {
      id: 'reimport',
      label: t('library.reimport'),
      icon: 'undo',
      enabled: only,
      run: () => chosen !== undefined && onReimport(chosen),
    },
    {
      id: 'tag',
      label: t('codes.tagArticle'),
      icon: 'tag',
      enabled: hasChosen,
      run: () => onTag(ids),
    },
    {
      id: 'export',
      label: t('library.export'),
      icon: 'export',
      enabled: hasChosen,
      run: () => onExport(ids),
    },
    {
      id: 'delete',
      label: t('app.delete'),
      icon: 'trash',
      shortcut: 'Delete',
      enabled: hasChosen,
      separated: true,
      run: remove,
    },
  ];

  useActions([
    {
      id: 'library.filter',
      label: t('library.filter.focus'),
      group: 'view',
      shortcut: '/',
      run: () => {
        inputRef.current?.focus();
        inputRef.current?.select();
      },
    },
  ]);

  const focusList = useCallback(() => listRef.current?.focus(), []);
  const menuLabel = t('library.menu');
  return (
    <>
      <div {...handlers}>
        <LibraryToolbar
          articles={articles}
          filter={filter}
          inputRef={inputRef}
          onEnterList={focusList}
          onFilter={setFilter}
          settings={settings}
        />
      </div>
      <div className={styles.status}>
        <span role="status">
          {ids.length > 1
            ? t('library.selected', { count: ids.length })
            : shown.length === sorted.length
              ? t('library.count', { count: total ?? shown.length })
              : t('library.countOf', { shown: shown.length, count: total ?? sorted.length })}
        </span>
        <MenuButton entries={menu} label={menuLabel}>
          <IconButton icon="more" isDisabled={!hasChosen} label={menuLabel} />
        </MenuButton>
      </div>
      {shown.length > 0 ? (
        <ArticleList
          articles={shown}
          currentId={currentId}
          listRef={listRef}
          onDelete={remove}
          onLeave={() => inputRef.current?.focus()}
          onMenu={setMenuAt}
          onOpen={onOpen}
          onSelect={onSelect}
          onSelectAll={onSelectAll}
          selection={selection}
        />
      ) : !whole ? (
        <Loading />
      ) : articles.length > 0 ? (
        <EmptyState text={t('library.noMatch')}>
          <Button onPress={() => setFilter(NO_FILTER)}>{t('library.filter.clear')}</Button>
        </EmptyState>
      ) : (
        <EmptyState text={t('library.empty')}>
          <Button icon="import" onPress={() => runAction('file.import')}>
            {t('action.importFiles')}
          </Button>
        </EmptyState>
      )}
      {menuAt !== null && (
        <ContextMenu at={menuAt} entries={menu} label={menuLabel} onClose={() => setMenuAt(null)} />
      )}
      {editing !== null && (
        <ArticleDetailsDialog
          article={editing}
          onClose={() => {
            setEditing(null);
            // The menu that opened it is gone, so the focus would have nowhere to return to.
            requestAnimationFrame(focusList);
          }}
        />
      )}
    </>
  );
}
