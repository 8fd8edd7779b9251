import { type RefObject, useRef } from 'react';
import { FieldError, Input, Label, TextField } from 'react-aria-components';
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
  onBlur?: () => void;
  /** To go from the field into the list below it. */
  onArrowDown?: () => void;
  /** What is wrong with the value, shown and read out. */
  error?: string;
  /** A list of choices that is open for it: ids of the list and of the choice that is gone to. */
  choices?: { list: string; active: string | null };
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
  onBlur,
  onArrowDown,
  error,
  choices,
}: Props) {
  const own = useRef<HTMLInputElement>(null);
  return (
    <TextField
      autoFocus={autoFocus}
      className={styles.field ?? ''}
      isInvalid={error !== undefined}
      onBlur={() => onBlur?.()}
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
            } else if (event.key === 'ArrowDown' && onArrowDown !== undefined) {
              event.preventDefault();
              onArrowDown();
            }
          }}
          placeholder={placeholder ?? ''}
          ref={inputRef ?? own}
          {...(choices === undefined
            ? {}
            : {
                'aria-autocomplete': 'list' as const,
                'aria-controls': choices.list,
                ...(choices.active === null ? {} : { 'aria-activedescendant': choices.active }),
              })}
        />
      </span>
      {error !== undefined && <FieldError className={styles.error ?? ''}>{error}</FieldError>}
    </TextField>
  );
}
