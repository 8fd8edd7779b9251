import type { ReactNode } from 'react';
import {
  Button as AriaButton,
  type ButtonProps,
  Tooltip,
  TooltipTrigger,
} from 'react-aria-components';
import styles from './button.module.css';
import { Icon, type IconName } from './icon';
import { ShortcutKeys } from './shortcut-keys';

interface Props extends Omit<ButtonProps, 'children' | 'className'> {
  variant?: 'primary' | 'plain' | 'quiet' | 'danger';
  icon?: IconName;
  children: ReactNode;
}

/** A button with words. */
export function Button({ variant = 'plain', icon, children, ...props }: Props) {
  return (
    <AriaButton {...props} className={`${styles.button} ${styles[variant]}`}>
      {icon !== undefined && <Icon name={icon} />}
      {children}
    </AriaButton>
  );
}

interface IconButtonProps extends Omit<ButtonProps, 'children' | 'className' | 'aria-label'> {
  icon: IconName;
  /** The button's name, shown as a tooltip. */
  label: string;
  shortcut?: string;
  /** For a button that switches something on and off. */
  pressed?: boolean;
}

/** A button with an icon, named by a tooltip that also tells the shortcut. */
export function IconButton({ icon, label, shortcut, pressed, ...props }: IconButtonProps) {
  return (
    <TooltipTrigger delay={500}>
      <AriaButton
        {...props}
        aria-label={label}
        aria-pressed={pressed}
        className={`${styles.button} ${styles.icon} ${pressed === true ? styles.pressed : ''}`}
      >
        <Icon name={icon} />
      </AriaButton>
      <Tooltip className={styles.tooltip ?? ''} offset={6}>
        {label}
        {shortcut !== undefined && <ShortcutKeys shortcut={shortcut} />}
      </Tooltip>
    </TooltipTrigger>
  );
}
