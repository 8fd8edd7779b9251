import type { ReactNode } from 'react';
import { Label, Radio, RadioGroup } from 'react-aria-components';
import styles from './choice.module.css';

interface Props<Id extends string> {
  label: string;
  value: Id;
  options: { id: Id; label: string; sign?: ReactNode }[];
  onChange: (id: Id) => void;
  /** The label is read out but not shown. */
  hideLabel?: boolean;
}

/** One of a few, all of them in view side by side. */
export function Choice<Id extends string>({
  label,
  value,
  options,
  onChange,
  hideLabel = false,
}: Props<Id>) {
  return (
    <RadioGroup
      className={styles.field ?? ''}
      onChange={(id) => {
        const chosen = options.find((option) => option.id === id);
        if (chosen !== undefined) onChange(chosen.id);
      }}
      orientation="horizontal"
      value={value}
      {...(hideLabel ? { 'aria-label': label } : {})}
    >
      {!hideLabel && <Label className={styles.label ?? ''}>{label}</Label>}
      <div className={styles.options}>
        {options.map((option) => (
          <Radio className={styles.option ?? ''} key={option.id} value={option.id}>
            {option.sign}
            {option.label}
          </Radio>
        ))}
      </div>
    </RadioGroup>
  );
}
