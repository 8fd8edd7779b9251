import { useLibrary } from '@renderer/archive/library';
import { useNotes, useTags } from '@renderer/archive/queries';
import { useT } from '@renderer/i18n';
import { useAllActions } from '@renderer/ui/actions';
import { Icon } from '@renderer/ui/icon';
import { ShortcutKeys } from '@renderer/ui/shortcut-keys';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { Dialog, Modal, ModalOverlay } from 'react-aria-components';
import styles from './command-palette.module.css';
import { type PaletteEntry, paletteEntries } from './palette-entries';
import type { Go } from './use-navigation';

/** Reaches every action, article, tag and note from the keyboard. */
export function CommandPalette({ go, onClose }: { go: Go; onClose: () => void }) {
  const t = useT();
  const [query, setQuery] = useState('');
  const [active, setActive] = useState(0);
  const data = {
    actions: useAllActions(),
    articles: useLibrary()?.rows ?? [],
    tags: useTags() ?? [],
    // Not before they are asked for: opening it waits for nothing.
    notes: useNotes(query.trim() !== '') ?? [],
  };
  const entries = paletteEntries(query, data, go, t);
  const current = entries[Math.min(active, entries.length - 1)];
  const listId = useId();

  const choose = (entry: PaletteEntry | undefined, beside = false) => {
    if (entry === undefined) return;
    onClose();
    // After the palette has given the focus back to where it was.
    requestAnimationFrame(() =>
      (beside && entry.beside !== undefined ? entry.beside : entry.run)(),
    );
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.keyCode === 229) return;
    const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 };
    const step = steps[event.key];
    if (step !== undefined) {
      event.preventDefault();
      setActive(Math.max(0, Math.min(entries.length - 1, active + step)));
    } else if (event.key === 'Enter') {
      event.preventDefault();
      choose(current, event.shiftKey);
    }
  };

  return (
    <ModalOverlay
      className={styles.overlay ?? ''}
      isDismissable
      isOpen
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
    >
      <Modal className={styles.modal ?? ''}>
        <Dialog aria-label={t('app.palette.title')} className={styles.dialog ?? ''}>
          <input
            aria-activedescendant={current === undefined ? undefined : `${listId}-${current.id}`}
            aria-autocomplete="list"
            aria-controls={listId}
            aria-expanded="true"
            aria-label={t('app.palette.placeholder')}
            autoFocus
            className={styles.input}
            onChange={(event) => {
              setQuery(event.target.value);
              setActive(0);
            }}
            onKeyDown={onKeyDown}
            placeholder={t('app.palette.placeholder')}
            role="combobox"
            value={query}
          />
          <div
            aria-label={t('app.palette.title')}
            className={styles.list}
            id={listId}
            role="listbox"
          >
            {entries.map((entry) => (
              <Row
                active={entry === current}
                entry={entry}
                id={`${listId}-${entry.id}`}
                key={entry.id}
                onChoose={() => choose(entry)}
              />
            ))}
          </div>
          {current?.beside !== undefined && (
            <p className={styles.also}>
              <ShortcutKeys shortcut="Shift+Enter" /> {t('app.palette.beside')}
            </p>
          )}
          {entries.length === 0 && <p className={styles.none}>{t('app.palette.none')}</p>}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

interface RowProps {
  entry: PaletteEntry;
  id: string;
  active: boolean;
  onChoose: () => void;
}

function Row({ entry, id, active, onChoose }: RowProps) {
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (active) ref.current?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the input above has the keys
    <div
      aria-selected={active}
      className={`${styles.row} ${active ? styles.active : ''}`}
      id={id}
      onClick={onChoose}
      ref={ref}
      role="option"
      tabIndex={-1}
    >
      <Icon name={entry.icon} />
      <span className={styles.label}>{entry.label}</span>
      <span className={styles.detail}>{entry.detail}</span>
      {entry.shortcut !== undefined && <ShortcutKeys shortcut={entry.shortcut} />}
    </div>
  );
}
