import { useT } from '@renderer/i18n';
import { useSyncExternalStore } from 'react';
import { Button, IconButton } from './button';
import styles from './toasts.module.css';

interface Toast {
  id: number;
  text: string;
  kind: 'done' | 'error';
  action?: { label: string; run: () => unknown };
}

const LIFETIME = 8000;
let toasts: Toast[] = [];
let nextId = 1;
const listeners = new Set<() => void>();

function publish(next: Toast[]): void {
  toasts = next;
  for (const listener of listeners) listener();
}

/** Says briefly what was done, with its undo; it goes by itself. An error stays until closed. */
export function showToast(toast: Omit<Toast, 'id'>): void {
  const id = nextId;
  nextId += 1;
  publish([...toasts.slice(-2), { ...toast, id }]);
  if (toast.kind === 'done') setTimeout(() => dismiss(id), LIFETIME);
}

function dismiss(id: number): void {
  publish(toasts.filter((toast) => toast.id !== id));
}

/** Takes away everything that offers an undo, when it no longer fits. */
export function dismissUndoToasts(): void {
  publish(toasts.filter((toast) => toast.kind === 'error'));
}

export function Toasts() {
  const t = useT();
  const shown = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => toasts,
  );
  return (
    <div aria-live="polite" className={styles.region} role="status">
      {shown.map(({ id, text, kind, action }) => (
        <div className={`${styles.toast} ${kind === 'error' ? styles.error : ''}`} key={id}>
          <span>{text}</span>
          {action !== undefined && (
            <Button
              onPress={() => {
                dismiss(id);
                action.run();
              }}
              variant="quiet"
            >
              {action.label}
            </Button>
          )}
          <IconButton icon="close" label={t('app.close')} onPress={() => dismiss(id)} />
        </div>
      ))}
    </div>
  );
}
