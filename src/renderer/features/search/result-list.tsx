import { sliceSafe } from '@domain/text/segments';
import type { SearchGroup, SearchHit, SearchOutcome, SearchRow } from '@renderer/archive/search';
import { formatDate, formatNumber, type Translate, useT } from '@renderer/i18n';
import { keepFocusOn, targetOf } from '@renderer/ui/list-keys';
import { useLongList } from '@renderer/ui/long-list';
import {
  type KeyboardEvent,
  type MouseEvent,
  memo,
  type RefObject,
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
} from 'react';
import { layoutOf } from './result-layout';
import styles from './result-list.module.css';
import { wantWhole } from './search-state';
import { useResultRows } from './use-result-rows';

interface Props {
  outcome: SearchOutcome;
  /** Whether it is seen; otherwise its rows wait for the next result. */
  isShown: boolean;
  /** The row that was gone to last. */
  current: number | null;
  onOpen: (row: SearchRow, index: number) => void;
  /** Back to the query, from the first occurrence upwards or with Escape. */
  onLeave: () => void;
  listRef: RefObject<HTMLDivElement | null>;
}

/**
 * Occurrences under the headings of their articles; the headings are for the eye only. Another result is
 * shown in the same rows, which costs far less than new ones.
 */
export const ResultList = memo(function ResultList(props: Props) {
  const { outcome, isShown, current, onOpen, onLeave, listRef } = props;
  const t = useT();
  const baseId = useId();
  const layout = useMemo(() => layoutOf(outcome), [outcome]);
  const list = useLongList(listRef, layout, outcome.query);
  const [chosen, setChosen] = useState<number | null>(current);
  const [query, setQuery] = useState(outcome.query);
  if (query !== outcome.query) {
    setQuery(outcome.query);
    setChosen(current);
  }
  const active =
    layout.nextOption(Math.min(chosen ?? 0, layout.count - 1), 1) ??
    layout.nextOption(layout.count - 1, -1) ??
    0;
  const rowAt = useResultRows(outcome, list.start, list.end);

  /** The query whose last place is wanted, which is known when all of the result is. */
  const toEnd = useRef<string | null>(null);
  useEffect(() => {
    if (toEnd.current !== outcome.query || !outcome.isWhole) return;
    toEnd.current = null;
    setChosen(layout.nextOption(layout.count - 1, -1));
  }, [outcome, layout]);

  // What the reader went to by itself (next and previous hit) is shown here too.
  useEffect(() => setChosen(current), [current]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a new choice is scrolled to, not every drawing
  useEffect(() => {
    if (chosen !== null) list.reveal(chosen);
  }, [chosen]);

  const open = (index: number) => {
    const row = rowAt(index);
    if (row !== undefined && layout.isOption(index)) onOpen(row, index);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.keyCode === 229) return;
    toEnd.current = event.key === 'End' && !outcome.isWhole ? outcome.query : null;
    const target = targetOf(event.key, active, layout.count - 1, list.page);
    if (target !== null) {
      const step = target < active && target > 0 ? -1 : 1;
      const next =
        layout.nextOption(target, step) ?? layout.nextOption(target, step === 1 ? -1 : 1);
      if (event.key === 'ArrowUp' && (next ?? active) >= active) onLeave();
      else setChosen(next);
    } else if (event.key === 'Enter') open(active);
    else if (event.key === 'Escape') onLeave();
    else return;
    event.preventDefault();
  };

  const onClick = (event: MouseEvent) => {
    const row = event.target instanceof Element ? event.target.closest('[data-index]') : null;
    const index = Number(row?.getAttribute('data-index') ?? -1);
    if (!layout.isOption(index)) return;
    setChosen(index);
    open(index);
  };

  // The active row stays in the page, for the list points at it by its id.
  const shown = Array.from({ length: list.end - list.start }, (_, index) => list.start + index);
  if (!shown.includes(active)) shown.push(active);

  return (
    <div
      aria-activedescendant={`${baseId}-${active}`}
      aria-label={t('search.results')}
      className={styles.list}
      hidden={!isShown}
      onClick={onClick}
      onFocus={() => {
        wantWhole();
        setChosen(active);
      }}
      onKeyDown={onKeyDown}
      onMouseDown={keepFocusOn(listRef)}
      onWheel={wantWhole}
      ref={listRef}
      role="listbox"
      tabIndex={0}
    >
      <div className={styles.rows} role="presentation" style={{ height: list.canvas }}>
        {shown.map((index) => {
          const row = rowAt(index);
          const place = {
            'data-index': index,
            // Not moved by a transform: a result's rows are painted together.
            style: { height: layout.heightOf(index), top: list.topOf(index) },
          };
          if (!layout.isOption(index)) {
            return (
              <div aria-hidden="true" className={styles.group} key={index} {...place}>
                {row?.kind === 'group' && <Heading group={row.group} />}
              </div>
            );
          }
          return (
            <div
              aria-posinset={layout.optionNumber(index)}
              aria-selected={index === chosen}
              aria-setsize={layout.options}
              className={`${row?.kind === 'group' ? styles.whole : styles.hit} ${index === active ? styles.active : ''}`}
              id={`${baseId}-${index}`}
              key={index}
              role="option"
              tabIndex={-1}
              {...place}
            >
              {row?.kind === 'group' && <Heading group={row.group} />}
              {row?.kind === 'hit' && <Hit hit={row.hit} />}
            </div>
          );
        })}
      </div>
    </div>
  );
});

const Heading = memo(function Heading({ group }: { group: SearchGroup }) {
  const t = useT();
  const facts = [group.outlet, group.date === '' ? '' : formatDate(group.date)];
  return (
    <>
      <span className={styles.title} lang="zh-CN">
        {titleOf(group, group.tagId !== null, t)}
      </span>
      <span className={styles.facts} lang="zh-CN">
        {facts.filter((fact) => fact !== '').join(' · ')}
      </span>
      {group.count > 0 && <span className={styles.count}>{formatNumber(group.count)}</span>}
    </>
  );
});

/** The headings are not read out, so each occurrence says which article it is in. */
const Hit = memo(function Hit({ hit }: { hit: SearchHit }) {
  const t = useT();
  const { field, paragraph } = hit;
  const title = t('search.in', { title: titleOf(hit, hit.targetKind === 'tag', t) });
  const isText = field === 'text';
  return (
    <>
      <span className="visually-hidden">
        {isText ? `${title} ${t('search.paragraph', { number: paragraph })}` : title}
      </span>
      <span aria-hidden={isText ? 'true' : undefined} className={styles.place}>
        {isText ? `¶${paragraph}` : t(`search.field.${field}`)}
      </span>
      <span className={styles.context} lang="zh-CN">
        {leadOf(hit.before)}
        <mark className={styles.match}>{hit.match}</mark>
        {hit.after}
      </span>
    </>
  );
});

/** UTF-16 units before a match that leave it in the first two lines of a narrow pane. */
const LEAD = 12;

function leadOf(before: string): string {
  return before.length > LEAD ? `…${sliceSafe(before, before.length - LEAD)}` : before;
}

function titleOf(
  { articleId, title }: { articleId: string; title: string },
  isMemo: boolean,
  t: Translate,
): string {
  if (isMemo) return t('search.memo', { name: title });
  if (articleId === '') return t('search.archiveNote');
  return title === '' ? t('search.untitled') : title;
}
