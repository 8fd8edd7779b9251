import { useT } from '@renderer/i18n';
import { Field } from '@renderer/ui/field';
import { errorCodeOf } from '@shared/errors';
import { type KeyboardEvent, useRef, useState } from 'react';
import styles from './inline-edit.module.css';

interface Props {
  label: string;
  value: string;
  multiline?: boolean;
  /** A value that is refused stays in the field, with the reason beside it. */
  onSave: (value: string) => Promise<unknown>;
  onClose: () => void;
}

/** Changes a text in its place: Enter or going elsewhere saves, Escape leaves it as it was. */
export function InlineEdit({ label, value, multiline = false, onSave, onClose }: Props) {
  const t = useT();
  const [typed, setTyped] = useState(value);
  const [error, setError] = useState<string | null>(null);
  const closed = useRef(false);

  const close = () => {
    closed.current = true;
    onClose();
  };
  const save = async () => {
    if (closed.current) return;
    if (typed.trim() === value) return close();
    try {
      await onSave(typed.trim());
      close();
    } catch (failure) {
      setError(t(`error.${errorCodeOf(failure)}`));
    }
  };
  const change = (next: string) => {
    setTyped(next);
    setError(null);
  };
  const wrong = error === null ? {} : { error };

  return (
    <div className={styles.edit}>
      {multiline ? (
        <Lines label={label} onChange={change} onEscape={close} onSave={save} value={typed} />
      ) : (
        <Field
          autoFocus
          hideLabel
          label={label}
          onBlur={() => void save()}
          onChange={change}
          onEnter={() => void save()}
          onEscape={close}
          value={typed}
          {...wrong}
        />
      )}
      {multiline && error !== null && (
        <p className={styles.error} role="alert">
          {error}
        </p>
      )}
    </div>
  );
}

interface LinesProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
  onSave: () => unknown;
  onEscape: () => void;
}

function Lines({ label, value, onChange, onSave, onEscape }: LinesProps) {
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.keyCode === 229) return;
    if (event.key === 'Escape') onEscape();
    else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) onSave();
    else return;
    event.preventDefault();
  };
  return (
    <textarea
      aria-label={label}
      // biome-ignore lint/a11y/noAutofocus: it opens because the user asked to type here
      autoFocus
      className={styles.lines}
      lang="zh-CN"
      onBlur={() => onSave()}
      onChange={(event) => onChange(event.target.value)}
      onKeyDown={onKeyDown}
      placeholder={label}
      rows={4}
      value={value}
    />
  );
}
