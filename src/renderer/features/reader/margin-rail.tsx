import type { AnnotationView } from '@renderer/archive/queries';
import { useT } from '@renderer/i18n';
import { Icon } from '@renderer/ui/icon';
import { type KeyboardEvent, memo, type RefObject, useMemo } from 'react';
import styles from './margin-rail.module.css';
import type { TextDom } from './text-dom';
import { type RailEntry, useRail } from './use-rail';

interface Props {
  dom: TextDom;
  /** Those that have a place in the text. */
  views: readonly AnnotationView[];
  scroller: RefObject<HTMLElement | null>;
  selectedId: string | null;
  onSelect: (id: string) => void;
}

/** Beside the text: the tags and notes' first words at their lines; signs alone where there is no room. */
export function MarginRail({ dom, views, scroller, selectedId, onSelect }: Props) {
  const t = useT();
  const told = useMemo(
    () => views.filter(({ tags, note }) => tags.length > 0 || (note?.plain ?? '') !== ''),
    [views],
  );
  const rail = useRail(dom, scroller, told);
  if (rail === null || rail.entries.length === 0) return null;
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step === 0) return;
    const buttons: Element[] = [...event.currentTarget.querySelectorAll('button')];
    const at = event.target instanceof Element ? buttons.indexOf(event.target) : -1;
    const next = buttons[at + step];
    event.preventDefault();
    event.stopPropagation();
    if (next instanceof HTMLElement) next.focus();
  };
  const chosen = rail.entries.findIndex(({ view }) => view.annotation.id === selectedId);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms, these are remarks
    <div
      aria-label={t('reader.rail')}
      className={`${styles.rail} ${rail.narrow ? styles.narrow : ''}`}
      onKeyDown={onKeyDown}
      role="group"
      style={{ left: rail.left, width: rail.width }}
    >
      {rail.entries.map((entry, index) => (
        <Entry
          entry={entry}
          key={entry.view.annotation.id}
          narrow={rail.narrow}
          onSelect={onSelect}
          selected={index === chosen}
          // Only one is a stop of the Tab key; the arrow keys go to the others.
          tabStop={index === Math.max(0, chosen)}
        />
      ))}
    </div>
  );
}

interface EntryProps {
  entry: RailEntry;
  narrow: boolean;
  selected: boolean;
  tabStop: boolean;
  onSelect: (id: string) => void;
}

const Entry = memo(function Entry({ entry, narrow, selected, tabStop, onSelect }: EntryProps) {
  const t = useT();
  const { annotation, tags, note } = entry.view;
  const names = tags.map(({ name }) => name).join(' · ');
  const words = (note?.plain ?? '').slice(0, WORDS).replaceAll(/\s+/g, ' ').trim();
  const more = entry.left === 0 ? '' : t('reader.rail.more', { count: entry.left });
  const said = [names, words, more].filter((part) => part !== '').join(' — ');
  return (
    <button
      aria-current={selected}
      aria-label={said}
      className={`${styles.entry} ${selected ? styles.selected : ''}`}
      data-rail={annotation.id}
      onClick={() => onSelect(annotation.id)}
      style={{ top: entry.top, height: entry.height }}
      tabIndex={tabStop ? 0 : -1}
      title={said}
      type="button"
    >
      <span
        aria-hidden="true"
        className={styles.bar}
        style={{
          background:
            annotation.color === null ? 'var(--ink-quiet)' : `var(--line-${annotation.color})`,
        }}
      />
      {narrow ? (
        <Icon name={words === '' ? 'tag' : 'note'} size={12} />
      ) : (
        <span className={styles.words}>
          {names !== '' && <span className={styles.tags}>{names}</span>}
          {words !== '' && <span className={styles.note}>{words}</span>}
          {more !== '' && <span className={styles.more}>{more}</span>}
        </span>
      )}
    </button>
  );
}, sameEntry);

/** Each laying makes entries anew, most of which are as they were. */
function sameEntry({ entry: a, ...before }: EntryProps, { entry: b, ...now }: EntryProps): boolean {
  return (
    a.view === b.view &&
    a.top === b.top &&
    a.height === b.height &&
    a.left === b.left &&
    before.narrow === now.narrow &&
    before.selected === now.selected &&
    before.tabStop === now.tabStop &&
    before.onSelect === now.onSelect
  );
}

/** Characters of a note that the rail can hold at most. */
const WORDS = 60;
