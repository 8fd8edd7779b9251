import { useId } from 'react';
import styles from './select.module.css';

export interface SelectOption {
  id: string;
  label: string;
}

interface Props {
  label: string;
  value: string;
  options: SelectOption[];
  onChange: (id: string) => void;
  /** The label is read out but not shown. */
  hideLabel?: boolean;
}

/** One of many. The system's own list, so that it is quick with thousands of options. */
export function Select({ label, value, options, onChange, hideLabel = false }: Props) {
  const id = useId();
  return (
    <div className={styles.field}>
      <label className={hideLabel ? 'visually-hidden' : styles.label} htmlFor={id}>
        {label}
      </label>
      <select
        className={styles.select}
        id={id}
        onChange={(event) => onChange(event.target.value)}
        value={value}
      >
        {options.map((option) => (
          <option key={option.id} value={option.id}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  );
}
