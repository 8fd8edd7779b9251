import type { PastedWords } from '@renderer/archive/import-files';
import { isEditable } from '@renderer/ui/shortcuts';
import { useEffect, useRef } from 'react';

interface Handlers {
  onWords: (words: PastedWords) => void;
  /** Files copied in the system's file manager. */
  onFiles: (files: File[]) => void;
}

/** Listens to what is pasted where nothing is being written and no dialog is open. */
export function usePasteImport(handlers: Handlers): void {
  const latest = useRef(handlers);
  latest.current = handlers;
  useEffect(() => {
    const onPaste = (event: ClipboardEvent) => {
      const data = event.clipboardData;
      if (event.defaultPrevented || data === null || isEditable(event.target)) return;
      if (document.querySelector('[role=dialog]') !== null) return;
      const files = [...data.files];
      const text = data.getData('text/plain');
      if (text.trim() !== '') latest.current.onWords({ text, html: data.getData('text/html') });
      else if (files.length > 0) latest.current.onFiles(files);
      else return;
      event.preventDefault();
    };
    window.addEventListener('paste', onPaste);
    return () => window.removeEventListener('paste', onPaste);
  }, []);
}
