import { type ReactElement, useRef } from 'react';
import { Menu as AriaMenu, MenuItem, MenuTrigger, Popover, Separator } from 'react-aria-components';
import { Icon, type IconName } from './icon';
import styles from './menu.module.css';
import { ShortcutKeys } from './shortcut-keys';

export interface MenuEntry {
  id: string;
  label: string;
  icon?: IconName;
  shortcut?: string;
  checked?: boolean;
  enabled?: boolean;
  /** Draws a line above it. */
  separated?: boolean;
  run: () => unknown;
}

/** A button (the child) that opens a menu. */
export function MenuButton({
  label,
  entries,
  children,
}: {
  label: string;
  entries: MenuEntry[];
  children: ReactElement;
}) {
  return (
    <MenuTrigger>
      {children}
      <Popover className={styles.popover ?? ''} offset={4}>
        <MenuList entries={entries} label={label} />
      </Popover>
    </MenuTrigger>
  );
}

/** A menu where the pointer is; `at` are window coordinates in pixels. */
export function ContextMenu({
  label,
  entries,
  at,
  onClose,
}: {
  label: string;
  entries: MenuEntry[];
  at: { x: number; y: number };
  onClose: () => void;
}) {
  const anchor = useRef<HTMLSpanElement>(null);
  return (
    <>
      <span className={styles.anchor} ref={anchor} style={{ left: at.x, top: at.y }} />
      <Popover
        aria-label={label}
        className={styles.popover ?? ''}
        isOpen
        offset={0}
        onOpenChange={(open) => {
          if (!open) onClose();
        }}
        placement="bottom start"
        triggerRef={anchor}
      >
        <MenuList entries={entries} label={label} onClose={onClose} />
      </Popover>
    </>
  );
}

function MenuList({
  label,
  entries,
  onClose,
}: {
  label: string;
  entries: MenuEntry[];
  onClose?: () => void;
}) {
  return (
    <AriaMenu
      aria-label={label}
      className={styles.menu ?? ''}
      onAction={(id) => entries.find((entry) => entry.id === id)?.run()}
      {...(onClose === undefined ? {} : { autoFocus: 'first' as const, onClose })}
    >
      {entries.flatMap((entry) => [
        ...(entry.separated === true
          ? [<Separator className={styles.separator ?? ''} key={`${entry.id}-line`} />]
          : []),
        <MenuItem
          className={styles.item ?? ''}
          id={entry.id}
          isDisabled={entry.enabled === false}
          key={entry.id}
          textValue={entry.label}
        >
          <span className={styles.sign}>
            {entry.checked === true ? (
              <Icon name="check" />
            ) : (
              entry.icon !== undefined && <Icon name={entry.icon} />
            )}
          </span>
          <span className={styles.label}>{entry.label}</span>
          {entry.shortcut !== undefined && <ShortcutKeys shortcut={entry.shortcut} />}
        </MenuItem>,
      ])}
    </AriaMenu>
  );
}
