import type { KwicLine } from '@renderer/archive/concordance';
import { formatDate, type Translate, useT } from '@renderer/i18n';
import { Icon } from '@renderer/ui/icon';
import { keepFocusOn, targetOf } from '@renderer/ui/list-keys';
import type { LongList } from '@renderer/ui/long-list';
import {
  type CSSProperties,
  type KeyboardEvent,
  type MouseEvent,
  type RefObject,
  useEffect,
  useId,
  useRef,
  useState,
} from 'react';
import styles from './kwic-table.module.css';
import {
  chooseAll,
  extendTo,
  isChosen,
  type LineSelection,
  NO_LINES,
  toggleLine,
} from './line-selection';

interface Props {
  total: number;
  /** The line that was gone to last. */
  line: number;
  lineAt: (line: number) => KwicLine | undefined;
  list: LongList;
  box: RefObject<HTMLDivElement | null>;
  selection: LineSelection;
  onSelect: (selection: LineSelection) => void;
  onOpen: (line: number) => void;
}

/** Key words under one another, with what stands on their left and right. */
export function KwicTable(props: Props) {
  const { total, line, lineAt, list, box, selection, onSelect, onOpen } = props;
  const t = useT();
  const baseId = useId();
  const [active, setActive] = useState(Math.min(line, total - 1));
  const shown = Array.from({ length: list.end - list.start }, (_, index) => list.start + index);
  // The active row stays in the page, for the table points at it by its id.
  if (!shown.includes(active)) shown.push(active);
  const match = useMatchWidth(shown.map((index) => lineAt(index)?.match.length ?? 0));

  // biome-ignore lint/correctness/useExhaustiveDependencies: only a new choice is scrolled to, not every drawing
  useEffect(() => list.reveal(active), [active]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const target = targetOf(event.key, active, total - 1, list.page);
    if (target !== null) {
      setActive(target);
      if (event.shiftKey) {
        onSelect(
          extendTo(isChosen(selection, active) ? selection : toggleLine(selection, active), target),
        );
      }
    } else if (event.key === 'Enter') onOpen(active);
    else if (event.key === ' ') onSelect(toggleLine(selection, active));
    else if (event.key === 'a' && (event.ctrlKey || event.metaKey)) onSelect(chooseAll(selection));
    else if (event.key === 'Escape') onSelect(NO_LINES);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  const onClick = (event: MouseEvent) => {
    const { target } = event;
    const row = target instanceof Element ? target.closest('[data-line]') : null;
    if (row === null || !(target instanceof Element)) return;
    const clicked = Number(row.getAttribute('data-line'));
    setActive(clicked);
    if (event.shiftKey) {
      onSelect(
        extendTo(
          selection.lines.size === 0 ? { ...selection, anchor: active } : selection,
          clicked,
        ),
      );
    } else if (event.ctrlKey || event.metaKey || target.closest('[data-check]') !== null) {
      onSelect(toggleLine(selection, clicked));
    } else onOpen(clicked);
  };

  return (
    <div className={styles.table} style={{ '--match': `${match}em` } as CSSProperties}>
      <div aria-hidden="true" className={`${styles.row} ${styles.heads}`}>
        <span />
        <span className={styles.left}>{t('concordance.left')}</span>
        <span className={styles.middle}>{t('concordance.match')}</span>
        <span>{t('concordance.right')}</span>
        <span>{t('concordance.source')}</span>
      </div>
      <div
        aria-activedescendant={`${baseId}-${active}`}
        aria-label={t('concordance.table')}
        aria-multiselectable="true"
        className={styles.body}
        onClick={onClick}
        onKeyDown={onKeyDown}
        onMouseDown={keepFocusOn(box)}
        ref={box}
        role="listbox"
        tabIndex={0}
      >
        <div className={styles.canvas} role="presentation" style={{ height: list.canvas }}>
          {shown.map((index) => (
            <div
              aria-posinset={index + 1}
              aria-selected={isChosen(selection, index)}
              aria-setsize={total}
              className={`${styles.row} ${styles.line} ${index === active ? styles.active : ''}`}
              data-line={index}
              id={`${baseId}-${index}`}
              key={index}
              role="option"
              style={{ transform: `translateY(${list.topOf(index)}px)` }}
              tabIndex={-1}
            >
              <Cells line={lineAt(index)} />
            </div>
          ))}
        </div>
      </div>
    </div>
  );
}

function Cells({ line }: { line: KwicLine | undefined }) {
  const t = useT();
  return (
    <>
      <span className={styles.check} data-check="">
        <Icon name="check" size={12} />
      </span>
      <span className={`${styles.words} ${styles.left}`} lang="zh-CN">
        <span>{line?.before}</span>
      </span>
      <span className={`${styles.words} ${styles.match}`} lang="zh-CN">
        {line?.match}
      </span>
      <span className={`${styles.words} ${styles.right}`} lang="zh-CN">
        {line?.after}
      </span>
      <span className={styles.source} lang="zh-CN">
        {line !== undefined && sourceOf(line, t)}
      </span>
    </>
  );
}

function sourceOf({ articleId, title, outlet, date, field, targetKind }: KwicLine, t: Translate) {
  const name =
    targetKind === 'tag'
      ? t('search.memo', { name: title })
      : articleId === ''
        ? t('search.archiveNote')
        : title === ''
          ? t('search.untitled')
          : title;
  const where = field === 'title' || field === 'note' ? t(`search.field.${field}`) : '';
  const facts = [where, outlet, date === '' ? '' : formatDate(date)];
  return (
    <>
      <span className={styles.title}>{name}</span>
      <span className={styles.facts}>{facts.filter((fact) => fact !== '').join(' · ')}</span>
    </>
  );
}

/** Characters that the key word's column has room for; it grows with what comes into view. */
const LEAST = 3;
const MOST = 14;

function useMatchWidth(lengths: readonly number[]): number {
  const widest = useRef(LEAST);
  widest.current = Math.min(MOST, Math.max(widest.current, ...lengths));
  return widest.current + 1;
}
