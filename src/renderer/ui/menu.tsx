import type { ReactElement } from 'react';
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
        <AriaMenu
          aria-label={label}
          className={styles.menu ?? ''}
          onAction={(id) => entries.find((entry) => entry.id === id)?.run()}
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
      </Popover>
    </MenuTrigger>
  );
}
