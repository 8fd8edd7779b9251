import { Button, Group, Input, Label, NumberField } from 'react-aria-components';
import styles from './number-stepper.module.css';

interface Props {
  label: string;
  value: number;
  min: number;
  max: number;
  onChange: (value: number) => void;
  /** The label is read out but not shown. */
  hideLabel?: boolean;
  /** Said after the number. */
  unit?: string;
}

/** A whole number with a button less and a button more; the arrow keys do the same. */
export function NumberStepper({
  label,
  value,
  min,
  max,
  onChange,
  hideLabel = false,
  unit = '',
}: Props) {
  return (
    <NumberField
      className={styles.field ?? ''}
      maxValue={max}
      minValue={min}
      onChange={(next) => {
        if (!Number.isNaN(next)) onChange(next);
      }}
      step={1}
      value={value}
      {...(hideLabel ? { 'aria-label': label } : {})}
    >
      {!hideLabel && <Label className={styles.label ?? ''}>{label}</Label>}
      <span className={styles.line}>
        <Group className={styles.group ?? ''}>
          <Button className={styles.button ?? ''} slot="decrement">
            −
          </Button>
          <Input className={styles.input ?? ''} />
          <Button className={styles.button ?? ''} slot="increment">
            +
          </Button>
        </Group>
        {unit !== '' && <span className={styles.label}>{unit}</span>}
      </span>
    </NumberField>
  );
}
