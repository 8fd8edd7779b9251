import type { ReactNode } from 'react';
import { Checkbox as AriaCheckbox } from 'react-aria-components';
import styles from './checkbox.module.css';
import { Icon } from './icon';

interface Props {
  selected: boolean;
  onChange: (selected: boolean) => void;
  children: ReactNode;
}

/** Something that is on or off. */
export function Checkbox({ selected, onChange, children }: Props) {
  return (
    <AriaCheckbox className={styles.checkbox ?? ''} isSelected={selected} onChange={onChange}>
      <span className={styles.box}>{selected && <Icon name="check" size={14} />}</span>
      <span>{children}</span>
    </AriaCheckbox>
  );
}
