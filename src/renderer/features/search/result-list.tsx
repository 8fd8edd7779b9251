import { sliceSafe } from '@domain/text/segments';
import type { SearchHit } from '@renderer/archive/search';
import { type Translate, useT } from '@renderer/i18n';
import { keepFocusOn, targetOf } from '@renderer/ui/list-keys';
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import {
  type KeyboardEvent,
  type MouseEvent,
  type RefObject,
  useEffect,
  useId,
  useRef,
  useState,
} from 'react';
import { nextHit, type ResultRow } from './group-hits';
import styles from './result-list.module.css';

interface Props {
  rows: ResultRow[];
  onOpen: (hit: SearchHit) => void;
  /** Back to the query, from the first occurrence upwards or with Escape. */
  onLeave: () => void;
  listRef: RefObject<HTMLDivElement | null>;
}

const GROUP_HEIGHT = 32;
const HIT_HEIGHT = 60;

/** Occurrences under the headings of their articles; the headings are for the eye only. */
export function ResultList({ rows, onOpen, onLeave, listRef }: Props) {
  const t = useT();
  const baseId = useId();
  const [chosen, setChosen] = useState<number | null>(null);
  const active = nextHit(rows, chosen ?? 0, 1) ?? nextHit(rows, rows.length - 1, -1) ?? 0;
  const places = useRef({ rows, numbers: [] as number[] });
  if (places.current.rows !== rows || places.current.numbers.length === 0) {
    places.current = { rows, numbers: numberHits(rows) };
  }
  const { numbers } = places.current;
  const total = numbers.at(-1) ?? 0;

  const virtual = useVirtualizer({
    count: rows.length,
    estimateSize: (index) => (rows[index]?.kind === 'group' ? GROUP_HEIGHT : HIT_HEIGHT),
    getItemKey: (index) => rows[index]?.key ?? index,
    getScrollElement: () => listRef.current,
    overscan: 8,
    // The active row stays in the page, for the list points at it by its id.
    rangeExtractor: (range) => {
      const shown = defaultRangeExtractor(range);
      return shown.includes(active) ? shown : [...shown, active].sort((a, b) => a - b);
    },
  });

  useEffect(() => {
    if (chosen !== null) virtual.scrollToIndex(chosen, { align: 'auto' });
  }, [chosen, virtual]);

  const open = (index: number) => {
    const row = rows[index];
    if (row?.kind === 'hit') onOpen(row.hit);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.keyCode === 229) return;
    const page = Math.max(1, (virtual.range?.endIndex ?? 0) - (virtual.range?.startIndex ?? 0) - 1);
    const target = targetOf(event.key, active, rows.length - 1, page);
    if (target !== null) {
      const step = target < active && target > 0 ? -1 : 1;
      const next = nextHit(rows, target, step) ?? nextHit(rows, target, step === 1 ? -1 : 1);
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
    if (rows[index]?.kind !== 'hit') return;
    setChosen(index);
    open(index);
  };

  return (
    <div
      aria-activedescendant={`${baseId}-${active}`}
      aria-label={t('search.results')}
      className={styles.list}
      onClick={onClick}
      onFocus={() => setChosen(active)}
      onKeyDown={onKeyDown}
      onMouseDown={keepFocusOn(listRef)}
      ref={listRef}
      role="listbox"
      tabIndex={0}
    >
      <div className={styles.rows} role="presentation" style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, key, start }) => {
          const row = rows[index];
          if (row === undefined) return null;
          const place = {
            'data-index': index,
            ref: virtual.measureElement,
            style: { transform: `translateY(${start}px)` },
          };
          if (row.kind === 'group') {
            return (
              <div aria-hidden="true" className={styles.group} key={key} {...place}>
                <span className={styles.title} lang="zh-CN">
                  {titleOf(row, t)}
                </span>
                <span className={styles.count}>{row.count}</span>
              </div>
            );
          }
          return (
            <div
              aria-posinset={numbers[index]}
              aria-selected={index === chosen}
              aria-setsize={total}
              className={`${styles.hit} ${index === active ? styles.active : ''}`}
              id={`${baseId}-${index}`}
              key={key}
              role="option"
              tabIndex={-1}
              {...place}
            >
              <Hit hit={row.hit} />
            </div>
          );
        })}
      </div>
    </div>
  );
}

/** The headings are not read out, so each occurrence says which article it is in. */
function Hit({ hit }: { hit: SearchHit }) {
  const t = useT();
  const { field, paragraph } = hit;
  return (
    <>
      <span className="visually-hidden">{t('search.in', { title: titleOf(hit, t) })}</span>
      <span className={styles.place}>
        {field !== 'text' && t(`search.field.${field}`)}
        {field === 'text' && <span aria-hidden="true">¶{paragraph}</span>}
        {field === 'text' && (
          <span className="visually-hidden">{t('search.paragraph', { number: paragraph })}</span>
        )}
      </span>
      <span className={styles.context} lang="zh-CN">
        {leadOf(hit.before)}
        <mark className={styles.match}>{hit.match}</mark>
        {hit.after}
      </span>
    </>
  );
}

/** UTF-16 units before a match that leave it in the first two lines of a narrow pane. */
const LEAD = 12;

function leadOf(before: string): string {
  return before.length > LEAD ? `…${sliceSafe(before, before.length - LEAD)}` : before;
}

/** For each row, how many occurrences there are up to and with it. */
function numberHits(rows: ResultRow[]): number[] {
  let number = 0;
  return rows.map((row) => {
    if (row.kind === 'hit') number += 1;
    return number;
  });
}

function titleOf({ articleId, title }: { articleId: string; title: string }, t: Translate): string {
  if (articleId === '') return t('search.archiveNote');
  return title === '' ? t('search.untitled') : title;
}
