import { formatNumber, useT } from '@renderer/i18n';
import { ColorDot } from '@renderer/ui/color-dot';
import { Icon } from '@renderer/ui/icon';
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { pickerCommand } from './picker-keys';
import { type PickerRow, rowKey } from './picker-rows';
import styles from './tag-combobox.module.css';

interface Props {
  label: string;
  placeholder: string;
  rows: PickerRow[];
  query: string;
  onQuery: (query: string) => void;
  isChosen: (row: PickerRow) => boolean;
  onChoose: (row: PickerRow) => void;
  onClose: () => void;
  /** Several rows can be chosen at once. */
  multiple?: boolean;
  error?: string | null;
  /** The tags are still being read. */
  pending?: boolean;
}

const ROW_HEIGHT = 32;

/** A field with the list of tags under it. The focus stays in the field. */
export function TagCombobox({ rows, query, onQuery, onChoose, onClose, ...props }: Props) {
  const t = useT();
  const id = useId();
  const [wanted, setActive] = useState(0);
  const active = Math.min(wanted, Math.max(0, rows.length - 1));
  const current = rows[active];
  const box = useRef<HTMLDivElement>(null);
  const list = useVirtualizer({
    count: rows.length,
    estimateSize: () => ROW_HEIGHT,
    getItemKey: (index) => rowKey(rows[index] as PickerRow),
    getScrollElement: () => box.current,
    overscan: 4,
    // The row that the field points to is there even when it is scrolled out of view.
    rangeExtractor: (range) => [...new Set([...defaultRangeExtractor(range), active])],
  });
  useEffect(() => {
    if (rows.length > 0) list.scrollToIndex(active);
  }, [active, rows.length, list]);

  const onKeyDown = (event: KeyboardEvent) => {
    const { isComposing } = event.nativeEvent;
    const command = pickerCommand(
      { key: event.key, isComposing, keyCode: event.keyCode },
      active,
      rows.length,
    );
    if (command === null) return;
    event.preventDefault();
    if (command.type === 'move') setActive(command.index);
    else if (command.type === 'close') onClose();
    else if (current !== undefined) onChoose(current);
  };
  const items = list.getVirtualItems();
  // For a moment after the list has changed its rows are not drawn yet.
  const isDrawn = items.some(({ index }) => index === active);
  const optionId = (row: PickerRow) => `${id}-${rowKey(row)}`;

  return (
    <div className={styles.combobox}>
      <input
        aria-activedescendant={current && isDrawn ? optionId(current) : undefined}
        aria-autocomplete="list"
        aria-controls={`${id}-list`}
        aria-describedby={`${id}-error`}
        aria-expanded="true"
        aria-label={props.label}
        autoComplete="off"
        // biome-ignore lint/a11y/noAutofocus: it opens because the user asked to type here
        autoFocus
        className={styles.input}
        onChange={(event) => {
          setActive(0);
          onQuery(event.target.value);
        }}
        onKeyDown={onKeyDown}
        placeholder={props.placeholder}
        role="combobox"
        spellCheck={false}
        value={query}
      />
      <p aria-live="polite" className={styles.error} id={`${id}-error`}>
        {props.error ?? ''}
      </p>
      <div className={styles.box} ref={box}>
        <div
          aria-label={props.label}
          aria-multiselectable={props.multiple === true}
          className={styles.list}
          id={`${id}-list`}
          role="listbox"
          style={{ height: list.getTotalSize() }}
          tabIndex={-1}
        >
          {items.map((item) => {
            const row = rows[item.index];
            if (row === undefined) return null;
            return (
              <Option
                active={item.index === active}
                chosen={props.isChosen(row)}
                id={optionId(row)}
                key={item.key}
                onChoose={() => {
                  setActive(item.index);
                  onChoose(row);
                }}
                position={item.index + 1}
                row={row}
                size={rows.length}
                top={item.start}
              />
            );
          })}
        </div>
      </div>
      {rows.length === 0 && props.pending !== true && (
        <p className={styles.none}>{t('tags.pickNone')}</p>
      )}
    </div>
  );
}

interface OptionProps {
  row: PickerRow;
  id: string;
  active: boolean;
  chosen: boolean;
  position: number;
  size: number;
  /** Pixels from the top of the list. */
  top: number;
  onChoose: () => void;
}

function Option({ row, id, active, chosen, position, size, top, onChoose }: OptionProps) {
  const t = useT();
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the field above has the keys
    <div
      aria-posinset={position}
      aria-selected={chosen}
      aria-setsize={size}
      className={`${styles.option} ${active ? styles.active : ''}`}
      id={id}
      onClick={onChoose}
      // The focus stays in the field, so that a composition there is not cut off.
      onMouseDown={(event) => event.preventDefault()}
      role="option"
      style={{ transform: `translateY(${top}px)` }}
      tabIndex={-1}
    >
      {row.kind === 'new' ? <Icon name="plus" size={12} /> : <ColorDot color={row.tag.color} />}
      <span className={styles.name} lang="zh-CN">
        {row.kind === 'new' ? t('tags.newNamed', { name: row.name }) : row.tag.name}
      </span>
      {row.kind === 'tag' && <span className={styles.count}>{formatNumber(row.count)}</span>}
      <span className={styles.check}>{chosen && <Icon name="check" size={14} />}</span>
    </div>
  );
}
