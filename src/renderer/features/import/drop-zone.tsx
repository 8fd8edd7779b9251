import type { PastedWords } from '@renderer/archive/import-files';
import { useT } from '@renderer/i18n';
import { Icon } from '@renderer/ui/icon';
import { isEditable } from '@renderer/ui/shortcuts';
import { useEffect, useRef, useState } from 'react';
import styles from './drop-zone.module.css';

interface Props {
  onDrop: (files: File[]) => void;
  /** Text dragged here from another program. */
  onDropWords: (words: PastedWords) => void;
}

/** The whole window takes files; while they are held over it, it says so. */
export function DropZone(props: Props) {
  const t = useT();
  const [over, setOver] = useState(false);
  const latest = useRef(props);
  latest.current = props;

  useEffect(() => {
    // Words dragged about inside the window are not an import.
    let ownDrag = false;
    // Entering a child comes before leaving its parent, so the two are counted.
    let depth = 0;

    const takes = (event: DragEvent): boolean => {
      const types = event.dataTransfer?.types ?? [];
      if (types.includes('Files')) return true;
      return !ownDrag && types.includes('text/plain') && !isEditable(event.target);
    };
    const leave = () => {
      depth = 0;
      setOver(false);
    };
    const onDragStart = () => {
      ownDrag = true;
    };
    const onDragEnd = () => {
      ownDrag = false;
      leave();
    };
    const onDragEnter = (event: DragEvent) => {
      depth += 1;
      if (takes(event)) setOver(true);
    };
    const onDragLeave = () => {
      depth -= 1;
      if (depth <= 0) leave();
    };
    const onDragOver = (event: DragEvent) => {
      if (event.dataTransfer === null || !takes(event)) return;
      event.preventDefault();
      event.dataTransfer.dropEffect = 'copy';
    };
    const onDrop = (event: DragEvent) => {
      leave();
      if (event.dataTransfer === null || !takes(event)) return;
      event.preventDefault();
      const files = [...event.dataTransfer.files];
      const text = event.dataTransfer.getData('text/plain');
      const html = event.dataTransfer.getData('text/html');
      if (files.length > 0) latest.current.onDrop(files);
      else if (text.trim() !== '') latest.current.onDropWords({ text, html });
    };

    const listeners = {
      dragstart: onDragStart,
      dragend: onDragEnd,
      dragenter: onDragEnter,
      dragleave: onDragLeave,
      dragover: onDragOver,
      drop: onDrop,
    } as const;
    const stop = new AbortController();
    for (const [type, listener] of Object.entries(listeners)) {
      window.addEventListener(type as keyof typeof listeners, listener, { signal: stop.signal });
    }
    return () => stop.abort();
  }, []);

  if (!over) return null;
  return (
    <div className={styles.overlay} role="status">
      <p className={styles.words}>
        <Icon name="import" size={32} />
        {t('import.dropHere')}
      </p>
    </div>
  );
}
