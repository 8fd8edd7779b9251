import { type NoteView, useNotes } from '@renderer/archive/queries';
import { formatTime, useT } from '@renderer/i18n';
import { Button } from '@renderer/ui/button';
import { EmptyState } from '@renderer/ui/empty-state';
import { Field } from '@renderer/ui/field';
import { Icon } from '@renderer/ui/icon';
import { Loading } from '@renderer/ui/loading';
import { RovingList } from '@renderer/ui/roving-list';
import { useSettledText } from '@renderer/ui/use-settled-text';
import { useMemo, useState } from 'react';
import { excerptOf, filterNotes } from './notes-list';
import styles from './notes-pane.module.css';

interface NotesPaneProps {
  onOpen: (view: NoteView) => void;
  onOpenArchiveNote: () => void;
}

/** Every note, the one written last on top; the archive's own stays above them. */
export function NotesPane({ onOpen, onOpenArchiveNote }: NotesPaneProps) {
  const t = useT();
  const views = useNotes();
  const [query, setQuery] = useState('');
  const { settled, handlers } = useSettledText(query);
  const own = views?.find(({ note }) => note.targetKind === 'archive');
  const others = useMemo(() => views?.filter(({ note }) => note.targetKind !== 'archive'), [views]);
  const shown = useMemo(() => filterNotes(others ?? [], settled), [others, settled]);

  return (
    <div className={styles.pane}>
      <div className={styles.head} {...handlers}>
        <Field
          hideLabel
          icon="search"
          label={t('notes.filter')}
          onChange={setQuery}
          onEscape={() => setQuery('')}
          placeholder={t('notes.filter')}
          value={query}
        />
      </div>
      <button className={styles.pinned} onClick={onOpenArchiveNote} type="button">
        <Icon name="note" />
        <span className={styles.pinnedText}>
          <span className={styles.pinnedTitle}>{t('notes.archive')}</span>
          <span className={styles.excerpt}>
            {own === undefined ? t('notes.archive.empty') : excerptOf(own.note.plain)}
          </span>
        </span>
      </button>
      {others === undefined && <Loading />}
      {others?.length === 0 && (
        <EmptyState text={t('notes.none')}>
          <Button onPress={onOpenArchiveNote}>{t('notes.none.action')}</Button>
        </EmptyState>
      )}
      {others !== undefined && others.length > 0 && shown.length === 0 && (
        <EmptyState text={t('notes.noMatch')}>
          <Button onPress={() => setQuery('')}>{t('notes.noMatch.action')}</Button>
        </EmptyState>
      )}
      {shown.length > 0 && (
        <RovingList
          items={shown}
          keyOf={({ note }) => note.id}
          label={t('notes.list')}
          rowHeight={104}
        >
          {(view, tabIndex) => <Row onOpen={() => onOpen(view)} tabIndex={tabIndex} view={view} />}
        </RovingList>
      )}
    </div>
  );
}

function Row({
  view: { note, annotation, article },
  tabIndex,
  onOpen,
}: {
  view: NoteView;
  tabIndex: 0 | -1;
  onOpen: () => void;
}) {
  const t = useT();
  return (
    <button className={styles.row} data-row-main onClick={onOpen} tabIndex={tabIndex} type="button">
      {annotation !== null && (
        <span className={styles.quote} data-color={annotation.color ?? 'none'} lang="zh-CN">
          {excerptOf(annotation.exact)}
        </span>
      )}
      <span className={styles.words} lang="zh-CN">
        {excerptOf(note.plain) || t('notes.noWords')}
      </span>
      <span className={styles.about}>
        <span className={styles.title} lang="zh-CN">
          {article?.title ?? t('notes.lost')}
        </span>
        <span>{formatTime(note.modified)}</span>
      </span>
    </button>
  );
}
