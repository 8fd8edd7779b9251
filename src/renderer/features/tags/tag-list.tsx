import { flattenTree, tagTree } from '@domain/codebook/tree';
import type { Tag } from '@domain/model';
import type { CodebookView } from '@renderer/archive/code-queries';
import { useT } from '@renderer/i18n';
import { useActions } from '@renderer/ui/actions';
import { Button, IconButton } from '@renderer/ui/button';
import { EmptyState } from '@renderer/ui/empty-state';
import { Field } from '@renderer/ui/field';
import { MenuButton, type MenuEntry } from '@renderer/ui/menu';
import { RovingList } from '@renderer/ui/roving-list';
import { useSettledText } from '@renderer/ui/use-settled-text';
import { useMemo, useState } from 'react';
import { NewTag } from './new-tag';
import { sortTagViews } from './picker-rows';
import { type TagDialog, TagDialogs } from './tag-dialogs';
import styles from './tag-list.module.css';
import { TagRow } from './tag-row';
import type { TagField } from './use-tag-tools';

interface Props {
  views: CodebookView[];
  onSelectTag: (tagId: string) => void;
  onExportTag: (tagId: string) => void;
  onBrowse: (tagId: string | null) => void;
  /** What can be done with the codebook as a whole. */
  entries: MenuEntry[];
}

interface Row {
  view: CodebookView;
  depth: number;
  isParent: boolean;
}

/** The codebook as a tree with how often each tag is used; what fits a filter stands as a list. */
export function TagList({ views, onSelectTag, onExportTag, onBrowse, entries }: Props) {
  const t = useT();
  const [query, setQuery] = useState('');
  const { settled, handlers } = useSettledText(query);
  const [making, setMaking] = useState<{ under: Tag | null } | null>(null);
  const [editing, setEditing] = useState<{ id: string; field: TagField } | null>(null);
  const [dialog, setDialog] = useState<TagDialog | null>(null);
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  const tags = useMemo(() => views.map((view) => view.tag), [views]);
  const rows = useMemo(() => rowsOf(views, settled, closed), [views, settled, closed]);
  const startMaking = () => setMaking({ under: null });
  const fold = (id: string, fold: boolean) => {
    const next = new Set(closed);
    if (fold) next.add(id);
    else next.delete(id);
    setClosed(next);
  };

  useActions([{ id: 'tag.new', label: t('tags.new'), group: 'annotation', run: startMaking }]);

  return (
    <>
      <div className={styles.head} {...handlers}>
        <Field
          hideLabel
          icon="search"
          label={t('tags.filter')}
          onChange={setQuery}
          onEscape={() => setQuery('')}
          placeholder={t('tags.filter')}
          value={query}
        />
        <IconButton
          icon="plus"
          label={t('tags.new')}
          onPress={() => setMaking(making === null ? { under: null } : null)}
          pressed={making !== null}
        />
        <MenuButton entries={entries} label={t('tags.codebookMenu')}>
          <IconButton icon="more" label={t('tags.codebookMenu')} />
        </MenuButton>
      </div>
      {making !== null && (
        <div className={styles.head}>
          <NewTag
            key={making.under?.id ?? ''}
            onClose={() => setMaking(null)}
            under={making.under}
          />
        </div>
      )}
      {views.length === 0 && making === null && (
        <EmptyState text={t('tags.none')}>
          <Button onPress={startMaking}>{t('tags.new')}</Button>
        </EmptyState>
      )}
      {views.length > 0 && rows.length === 0 && (
        <EmptyState text={t('tags.noMatch')}>
          <Button onPress={() => setQuery('')}>{t('tags.noMatch.action')}</Button>
        </EmptyState>
      )}
      {rows.length > 0 && (
        <RovingList
          items={rows}
          keyOf={({ view }) => view.tag.id}
          label={t('tags.list')}
          rowHeight={36}
        >
          {({ view, depth, isParent }, tabIndex) => (
            <TagRow
              depth={depth}
              editing={editing?.id === view.tag.id ? editing.field : null}
              fold={isParent ? (closed.has(view.tag.id) ? 'closed' : 'open') : null}
              onDialog={(kind) => setDialog({ kind, tag: view.tag })}
              onEdit={(field) => setEditing(field === null ? null : { id: view.tag.id, field })}
              onExport={() => onExportTag(view.tag.id)}
              onBrowse={() => onBrowse(view.tag.id)}
              onFold={(next) => fold(view.tag.id, next)}
              onSelect={() => onSelectTag(view.tag.id)}
              onSubTag={() => {
                fold(view.tag.id, false);
                setMaking({ under: view.tag });
              }}
              tabIndex={tabIndex}
              tags={tags}
              view={view}
            />
          )}
        </RovingList>
      )}
      {dialog !== null && (
        <TagDialogs dialog={dialog} onClose={() => setDialog(null)} views={views} />
      )}
    </>
  );
}

function rowsOf(views: CodebookView[], query: string, closed: ReadonlySet<string>): Row[] {
  const viewOf = new Map(views.map((view) => [view.tag.id, view]));
  if (query.trim() !== '') {
    return sortTagViews(views, query).flatMap(({ tag }) => {
      const view = viewOf.get(tag.id);
      return view === undefined ? [] : [{ view, depth: 0, isParent: false }];
    });
  }
  const tree = tagTree(views.map((view) => view.tag));
  return flattenTree(tree, closed).flatMap(({ tag, depth, children }) => {
    const view = viewOf.get(tag.id);
    return view === undefined ? [] : [{ view, depth, isParent: children.length > 0 }];
  });
}
