import { type NoteView, useNotes } from '@renderer/archive/queries';
import { formatTime, useT } from '@renderer/i18n';
import { runAction } from '@renderer/ui/actions';
import { Button, IconButton } from '@renderer/ui/button';
import { EmptyState } from '@renderer/ui/empty-state';
import { Field } from '@renderer/ui/field';
import { Icon, type IconName } from '@renderer/ui/icon';
import { Loading } from '@renderer/ui/loading';
import { RovingList } from '@renderer/ui/roving-list';
import { useSettledText } from '@renderer/ui/use-settled-text';
import { useMemo, useState } from 'react';
import { chooseNotes, everyNote, excerptOf, filterNotes, titleOf } from './notes-list';
import styles from './notes-pane.module.css';
import { NotesTools } from './notes-tools';

interface NotesPaneProps {
  onOpen: (view: NoteView) => void;
  onOpenArchiveNote: () => void;
}

/** Every note, the one written last on top; the archive's own stays above them. */
export function NotesPane({ onOpen, onOpenArchiveNote }: NotesPaneProps) {
  const t = useT();
  const views = useNotes();
  const [query, setQuery] = useState('');
  const [choice, setChoice] = useState(everyNote);
  const [openId, setOpenId] = useState<string | null>(null);
  const { settled, handlers } = useSettledText(query);
  const own = views?.find(({ note }) => note.targetKind === 'archive');
  const others = useMemo(() => views?.filter(({ note }) => note.targetKind !== 'archive'), [views]);
  const shown = useMemo(
    () => chooseNotes(filterNotes(others ?? [], settled), choice),
    [others, settled, choice],
  );
  const open = (view: NoteView) => {
    setOpenId(view.note.id);
    onOpen(view);
  };
  const at = shown.findIndex(({ note }) => note.id === openId);
  const stepTo = (index: number) => {
    const view = index < 0 ? undefined : shown[index];
    return view === undefined ? null : () => open(view);
  };

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
        <Step icon="back" label={t('notes.previous')} run={stepTo(at - 1)} />
        <Step icon="forward" label={t('notes.next')} run={stepTo(at + 1)} />
        <IconButton
          icon="articles"
          label={t('notes.templates')}
          onPress={() => runAction('go.templates')}
        />
      </div>
      <NotesTools choice={choice} onChoice={setChoice} />
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
          <Button
            onPress={() => {
              setQuery('');
              setChoice(everyNote);
            }}
          >
            {t('notes.noMatch.action')}
          </Button>
        </EmptyState>
      )}
      {shown.length > 0 && (
        <RovingList
          items={shown}
          keyOf={({ note }) => note.id}
          label={t('notes.list')}
          rowHeight={104}
        >
          {(view, tabIndex) => <Row onOpen={() => open(view)} tabIndex={tabIndex} view={view} />}
        </RovingList>
      )}
    </div>
  );
}

/** To the note before or after the one that is open; `null` where there is none. */
function Step({ icon, label, run }: { icon: IconName; label: string; run: (() => void) | null }) {
  return <IconButton icon={icon} isDisabled={run === null} label={label} onPress={() => run?.()} />;
}

function Row({ view, tabIndex, onOpen }: { view: NoteView; tabIndex: 0 | -1; onOpen: () => void }) {
  const t = useT();
  const { note, annotation, tag } = view;
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
          {tag === null ? titleOf(view) || t('notes.lost') : t('notes.tagMemo', { name: tag.name })}
        </span>
        <span>{formatTime(note.modified)}</span>
      </span>
    </button>
  );
}
