import { type RefObject, useRef } from 'react';
import { Input, Label, TextField } from 'react-aria-components';
import styles from './field.module.css';
import { Icon, type IconName } from './icon';

interface Props {
  label: string;
  value: string;
  onChange: (value: string) => void;
  /** The label is read out but not shown. */
  hideLabel?: boolean;
  placeholder?: string;
  icon?: IconName;
  autoFocus?: boolean;
  inputRef?: RefObject<HTMLInputElement | null>;
  /** Enter, but not the one that ends an input method's composition. */
  onEnter?: () => void;
  onEscape?: () => void;
}

/** One line of text. */
export function Field({
  label,
  value,
  onChange,
  hideLabel = false,
  placeholder,
  icon,
  autoFocus = false,
  inputRef,
  onEnter,
  onEscape,
}: Props) {
  const own = useRef<HTMLInputElement>(null);
  return (
    <TextField
      autoFocus={autoFocus}
      className={styles.field ?? ''}
      onChange={onChange}
      value={value}
      {...(hideLabel ? { 'aria-label': label } : {})}
    >
      {!hideLabel && <Label className={styles.label ?? ''}>{label}</Label>}
      <span className={styles.box}>
        {icon !== undefined && <Icon name={icon} />}
        <Input
          className={styles.input ?? ''}
          onKeyDown={(event) => {
            if (event.nativeEvent.isComposing || event.keyCode === 229) return;
            if (event.key === 'Enter' && onEnter !== undefined) {
              event.preventDefault();
              onEnter();
            } else if (event.key === 'Escape' && onEscape !== undefined) {
              event.preventDefault();
              onEscape();
            }
          }}
          placeholder={placeholder ?? ''}
          ref={inputRef ?? own}
        />
      </span>
    </TextField>
  );
}
